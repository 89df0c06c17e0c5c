/**
 * Boxes and angles in plain numbers, as docs/semantics.md section 9 writes them down: gap, overlap, blocks, angles,
 * words. Every sum and product is in the written order, so that results are the same bits as those of the database.
 */
import type { ObjectRow, SceneRow } from '../../runtime/facts/rows.js';
import { cross, dot, micrometreVector, subtract, type Vector, whole } from './whole-units.js';

const COS_5 = 0.9961946980917455;
const COS_15 = 0.9659258262890683;
/** What rounding to whole um leaves between boxes that touch. */
const TOUCHING = 5;

export interface Box {
  readonly centre: Vector;
  readonly size: Vector;
  /** Box axes in the camera frame. */
  readonly axes: readonly [Vector, Vector, Vector];
}

/** A box whose vertical axis is turned onto gravity. */
export interface Straightened {
  readonly centre: Vector;
  readonly up: Vector;
  readonly first: Vector;
  readonly second: Vector;
  /** Half sizes. */
  readonly halfFirst: number;
  readonly halfSecond: number;
  readonly halfUp: number;
}

/** The box of an object that is known to be whole, in whole um. */
export function boxOf(row: ObjectRow): Box | null {
  const [centre, size] = [micrometreVector(row.centre), micrometreVector(row.size)];
  if (centre === null || size === null || row.rotation === null) return null;
  const r = row.rotation;
  const axis = (j: number): Vector => [r[j] ?? 0, r[j + 3] ?? 0, r[j + 6] ?? 0];
  return { centre, size, axes: [axis(0), axis(1), axis(2)] };
}

/** A horizontal side of a box, with the box axis along it. */
export interface LevelSide {
  readonly axis: Vector;
  readonly size: number;
}

/** The two sides that are not upright, in the order of the box; unknown for a box tilted over 15 deg. */
export function levelSides(box: Box | null, { up }: SceneRow): readonly LevelSide[] | null {
  if (box === null || up === null) return null;
  const steep = box.axes.map((axis) => Math.abs(dot(up, axis)));
  const most = Math.max(...steep);
  if (most < COS_15) return null;
  const vertical = steep.indexOf(most);
  return box.axes.flatMap((axis, i) => (i === vertical ? [] : [{ axis, size: box.size[i] ?? 0 }]));
}

export function straightened(box: Box | null, scene: SceneRow): Straightened | null {
  const { up } = scene;
  if (box === null || up === null) return null;
  const steep = box.axes.map((axis) => Math.abs(dot(up, axis)));
  const most = Math.max(...steep);
  if (most < COS_15 || !(most >= COS_5)) return null;
  const vertical = steep.indexOf(most);
  const [i, k] = vertical === 0 ? ([1, 2] as const) : vertical === 1 ? ([0, 2] as const) : ([0, 1] as const);
  const g = dot(box.axes[i], up);
  const flat = subtract(box.axes[i], [g * up[0], g * up[1], g * up[2]]);
  const length = Math.sqrt(dot(flat, flat));
  const first: Vector = [flat[0] / length, flat[1] / length, flat[2] / length];
  return {
    centre: box.centre,
    up,
    first,
    second: cross(up, first),
    halfFirst: box.size[i] / 2,
    halfSecond: box.size[k] / 2,
    halfUp: (box.size[vertical] ?? 0) / 2,
  };
}

interface Footprints {
  readonly w: Vector;
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly twist: number;
}

function footprints(a: Straightened, b: Straightened): Footprints {
  const w = subtract(b.centre, a.centre);
  const c = dot(a.first, b.first);
  const s = (dot(a.second, b.first) - dot(a.first, b.second)) / 2;
  return { w, x: dot(a.first, w), y: dot(a.second, w), cos: Math.abs(c), sin: Math.abs(s), twist: c * s };
}

/** [outside, aside] of the four sides that face the other centre. */
function sides(a: Straightened, b: Straightened): readonly (readonly [number, number])[] {
  const { w, cos, sin, twist } = footprints(a, b);
  const from = (own: Straightened, other: Straightened, turn: 1 | -1): readonly (readonly [number, number])[] => {
    const [x, y] = [dot(own.first, w), dot(own.second, w)];
    const k = turn * (twist >= 0 ? 1 : -1) * x * y >= 0 ? 1 : -1;
    const [q1, q2] = [other.halfFirst, other.halfSecond];
    return [
      [
        Math.abs(y) - (own.halfSecond + (q2 * cos + q1 * sin)),
        Math.abs(k * Math.abs(x) - (q1 * cos - q2 * sin)) - own.halfFirst,
      ],
      [
        Math.abs(x) - (own.halfFirst + (q1 * cos + q2 * sin)),
        Math.abs(k * Math.abs(y) + (q2 * cos - q1 * sin)) - own.halfSecond,
      ],
    ];
  };
  return [...from(a, b, 1), ...from(b, a, -1)];
}

/** Whole um. */
export function gap(a: Straightened | null, b: Straightened | null): number | null {
  if (a === null || b === null) return null;
  const facing = sides(a, b);
  const squares = facing.map(([outside, aside]) => outside * outside + Math.max(aside, 0) * Math.max(aside, 0));
  const level = facing.some(([outside]) => outside > 0) ? Math.min(...squares) : 0;
  const above = Math.max(Math.abs(dot(a.up, subtract(b.centre, a.centre))) - (a.halfUp + b.halfUp), 0);
  const distance = Math.sqrt(level + above * above);
  return distance < TOUCHING ? 0 : whole(distance);
}

/** In 1e-9. */
export function overlap(a: Straightened | null, b: Straightened | null): number | null {
  if (a === null || b === null) return null;
  if (sides(a, b).some(([outside]) => outside > -TOUCHING)) return 0;
  const ratio = sharedArea(a, b) / (4 * a.halfFirst * a.halfSecond);
  return ratio < 0 ? 0 : ratio > 1 ? 1e9 : whole(ratio * 1e9);
}

function sharedArea(a: Straightened, b: Straightened): number {
  const { x: unmirrored, y, cos, sin, twist } = footprints(a, b);
  const x = twist >= 0 ? unmirrored : -unmirrored;
  const [p, q] = [a.halfFirst, a.halfSecond];
  const [c1, s1, c2, s2] = [b.halfFirst * cos, b.halfFirst * sin, b.halfSecond * cos, b.halfSecond * sin];
  const rising = sin / Math.max(cos, 1e-12);
  const falling = -(cos / Math.max(sin, 1e-12));
  const top = integral(x - s2, y + c2, c1, rising, p, q) + integral(x + c1, y + s1, s2, falling, p, q);
  const bottom = integral(x + s2, y - c2, c1, rising, p, q) + integral(x - c1, y - s1, s2, falling, p, q);
  return top - bottom;
}

function integral(mx: number, my: number, reach: number, slope: number, p: number, q: number): number {
  const [left, right] = [held(mx - reach, p), held(mx + reach, p)];
  const [from, to] = [my + (left - mx) * slope, my + (right - mx) * slope];
  const rise = to - from;
  const mean = Math.abs(rise) < 0.1 ? held((from + to) / 2, q) : (heldSum(to, q) - heldSum(from, q)) / rise;
  return (right - left) * mean;
}

const held = (v: number, limit: number): number => (Math.abs(v + limit) - Math.abs(v - limit)) / 2;
const heldSum = (v: number, limit: number): number =>
  ((v + limit) * Math.abs(v + limit) - (v - limit) * Math.abs(v - limit)) / 4;

/** Does x hide b from the eye (um, camera frame)? */
export function blocks(x: Box | null, b: Box | null, eye: Vector | null, margin: number): boolean | null {
  if (x === null || b === null || eye === null) return null;
  const e = seenFrom(x, eye);
  const target = seenFrom(x, b.centre);
  const arms = b.axes.map((axis, j): Vector => {
    const s = (b.size[j] ?? 0) / 2;
    return [s * dot(x.axes[0], axis), s * dot(x.axes[1], axis), s * dot(x.axes[2], axis)];
  });
  const thick = x.size.map((s) => s / 2 + margin);
  const thin = x.size.map((s) => s / 2 - margin);
  if (besideHider(e, target, arms, thick) || beyondTarget(x, b, eye, thick) || besideView(e, target, arms, thick))
    return false;
  if (!e.some((c, i) => Math.abs(c) > at(thick, i))) return null;
  return corners(target, arms).every((corner) => meets(e, corner, thin)) ? true : null;
}

const at = (v: readonly number[], i: number): number => v[i] ?? Number.NaN;
const seenFrom = (box: Box, p: Vector): Vector => {
  const v = subtract(p, box.centre);
  return [dot(box.axes[0], v), dot(box.axes[1], v), dot(box.axes[2], v)];
};
const spread = (v: readonly number[]): number => Math.abs(at(v, 0)) + Math.abs(at(v, 1)) + Math.abs(at(v, 2));

function corners(target: Vector, arms: readonly Vector[]): readonly Vector[] {
  const signs = [1, -1];
  const moved = (v: Vector, arm: number, sign: number): Vector => {
    const by = arms[arm] ?? [0, 0, 0];
    return sign === 1 ? [v[0] + by[0], v[1] + by[1], v[2] + by[2]] : subtract(v, by);
  };
  return signs.flatMap((i) => signs.flatMap((j) => signs.map((k) => moved(moved(moved(target, 0, i), 1, j), 2, k))));
}

function meets(eye: Vector, to: Vector, thin: readonly number[]): boolean {
  const length = subtract(to, eye).map(Math.abs);
  const turn = cross(eye, to);
  return [0, 1, 2].every((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return (
      Math.abs(at(eye, i) + at(to, i)) <= 2 * at(thin, i) + at(length, i) &&
      Math.abs(at(turn, i)) <= at(thin, j) * at(length, k) + at(thin, k) * at(length, j)
    );
  });
}

function besideHider(e: Vector, target: Vector, arms: readonly Vector[], thick: readonly number[]): boolean {
  return [0, 1, 2].some((i) => {
    const reach = spread(arms.map((arm) => at(arm, i)));
    const [from, to, limit] = [at(e, i), at(target, i), at(thick, i)];
    return (limit < from && limit < to - reach) || (limit < -from && limit < -to - reach);
  });
}

function beyondTarget(x: Box, b: Box, eye: Vector, thick: readonly number[]): boolean {
  const [e, place] = [seenFrom(b, eye), seenFrom(b, x.centre)];
  return b.axes.some((axis, j) => {
    const reach = spread(x.axes.map((own, i) => at(thick, i) * dot(own, axis)));
    const half = at(b.size, j) / 2;
    return [1, -1].some((sign) => {
      const near = sign * at(place, j) - reach;
      return half < near && sign * at(e, j) < near;
    });
  });
}

function besideView(e: Vector, target: Vector, arms: readonly Vector[], thick: readonly number[]): boolean {
  const view = subtract(target, e);
  const depth = dot(view, view) - spread(arms.map((arm) => dot(view, arm)));
  const units: readonly Vector[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  return units.some((unit) => {
    const level = cross(unit, view);
    const reach = spread(arms.map((arm) => dot(level, arm)));
    return [depth, -depth].some((side) => {
      const n: Vector = [
        side * level[0] - reach * view[0],
        side * level[1] - reach * view[1],
        side * level[2] - reach * view[2],
      ];
      return 0 < depth && spread(n.map((c, i) => at(thick, i) * c)) < -dot(n, e);
    });
  });
}

/** From 0 to 180 deg in whole micro-degrees. */
export function angleBetween(u: Vector, v: Vector): number | null {
  const along = dot(u, v);
  const acute = acuteAngle(u, v);
  return acute === null ? null : whole(along >= 0 ? acute : 180e6 - acute);
}

/** From 0 to 90 deg. */
export const axisAngle = (u: Vector, v: Vector): number | null => whole(acuteAngle(u, v));

function acuteAngle(u: Vector, v: Vector): number | null {
  const turn = cross(u, v);
  const across = Math.sqrt(dot(turn, turn));
  const along = Math.abs(dot(u, v));
  const radius = Math.sqrt(across * across + along * along);
  if (radius + along === 0) return null;
  const halfTangent = (t: number): number => t / (1 + Math.sqrt(1 + t * t));
  const t = halfTangent(halfTangent(across / (radius + along)));
  const z = t * t;
  const series = [13, 11, 9, 7, 5, 3, 1].reduce((rest, odd) => 1 / odd - z * rest, 1 / 15);
  return t * series * 458366236.1046586;
}

/** Components in 1e-9 of the vector's length; unknown under three length margins. */
export function unitVector(v: Vector, margin: number): Vector | null {
  const length = Math.sqrt(dot(v, v));
  if (length < 3 * margin) return null;
  const part = (c: number): number => Math.floor((c / length) * 1e9 + 0.5);
  return [part(v[0]), part(v[1]), part(v[2])];
}

/** Where a vector's end is of its start; components right, up, forward. */
export function inWords(
  [right, up, forward]: readonly [number | null, number | null, number | null],
  frame: 'camera' | 'world' | 'viewer',
  margin: number,
): string | null {
  const [ahead, behind] = frame === 'viewer' ? ['ahead', 'behind'] : ['behind', 'in front'];
  const said: string[] = [];
  const named = [
    [right, 'to the right', 'to the left'],
    [up, 'above', 'below'],
    [forward, ahead, behind],
  ] as const;
  for (const [c, positive, negative] of named) {
    if (c === null) return null;
    if (c > margin) said.push(positive);
    else if (c < -margin) said.push(negative);
    else if (2 * Math.abs(c) >= margin) return null;
  }
  const [first, second, third] = said;
  if (first === undefined) return null;
  if (second === undefined) return first;
  return third === undefined ? `${first} and ${second}` : `${first}, ${second} and ${third}`;
}
