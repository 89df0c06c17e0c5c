/** Things seen from above: what fits within the outline of what, and what a straight line over the floor meets. */
import { longerSide, middleOf, outlineOf, shorterSide, type Thing } from '../thing.js';
import { holds, leftOfLine, type Spot } from '../vectors.js';

/**
 * Whether one upright thing fits within the outline of another, turned as one likes. Askew, a rectangle that is too long
 * may fit still: that is tried out, a twentieth of a degree at a time.
 */
export function fitsOver(a: Thing, b: Thing): boolean {
  const [long, short] = [longerSide(a), shorterSide(a)];
  for (let step = 0; step <= 1800; step++) {
    const angle = (step / 1800) * (Math.PI / 2);
    const across = long * Math.cos(angle) + short * Math.sin(angle);
    const along = long * Math.sin(angle) + short * Math.cos(angle);
    if (across < longerSide(b) && along < shorterSide(b)) return true;
  }
  return false;
}

/** Whether the line between two middles crosses the outline of x, and how far off it the middle of x is. */
export function crosses(a: Thing, b: Thing, x: Thing): { readonly met: boolean; readonly off: number } {
  const [from, to] = [middleOf(a), middleOf(b)];
  const off = Math.abs(leftOfLine(from, to, middleOf(x)));
  const outline = outlineOf(x);
  for (let step = 0; step <= 1000; step++) {
    const t = step / 1000;
    const p: Spot = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
    if (holds(outline, p)) return { met: true, off };
  }
  return { met: false, off };
}
