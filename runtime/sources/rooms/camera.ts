/**
 * The camera of a room: a hand-held 640 x 480 pinhole camera with exact intrinsics and pose.
 *
 * Angles are drawn as tangents and turned into unit vectors by a square root, which IEEE 754 rounds exactly;
 * no sine or cosine, whose last bit differs between machines, takes part.
 */

import { below, between, chance, type Random, wholeBetween } from './random.js';

export const pictureWidth = 640;
export const pictureHeight = 480;

/** Nothing nearer than this along the optical axis is in view, metres. */
export const nearDepth = 0.05;

/** A rectangle of viewing directions (x / z, y / z) in the camera frame. */
export interface ViewRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** World: metres, z up, origin in a corner of the room. Axes are the camera's unit axes in the world. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly right: readonly [number, number, number];
  readonly down: readonly [number, number, number];
  readonly forward: readonly [number, number, number];
  /** The unit horizontal direction that the camera looks in. */
  readonly headingX: number;
  readonly headingY: number;
  /** Pixels; both axes share it. */
  readonly focal: number;
  readonly centreU: number;
  readonly centreV: number;
  /** The directions of the picture: from the first pixel centre to the last. */
  readonly view: ViewRectangle;
}

/** Draws a camera that stands near the border of a width x depth room and looks across it. */
export function drawCamera(random: Random, width: number, depth: number): Camera {
  const { x, y, headingX, headingY } = drawStance(random, width, depth);
  const z = wholeBetween(random, 120, 190) / 100;
  const [sinePitch, cosinePitch] = sineAndCosine(chance(random, 0.08) ? 0 : between(random, -0.7, 0.087));
  const [sineRoll, cosineRoll] = sineAndCosine(drawRollTangent(random));
  const focal = between(random, 440, 660);
  const centreU = 319.5 + between(random, -6, 6);
  const centreV = 239.5 + between(random, -6, 6);
  const up = [-sinePitch * headingX, -sinePitch * headingY, cosinePitch] as const;
  const level = [headingY, -headingX, 0] as const;
  return {
    x,
    y,
    z,
    right: combine(cosineRoll, level, sineRoll, up),
    down: combine(sineRoll, level, -cosineRoll, up),
    forward: [cosinePitch * headingX, cosinePitch * headingY, sinePitch],
    headingX,
    headingY,
    focal,
    centreU,
    centreV,
    view: {
      left: -centreU / focal,
      top: -centreV / focal,
      right: (pictureWidth - 1 - centreU) / focal,
      bottom: (pictureHeight - 1 - centreV) / focal,
    },
  };
}

interface Stance {
  readonly x: number;
  readonly y: number;
  readonly headingX: number;
  readonly headingY: number;
}

/** Near one of the four walls, mostly turned to the middle of the room; now and then exactly along an axis. */
function drawStance(random: Random, width: number, depth: number): Stance {
  const along = between(random, 0.2, 0.8);
  const away = between(random, 0.3, 0.6);
  const wall = below(random, 4);
  const x = wall === 1 ? width - away : wall === 3 ? away : along * width;
  const y = wall === 0 ? away : wall === 2 ? depth - away : along * depth;
  if (chance(random, 0.2)) {
    const sign = wall === 0 || wall === 3 ? 1 : -1;
    return wall % 2 === 0 ? { x, y, headingX: 0, headingY: sign } : { x, y, headingX: sign, headingY: 0 };
  }
  const towardsX = width * between(random, 0.35, 0.65) - x;
  const towardsY = depth * between(random, 0.35, 0.65) - y;
  const length = Math.sqrt(towardsX * towardsX + towardsY * towardsY);
  return { x, y, headingX: towardsX / length, headingY: towardsY / length };
}

/** Mostly within 5 degrees, sometimes up to 25, sometimes exactly none. */
function drawRollTangent(random: Random): number {
  const sort = below(random, 16);
  if (sort < 2) return 0;
  return sort < 14 ? between(random, -0.0875, 0.0875) : between(random, -0.466, 0.466);
}

function sineAndCosine(tangent: number): readonly [number, number] {
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  return [tangent * cosine, cosine];
}

function combine(
  s: number,
  a: readonly [number, number, number],
  t: number,
  b: readonly [number, number, number],
): readonly [number, number, number] {
  return [s * a[0] + t * b[0], s * a[1] + t * b[1], s * a[2] + t * b[2]];
}
