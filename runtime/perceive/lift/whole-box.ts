/**
 * Whether the box around what is seen of a thing is that of the whole thing: every side of it must be where the thing ends,
 * and not where something hides it, the picture ends, or the thing hides its own back.
 */
import type { Vector3 } from '../../facts/rows.js';
import type { Box } from '../../geometry/box.js';
import { apply3, length, scale, subtract, transpose3 } from '../../geometry/matrix.js';
import type { ObjectPoint } from './object-points.js';
import type { Outline } from './outline.js';

/** Points this near to a side of the box are where it ends, metres and share of its size: the larger of the two. */
const END_METRES = 0.01;
const END_SHARE = 0.03;
/**
 * A side is cut where this share of the points at it lies at a cut of the outline. Behind a straight edge all do; where a
 * plant hides one corner, the rest of the side tells where it ends.
 */
const CUT_SHARE = 0.7;
/** Sine of the angle, about 3 degrees, at which a surface must be seen to tell where it ends. */
const GRAZING_SINE = 0.05;

/** Whether any of the six sides is where the outline is cut. */
export function isCut({ centre, size, rotation }: Box, points: readonly ObjectPoint[], { cut }: Outline): boolean {
  const back = transpose3(rotation);
  const ends = Array.from({ length: 6 }, () => ({ points: 0, cut: 0 }));
  for (const { point, pixel } of points) {
    const own = apply3(back, subtract(point, centre));
    for (const axis of [0, 1, 2] as const) {
      const fromEnd = size[axis] / 2 - Math.abs(own[axis]);
      if (fromEnd > Math.max(END_METRES, END_SHARE * size[axis])) continue;
      const end = ends[2 * axis + (own[axis] < 0 ? 0 : 1)];
      if (end === undefined) continue;
      end.points++;
      if (cut[pixel] === 1) end.cut++;
    }
  }
  return ends.some((end) => end.cut > CUT_SHARE * end.points);
}

/**
 * Whether the sides that face away end where they seem to. A box seen from above shows them as the rims of its top; seen
 * from the side, each as the end of the neighbouring side. Of a box seen straight on, below its top, the depth is unknown.
 */
export function showsItsBack({ centre, size, rotation }: Box): boolean {
  const camera = apply3(transpose3(rotation), scale(centre, -1));
  const distance = length(camera);
  const outside = (axis: 0 | 1 | 2): number => (Math.abs(camera[axis]) - size[axis] / 2) / distance;
  const isSeenFromAbove = camera[1] < 0 && outside(1) > GRAZING_SINE;
  return isSeenFromAbove || (outside(0) > GRAZING_SINE && outside(2) > GRAZING_SINE);
}

/** Lowest coordinate of the points of a box along `up`, for a box whose second axis points down. */
export function baseOf({ centre, size }: Box, up: Vector3): number {
  return centre[0] * up[0] + centre[1] * up[1] + centre[2] * up[2] - size[1] / 2;
}
