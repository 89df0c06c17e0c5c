/** Boxes lifted from rendered rooms with true depth and masks, against the boxes that the rooms were made of. */
import { describe, expect, it } from 'vitest';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { asMatrix3, column3, dot, length, subtract } from '../../runtime/geometry/matrix.js';
import type { LiftedObject } from '../../runtime/perceive/lift/lift-object.js';
import { liftScene } from '../../runtime/perceive/lift/lift-scene.js';
import type { UprightBox } from '../../runtime/perceive/lift/upright-box.js';
import { type RenderedThing, renderedRoom } from './rendered-room.js';

const ROOMS = 24;
const SEED = 41;

interface Pair extends RenderedThing {
  readonly lifted: LiftedObject;
}

/** Gravity is found, too: nothing but depth, intrinsics and masks is given. */
const pairs: readonly Pair[] = Array.from({ length: ROOMS }, (_, index) => {
  const { map, things } = renderedRoom(SEED, index);
  const masks = things.map(({ mask }) => mask);
  const { objects } = liftScene(map, masks, { up: null, floorHeight: null });
  return objects.flatMap((lifted, position) => {
    const thing = things[position];
    return thing === undefined ? [] : [{ ...thing, lifted }];
  });
}).flat();

/** As docs/semantics.md, section 2, has it of boxes that are not amodal. */
const isWhole = ({ visibility, truncation }: Pick<ObjectRow, 'visibility' | 'truncation'>): boolean =>
  visibility !== null && truncation !== null && visibility >= 0.7 && truncation <= 0.02;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

interface Errors {
  readonly pair: Pair;
  readonly centreMetres: number;
  /** Relative, per axis of the thing. */
  readonly sizes: readonly number[];
  readonly yawDegrees: number;
}

function errorsOf(pair: Pair, box: UprightBox): Errors {
  const { centre, size, rotation } = pair.truth;
  const axes = asMatrix3(rotation ?? []);
  if (centre === null || size === null || axes === null) throw new Error('a room without truth');
  const across = column3(axes, 0);
  const along = [0, 2].map((axis) => Math.abs(dot(column3(box.rotation, axis === 0 ? 0 : 2), across)));
  const isTurned = (along[1] ?? 0) > (along[0] ?? 0);
  const [x, y, z] = box.size;
  const own = isTurned ? [z, y, x] : [x, y, z];
  return {
    pair,
    centreMetres: length(subtract(box.centre, centre)),
    sizes: own.map((one, axis) => Math.abs(one / (size[axis] ?? 1) - 1)),
    yawDegrees: (Math.acos(Math.min(1, Math.max(...along))) * 180) / Math.PI,
  };
}

describe('of things that are seen whole', () => {
  const seen = pairs.filter(({ truth }) => isWhole(truth));
  const errors = seen.flatMap((pair) => (pair.lifted.box === null ? [] : [errorsOf(pair, pair.lifted.box)]));

  it('centres are within 3 cm, sizes within 5 %, turns within 3 degrees, by their medians', () => {
    expect(errors.length).toBeGreaterThan(60);
    expect(median(errors.map(({ centreMetres }) => centreMetres))).toBeLessThan(0.03);
    for (const axis of [0, 1, 2]) expect(median(errors.map(({ sizes }) => sizes[axis] ?? 0))).toBeLessThan(0.05);
    const turned = errors.filter(({ pair }) => !pair.isRound);
    expect(median(turned.map(({ yawDegrees }) => yawDegrees))).toBeLessThan(3);
  });

  it('nine of ten are so', () => {
    const good = errors.filter(
      ({ centreMetres, sizes, yawDegrees, pair }) =>
        centreMetres < 0.05 && median(sizes) < 0.05 && (pair.isRound || yawDegrees < 3),
    );
    expect(good.length / errors.length).toBeGreaterThan(0.9);
  });

  it('four of five have a box that is known to be whole', () => {
    const whole = seen.filter(({ lifted }) => lifted.box !== null && isWhole(lifted));
    expect(whole.length / seen.length).toBeGreaterThan(0.8);
  });
});

describe('of things that are not seen whole', () => {
  it('hardly a box passes for whole that is not', () => {
    const passed = pairs.flatMap((pair) =>
      pair.lifted.box !== null && isWhole(pair.lifted) ? [errorsOf(pair, pair.lifted.box)] : [],
    );
    const wrong = passed.filter(({ centreMetres }) => centreMetres > 0.15);
    expect(wrong.length / passed.length).toBeLessThan(0.05);
  });

  it('what the picture cuts is not known to be whole, and what it holds is not said to be cut', () => {
    const cut = pairs.filter(({ truth }) => (truth.truncation ?? 0) > 0.1);
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.filter(({ lifted }) => isWhole(lifted)).map(({ truth }) => truth.objectId)).toEqual([]);
    const held = pairs.filter(({ truth, lifted }) => truth.truncation === 0 && isWhole(lifted));
    expect(held.length).toBeGreaterThan(50);
  });

  it('what is half hidden is hardly ever taken for whole', () => {
    const hidden = pairs.filter(({ truth }) => (truth.visibility ?? 1) < 0.45);
    expect(hidden.length).toBeGreaterThan(5);
    expect(hidden.filter(({ lifted }) => isWhole(lifted)).length).toBeLessThanOrEqual(1);
  });
});
