/** A straight line over the floor plan, and what it meets. */
import { outlineOf, type Thing } from '../thing.js';
import { holds, leftOfLine, type Spot } from '../vectors.js';

const middle = ({ centre }: Thing): Spot => [centre[0], centre[1]];

/** Whether the line between two middles crosses the outline of x, and how far off it the middle of x is. */
export function crosses(a: Thing, b: Thing, x: Thing): { readonly met: boolean; readonly off: number } {
  const [from, to] = [middle(a), middle(b)];
  const off = Math.abs(leftOfLine(from, to, middle(x)));
  const outline = outlineOf(x);
  for (let step = 0; step <= 1000; step++) {
    const t = step / 1000;
    const p: Spot = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
    if (holds(outline, p)) return { met: true, off };
  }
  return { met: false, off };
}
