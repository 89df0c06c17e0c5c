/** Whether one upright thing fits within the outline of another, seen from above and turned as one likes. */
import { longerSide, shorterSide, type Thing } from '../thing.js';

/** Askew, a rectangle that is too long may fit still: that is tried out, a twentieth of a degree at a time. */
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
