/**
 * The columns of an object, one definition each (docs/semantics.md section 2).
 * Lengths are whole micrometres; axes and rotations are plain numbers. Every column is unknown where its inputs are.
 */
import {
  absolute,
  add,
  and,
  apply,
  atMost,
  below,
  divide,
  equal,
  int,
  isKnown,
  isTrue,
  item,
  join,
  multiply,
  negate,
  not,
  or,
  real,
  root,
  subtract,
  sum,
  text,
  toReal,
  when,
  where,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { lexicon } from '../std/references.js';
import { lengthPrefixed } from './draw.js';
import { keyDefinitions } from './entity-keys.js';
import { cross, dot, horizontal, known, length, over, wholeLength, type Xyz, xyz } from './triple.js';

/** Looks up another column of the same object. */
export type Need = (name: string) => Expression;
/** Keeps a value that is used more than once in a column of its own. */
export type Share = (value: Expression) => Expression;
export type Definition = (need: Need) => Expression;

/** Cosines and sines of the angles of docs/semantics.md, as written there. */
const cos5 = 0.9961946980917455;
const cos15 = 0.9659258262890683;
const sin70 = 0.9396926207859083;
const cos45 = Math.SQRT1_2;

const um = (metres: Expression): Expression => whole(multiply(metres, real(1e6)));
const vector = (need: Need, prefix: string): Xyz => xyz(need(`${prefix}x`), need(`${prefix}y`), need(`${prefix}z`));
const reals = (v: Xyz): Xyz => xyz(toReal(v.x), toReal(v.y), toReal(v.z));

export const centre = (need: Need): Xyz => reals(vector(need, 'c'));
export const up = (need: Need): Xyz => vector(need, 'u');
export const sizes = (need: Need): readonly Expression[] => ['s1', 's2', 's3'].map((s) => toReal(need(s)));
/** Box axis j (from 0) in the camera frame: a column of the rotation. */
export const axis = (need: Need, j: number): Xyz => xyz(need(`r1${j + 1}`), need(`r2${j + 1}`), need(`r3${j + 1}`));

/** Half the extent of the box along a direction whose products with the box axes are given. */
function half(products: readonly Expression[], need: Need): Expression {
  const [a, b, c] = products.map((p, j) => multiply(absolute(p), sizes(need)[j] ?? real(0)));
  return divide(sum(a ?? real(0), b ?? real(0), c ?? real(0)), real(2));
}

const lift = (definitions: Readonly<Record<string, Definition>>): Readonly<Record<string, Definition>> => definitions;

const given = lift({
  /** What is read of the tables, so that the rest speaks of columns of one object. */
  whole_box: (need) =>
    isTrue(
      and(
        // Lengths known up to a common factor are no lengths.
        need('metric'),
        or(
          equal(need('extent'), text('amodal')),
          and(atMost(need('truncation'), real(0.02)), atMost(real(0.7), need('visibility'))),
        ),
      ),
    ),
  ...Object.fromEntries(
    ['x', 'y', 'z'].map((c, i) => [
      `c${c}`,
      (need: Need) => where(need('whole_box'), um(item(need('centre'), int(i)))),
    ]),
  ),
  ...Object.fromEntries(
    [0, 1, 2].map((j) => [`s${j + 1}`, (need: Need) => where(need('whole_box'), um(item(need('size'), int(j))))]),
  ),
  ...Object.fromEntries(
    [0, 1, 2].flatMap((i) =>
      [0, 1, 2].map((j) => [
        `r${i + 1}${j + 1}`,
        (need: Need) => where(need('whole_box'), item(need('rotation'), int(3 * i + j))),
      ]),
    ),
  ),
  ...Object.fromEntries(['x', 'y', 'z'].map((c, i) => [`u${c}`, (need: Need) => item(need('up'), int(i))])),
  ...Object.fromEntries(
    ['x', 'y', 'z'].map((c, i) => [
      `f${c}`,
      (need: Need) => where(equal(need('front'), text('one')), item(need('facing'), int(i))),
    ]),
  ),
  ...Object.fromEntries(['x1', 'y1', 'x2', 'y2'].map((c, i) => [c, (need: Need) => item(need('box2d'), int(i))])),
});

const presence = lift({
  candidate: (need) => not(isTrue(below(need('visibility'), real(0.05)))),
  certain: (need) =>
    isTrue(
      and(
        equal(need('presence'), text('certain')),
        not(need('crowd')),
        not(equal(need('category'), text('*'))),
        not(isTrue(below(need('visibility'), real(0.25)))),
      ),
    ),
  scene_key: (need) => join(lengthPrefixed(need('source')), lengthPrefixed(need('scene_id'))),
  key: (need) => lengthPrefixed(need('object_id')),
  /** The vocabulary has a noun for it, and its label says nothing of place, size, number or facing. */
  clean: (need) =>
    and(isKnown(need('noun')), not(apply('has_word', 'bool', need('category'), text(lexicon.join('|'))))),
});

const picture = lift({
  bearing: (need) => whole(multiply(add(need('x1'), need('x2')), real(500))),
  elevation: (need) => whole(multiply(add(need('y1'), need('y2')), real(500))),
});

const placed = lift({
  depth: (need) => need('cz'),
  distance: (need) => wholeLength(centre(need)),
  /** Of the distance, by what the scene says of its scale; 0 where it says nothing. */
  distance_sigma: (need) => {
    const share = when([[isKnown(need('scale_sigma')), need('scale_sigma')]], real(0));
    return whole(multiply(toReal(need('distance')), share));
  },
  nearest: (need) => {
    const beyond = [0, 1, 2].map((j): Expression => {
      const p = subtract(absolute(dot(centre(need), axis(need, j))), divide(sizes(need)[j] ?? real(0), real(2)));
      return when([
        [below(real(0), p), p],
        [atMost(p, real(0)), real(0)],
      ]);
    });
    const [a = real(0), b = real(0), c = real(0)] = beyond;
    return whole(root(sum(multiply(a, a), multiply(b, b), multiply(c, c))));
  },
  half_right: (need) => half([need('r11'), need('r12'), need('r13')], need),
  half_forward: (need) => half([need('r31'), need('r32'), need('r33')], need),
  span_right_low: (need) => whole(subtract(toReal(need('cx')), need('half_right'))),
  span_right_high: (need) => whole(add(toReal(need('cx')), need('half_right'))),
  span_forward_low: (need) => whole(subtract(toReal(need('cz')), need('half_forward'))),
  span_forward_high: (need) => whole(add(toReal(need('cz')), need('half_forward'))),
  volume: (need) => {
    const [a = real(0), b = real(0), c = real(0)] = sizes(need);
    return whole(divide(multiply(multiply(a, b), c), real(1e9)));
  },
});

const againstGravity = lift({
  /** Rolled cameras have no left and right; unknown gravity counts as upright. */
  upright: (need) =>
    or(
      not(isKnown(need('ux'))),
      isTrue(
        atMost(
          multiply(real(cos15), root(add(multiply(need('ux'), need('ux')), multiply(need('uy'), need('uy'))))),
          negate(need('uy')),
        ),
      ),
    ),
  ...Object.fromEntries([0, 1, 2].map((j) => [`up${j + 1}`, (need: Need) => dot(up(need), axis(need, j))])),
  height_above: (need) => dot(up(need), centre(need)),
  half_up: (need) => half([need('up1'), need('up2'), need('up3')], need),
  span_up_low: (need) => whole(subtract(need('height_above'), need('half_up'))),
  span_up_high: (need) => whole(add(need('height_above'), need('half_up'))),
  base: (need) =>
    whole(subtract(subtract(need('height_above'), need('half_up')), multiply(need('floor_height'), real(1e6)))),
  top: (need) => whole(subtract(add(need('height_above'), need('half_up')), multiply(need('floor_height'), real(1e6)))),
  /** Which box axis (1, 2, 3) is vertical; unknown when none is within 15 degrees of it. */
  vertical: (need) => {
    const [a, b, c] = ['up1', 'up2', 'up3'].map((v) => absolute(need(v)));
    if (!a || !b || !c) return int(0);
    const clear = (v: Expression): Expression => atMost(real(cos15), v);
    return when([
      [and(atMost(b, a), atMost(c, a)), where(clear(a), int(1))],
      [and(below(a, b), atMost(c, b)), where(clear(b), int(2))],
      [and(below(a, c), below(b, c)), where(clear(c), int(3))],
    ]);
  },
  height: (need) => byAxis(need, (j) => need(`s${j}`)),
  /** The sizes of the two level axes, the first of them in box order. */
  level1: (need) => byAxis(need, (j) => need(j === 1 ? 's2' : 's1')),
  level2: (need) => byAxis(need, (j) => need(j === 3 ? 's2' : 's3')),
  footprint_area: (need) => whole(divide(multiply(toReal(need('level1')), toReal(need('level2'))), real(1e6))),
  turn1: (need) => absolute(dot(facing(need), levelAxis(need, 0))),
  turn2: (need) => absolute(dot(facing(need), levelAxis(need, 1))),
  width: (need) => acrossFacing(need, 'level2', 'level1'),
  depth_extent: (need) => acrossFacing(need, 'level1', 'level2'),
});

const facing = (need: Need): Xyz => vector(need, 'f');

function byAxis(need: Need, value: (j: 1 | 2 | 3) => Expression): Expression {
  const axes = [1, 2, 3] as const;
  return when(axes.map((j) => [equal(need('vertical'), int(j)), value(j)] as const));
}

function levelAxis(need: Need, which: 0 | 1): Xyz {
  const level: Readonly<Record<1 | 2 | 3, readonly [number, number]>> = { 1: [1, 2], 2: [0, 2], 3: [0, 1] };
  const component = (row: 1 | 2 | 3): Expression => byAxis(need, (j) => need(`r${row}${level[j][which] + 1}`));
  return xyz(component(1), component(2), component(3));
}

/** `along`: the size to take when the facing runs along the first level axis; else `across`. Without facing: the longer is the width. */
function acrossFacing(need: Need, along: 'level1' | 'level2', across: 'level1' | 'level2'): Expression {
  const longerFirst = along === 'level2';
  const [a, b] = [need('level1'), need('level2')];
  return when([
    [atMost(need('turn2'), need('turn1')), need(along)],
    [below(need('turn1'), need('turn2')), need(across)],
    [atMost(b, a), longerFirst ? a : b],
    [below(a, b), longerFirst ? b : a],
  ]);
}

/**
 * The level axes of a box that is straightened: its vertical axis, within 5 degrees of gravity, is turned onto it.
 * In three stages, so that no formula is written out twice.
 */
const straightened = lift({
  ...threeOf('level1_box_', (need) => levelAxis(need, 0)),
  ...threeOf('level2_box_', (need) => levelAxis(need, 1)),
  ...threeOf('level1_flat_', (need) => horizontal(vector(need, 'level1_box_'), up(need))),
  ...threeOf('level1_', (need) => {
    const flat = vector(need, 'level1_flat_');
    const steep = byAxis(need, (j) => absolute(need(`up${j}`)));
    return known(atMost(real(cos5), steep), over(flat, length(flat)));
  }),
  ...threeOf('level2_', (need) => cross(up(need), vector(need, 'level1_'))),
});

/** What faces up or down faces no way. */
const isLevel = (need: Need): Expression => atMost(absolute(dot(facing(need), up(need))), real(cos45));

const frames = lift({
  ...threeOf('wf', (need) => {
    const u = up(need);
    const level = horizontal(xyz(real(0), real(0), real(1)), u);
    return known(atMost(absolute(u.z), real(sin70)), over(level, length(level)));
  }),
  ...threeOf('wr', (need) => cross(vector(need, 'wf'), up(need))),
  world_right: (need) => whole(dot(vector(need, 'wr'), centre(need))),
  world_up: (need) => whole(need('height_above')),
  world_forward: (need) => whole(dot(vector(need, 'wf'), centre(need))),
  facing_right: (need) => where(isLevel(need), dot(vector(need, 'wr'), facing(need))),
  facing_forward: (need) => where(isLevel(need), dot(vector(need, 'wf'), facing(need))),
  ...threeOf('vf', (need) => {
    const level = horizontal(facing(need), up(need));
    return known(isLevel(need), over(level, length(level)));
  }),
  ...threeOf('vr', (need) => cross(vector(need, 'vf'), up(need))),
});

/** The level axes of the straightened box: plain numbers, unknown where no axis is within 5 degrees of gravity. */
export const levelAxes = (need: Need): readonly [Xyz, Xyz] => [vector(need, 'level1_'), vector(need, 'level2_')];

/** Three columns `<prefix>x`, `y`, `z` of one vector. */
function threeOf(prefix: string, make: (need: Need) => Xyz): Readonly<Record<string, Definition>> {
  return {
    [`${prefix}x`]: (need) => make(need).x,
    [`${prefix}y`]: (need) => make(need).y,
    [`${prefix}z`]: (need) => make(need).z,
  };
}

/** What follows from the centre, the axes and the facing of a box, wherever it stands. */
export const followingDefinitions: Readonly<Record<string, Definition>> = {
  ...placed,
  ...againstGravity,
  ...straightened,
  ...frames,
};

/** Every column of an object that is computed from its row, its scene's row, or other columns. */
export const objectDefinitions: Readonly<Record<string, Definition>> = {
  ...given,
  ...presence,
  ...keyDefinitions('object_id'),
  ...picture,
  ...followingDefinitions,
};
