/**
 * Which bodies cannot hide which: a cheap proof that spares most rays.
 *
 * Two bodies on either side of a plane: the one on the camera's side is never hidden by the other, since every line
 * of sight to it stays on its side. The planes tried are the faces of both boxes.
 */

import type { Camera } from './camera.js';
import type { Thing } from './layout.js';
import type { Outline } from './visibility.js';

/** False where `other` certainly hides nothing of `outline` in the picture. */
export function mayHide(other: Outline, outline: Outline, camera: Camera): boolean {
  if (
    other.body.nearest >= outline.body.farthest ||
    other.bounds.left >= outline.bounds.right ||
    other.bounds.right <= outline.bounds.left ||
    other.bounds.top >= outline.bounds.bottom ||
    other.bounds.bottom <= outline.bounds.top
  ) {
    return false;
  }
  const a = outline.body.thing;
  const b = other.body.thing;
  if (b.base + b.height <= a.base && camera.z >= a.base) return false;
  if (b.base >= a.base + a.height && camera.z <= a.base + a.height) return false;
  return !isParted(a, b, a, camera) && !isParted(a, b, b, camera);
}

/** Whether an upright face of `box` parts a from b with the camera on the side of a. */
function isParted(a: Thing, b: Thing, box: Thing, camera: Camera): boolean {
  return isPartedAlong(a, b, box.cosine, box.sine, camera) || isPartedAlong(a, b, -box.sine, box.cosine, camera);
}

function isPartedAlong(a: Thing, b: Thing, x: number, y: number, camera: Camera): boolean {
  const centreA = a.x * x + a.y * y;
  const centreB = b.x * x + b.y * y;
  const sign = centreB < centreA ? -1 : 1;
  // Measured along the direction from a to b, the plane may lie anywhere from the end of a to the start of b.
  const endOfA = sign * centreA + reach(a, x, y);
  const startOfB = sign * centreB - reach(b, x, y);
  return endOfA <= startOfB && sign * (camera.x * x + camera.y * y) <= startOfB;
}

/** Half of a footprint's extent along the unit direction (x, y). */
function reach(f: Thing, x: number, y: number): number {
  return Math.abs(f.cosine * x + f.sine * y) * f.halfWidth + Math.abs(f.cosine * y - f.sine * x) * f.halfDepth;
}
