/**
 * What a reader with a picture and a ruler sees of a row of facts, in metres and pixels. Only what can be told of it in
 * every ordinary way is told: of two things one is to the left where its middle, all of its body and its place in the
 * picture are, and clearly so.
 */
import type { ObjectRow, SceneRow } from '../../../runtime/facts/rows.js';
import { isNextTo, isOn, isUnder } from '../contact.js';
import type { Thing } from '../thing.js';
import { cross, dot, minus, norm, times, type Vec } from '../vectors.js';

/** Nearer together than this nobody could tell; but for the last digit of what was rounded. */
const CLEAR = 0.1 - 2e-6;
const CLEAR_SHARE = 0.1 - 1e-6;

type Range = readonly [number, number];

export interface Sight {
  readonly row: ObjectRow;
  /** Surely there, and seen well enough to be meant. */
  readonly certain: boolean;
  readonly across: number;
  readonly acrossSpan: Range;
  /** Of the middle of its box in the picture, pixels. */
  readonly column: number;
  readonly deep: number;
  readonly away: number;
  readonly awayAtLeast: number;
  readonly height: number;
  readonly width: number;
  readonly volume: number;
  readonly under: number;
  readonly over: number;
  /** Of the middle of its box in the picture, pixels from the top. */
  readonly line: number;
  /** Its body, seen in a level frame with the camera at the origin. */
  readonly solid: Thing;
}

/** @throws where a row has no box to look at */
export function sightOf(row: ObjectRow, scene: SceneRow): Sight {
  const { centre, size, rotation, box2d, facing } = row;
  if (!centre || !size || !rotation || !box2d || !scene.up) throw new Error(`${row.objectId} has no box`);
  const axes = [0, 1, 2].map((j) => [0, 1, 2].map((i) => rotation[3 * i + j] ?? Number.NaN));
  const up = scene.up;
  const along = (way: readonly number[], axis: readonly number[]): number =>
    way.reduce((sum, part, i) => sum + part * (axis[i] ?? Number.NaN), 0);
  const half = (way: readonly number[]): number =>
    axes.reduce((sum, axis, j) => sum + (Math.abs(along(way, axis)) * (size[j] ?? Number.NaN)) / 2, 0);
  const upright = axes.map((axis) => Math.abs(along(up, axis)));
  const level = [0, 1, 2].filter((j) => upright[j] !== Math.max(...upright));
  const sides = level.map((j) => ({
    long: size[j] ?? Number.NaN,
    front: facing ? Math.abs(along(facing, axes[j] ?? [])) : 0,
  }));
  const outside = axes.map((axis, j) => Math.max(0, Math.abs(along(centre, axis)) - (size[j] ?? Number.NaN) / 2));
  return {
    row,
    certain: row.presence === 'certain' && (row.visibility ?? 1) >= 0.25 && !row.crowd,
    across: centre[0],
    acrossSpan: [centre[0] - half([1, 0, 0]), centre[0] + half([1, 0, 0])],
    column: (box2d[0] + box2d[2]) / 2,
    deep: centre[2],
    away: Math.hypot(...centre),
    awayAtLeast: Math.hypot(...outside),
    height: size.find((_, j) => upright[j] === Math.max(...upright)) ?? Number.NaN,
    width: widthOf(sides, facing !== null),
    volume: size[0] * size[1] * size[2],
    under: along(centre, up) - half(up),
    over: along(centre, up) + half(up),
    line: (box2d[1] + box2d[3]) / 2,
    solid: solidOf(row, scene.up, centre, size, axes),
  };
}

/** Two level axes at right angles, whichever way; only how things stand to each other is asked of them. */
function solidOf(row: ObjectRow, up: Vec, centre: Vec, size: Vec, axes: readonly (readonly number[])[]): Thing {
  const [x, y, z] = axes.map(([p = 0, q = 0, r = 0]): Vec => [p, q, r]);
  if (!x || !y || !z) throw new Error(`${row.objectId} has no axes`);
  if (Math.abs(dot(y, up)) < 0.99) throw new Error(`${row.objectId} does not stand upright`);
  const away: Vec = Math.abs(up[0]) < 0.5 ? [1, 0, 0] : [0, 0, 1];
  const level = minus(away, times(up, dot(away, up)));
  const east = times(level, 1 / norm(level));
  const north = cross(up, east);
  const seen = (v: Vec): Vec => [dot(v, east), dot(v, north), 0];
  const [toRight, front] = [seen(x), seen(z)];
  const handed = Math.sign(toRight[0] * front[1] - toRight[1] * front[0]);
  return {
    id: row.objectId,
    label: row.category,
    certain: true,
    centre: [dot(centre, east), dot(centre, north), dot(centre, up)],
    toRight,
    toFront: times(front, handed),
    width: size[0],
    height: size[1],
    depth: size[2],
    fronts: 'none',
    box: [0, 0, 0, 0],
  };
}

/** Across the front, where there is one; else the longer side. */
function widthOf(sides: readonly { readonly long: number; readonly front: number }[], fronted: boolean): number {
  if (!fronted) return Math.max(...sides.map(({ long }) => long));
  return sides.reduce((best, side) => (side.front < best.front ? side : best)).long;
}

const shorter = (a: number, b: number): boolean => b - a > Math.max(CLEAR, CLEAR_SHARE * Math.max(a, b));
const lower = (a: number, b: number): boolean => b - a > CLEAR;

export type Compared = (a: Sight, b: Sight) => boolean;

export const isLeft: Compared = (a, b) =>
  lower(a.across, b.across) && lower(a.acrossSpan[1], b.acrossSpan[0]) && a.column < b.column;
export const isRight: Compared = (a, b) => isLeft(b, a);
export const isNearer: Compared = (a, b) =>
  shorter(a.away, b.away) && shorter(a.awayAtLeast, b.awayAtLeast) && shorter(a.deep, b.deep);

/** By the words that stand before a noun: what the thing has to be against every other of the kind. */
export const superlatives: Readonly<Record<string, Compared>> = {
  leftmost: isLeft,
  rightmost: isRight,
  nearest: isNearer,
  farthest: (a, b) => isNearer(b, a),
  tallest: (a, b) => shorter(b.height, a.height),
  shortest: (a, b) => shorter(a.height, b.height),
  widest: (a, b) => shorter(b.width, a.width),
  narrowest: (a, b) => shorter(a.width, b.width),
  largest: (a, b) => b.volume < a.volume * (1 - 3 * CLEAR_SHARE),
  smallest: (a, b) => a.volume < b.volume * (1 - 3 * CLEAR_SHARE),
};

/** True, surely false, or neither. */
export type Standing = (a: Sight, b: Sight) => boolean | null;

const either =
  (yes: Compared, no: Compared): Standing =>
  (a, b) =>
    yes(a, b) ? true : no(a, b) ? false : null;

const isHigher: Compared = (a, b) => lower(b.over, a.under) && a.line < b.line;
const isLower: Compared = (a, b) => isHigher(b, a);
/** By the words between a noun and its landmark. */
export const landmarks: Readonly<Record<string, Standing>> = {
  'to the left of': either(isLeft, isRight),
  'to the right of': either(isRight, isLeft),
  'next to': (a, b) => isNextTo(a.solid, b.solid),
  above: either(isHigher, isLower),
  below: either(isLower, isHigher),
  on: (a, b) => isOn(a.solid, b.solid),
  under: (a, b) => isUnder(a.solid, b.solid),
};

/** How much of both pixel boxes is common to them. */
export function commonShare(a: readonly number[], b: readonly number[]): number {
  const side = (i: number): number =>
    Math.max(0, Math.min(a[i + 2] ?? 0, b[i + 2] ?? 0) - Math.max(a[i] ?? 0, b[i] ?? 0));
  const area = (c: readonly number[]): number => ((c[2] ?? 0) - (c[0] ?? 0)) * ((c[3] ?? 0) - (c[1] ?? 0));
  const common = side(0) * side(1);
  return common / (area(a) + area(b) - common);
}
