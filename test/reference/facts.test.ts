import { describe, expect, it } from 'vitest';
import type { ObjectRow, SceneRow, Vector3 } from '../../runtime/facts/rows.js';
import { fromFacing, fromToward, fromWorld, isRolled, worldAxes } from './frames.js';
import { objectFacts } from './object-facts.js';
import { LEVEL, scene, thing } from './scene-builder.js';
import type { CameraPlace } from './value.js';
import { whole } from './whole-units.js';

const level = scene('level', []).scene;
const withUp = (up: Vector3 | null): SceneRow => ({ ...level, up });
const factsOf = (facts: Partial<ObjectRow>, seen = level) => objectFacts(thing('a', 'chair', [1, 0, 2], facts), seen);
const point = (x: number, y: number, z: number): CameraPlace => ({
  kind: 'camera place',
  isPoint: true,
  xyz: [x * 1e6, y * 1e6, z * 1e6],
});

describe('whole units', () => {
  it('rounds halves upwards, and knows nothing of infinities and numbers too large', () => {
    expect([0.5, -0.5, -0.51, 1.49].map(whole)).toEqual([1, 0, -1, 1]);
    expect([Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15].map(whole)).toEqual([null, null, null, null]);
  });
});

describe('facts of an aligned cube of 50 cm at (1, 0, 2)', () => {
  it('measures in whole micrometres', () => {
    const facts = factsOf({});
    expect(facts.distance).toBe(2_236_068); // sqrt 5 m
    expect(facts.nearest).toBe(1_903_943); // sqrt(0.75^2 + 0 + 1.75^2) m
    expect(facts.spanRight).toEqual([750_000, 1_250_000]);
    expect(facts.spanForward).toEqual([1_750_000, 2_250_000]);
    expect(facts.spanUp).toEqual([-250_000, 250_000]);
    expect(facts.base).toBe(1_250_000); // the floor is 1.5 m below the camera
    expect(facts.volume).toBe(125_000_000); // mm3
  });

  it('takes bearing and elevation from the 2D box, in thousandths of a pixel', () => {
    expect(factsOf({}).bearing).toBe(570_000); // 320 + 500 * 1/2
    expect(factsOf({ box2d: [10, 20, 11, 23] })).toMatchObject({ bearing: 10_500, elevation: 21_500 });
  });

  it('knows only bearing and elevation of a box that is not whole', () => {
    const part = factsOf({ extent: 'visible', visibility: 0.6 });
    expect(part).toEqual({ ...NOTHING, bearing: 570_000, elevation: 240_000 });
    expect(factsOf({ extent: 'visible', visibility: 0.7, truncation: 0.02 }).distance).toBe(2_236_068);
    expect(factsOf({ extent: 'visible', visibility: null }).distance).toBeNull();
    expect(factsOf({ extent: 'visible', truncation: 0.03 }).distance).toBeNull();
  });
});

const NOTHING = {
  ...{
    centre: null,
    distance: null,
    nearest: null,
    bearing: null,
    elevation: null,
    spanRight: null,
    spanForward: null,
  },
  ...{ spanUp: null, base: null, height: null, width: null, depthExtent: null, volume: null },
  ...{ top: null, footprintArea: null },
};

/** Column 1 is (0.6, 0, -0.8): the box's x axis points to the right and to the camera. */
const TURNED = [0.6, 0, 0.8, 0, 1, 0, -0.8, 0, 0.6];

describe('facts of a turned box of 2.0 x 1.0 x 0.5 m', () => {
  it('reaches as far as its turned edges do', () => {
    const facts = factsOf({ size: [2, 1, 0.5], rotation: TURNED });
    expect(facts.spanRight).toEqual([200_000, 1_800_000]); // half of 0.6 * 2 + 0.8 * 0.5
    expect(facts.spanForward).toEqual([1_050_000, 2_950_000]); // half of 0.8 * 2 + 0.6 * 0.5
  });

  it('is as wide as it is across its facing, else along its longer side', () => {
    const box = { size: [2, 1, 0.5] as const, rotation: TURNED };
    expect(factsOf(box)).toMatchObject({ height: 1_000_000, width: 2_000_000, depthExtent: 500_000 });
    expect(factsOf({ ...box, facing: [0.6, 0, -0.8] })).toMatchObject({ width: 500_000, depthExtent: 2_000_000 });
    expect(factsOf({ ...box, facing: [0.8, 0, 0.6] })).toMatchObject({ width: 2_000_000, depthExtent: 500_000 });
  });

  it('has no height when tilted by more than 15 deg, and none without gravity', () => {
    const tilted = (degrees: number) => {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      return factsOf({ size: [2, 1, 0.5], rotation: [1, 0, 0, 0, c, -s, 0, s, c] }).height;
    };
    expect([tilted(14.9), tilted(15.1)]).toEqual([1_000_000, null]);
    expect(factsOf({}, withUp(null))).toMatchObject({ height: null, width: null, base: null, spanUp: null });
    expect(factsOf({}, { ...level, floorHeight: null })).toMatchObject({ base: null, height: 500_000 });
  });

  it('takes the axis nearest the vertical for its height', () => {
    const lying = factsOf({ size: [2, 1, 0.5], rotation: [0, -1, 0, 1, 0, 0, 0, 0, 1] });
    expect(lying).toMatchObject({ height: 2_000_000, width: 1_000_000, depthExtent: 500_000 });
  });
});

describe('frames', () => {
  it('turns a camera that looks down by 37 deg into the world', () => {
    // forward on the ground is (0, -0.6, 0.8), right is (1, 0, 0)
    expect(fromWorld(point(1, 2, 3), withUp([0, -0.8, -0.6]))).toMatchObject({
      right: 1e6,
      up: -3.4e6,
      forward: 1.2e6,
    });
  });

  it('has no heading when the camera looks down by more than 70 deg, but still an up', () => {
    const steep = withUp([0, -Math.cos(1.25), -Math.sin(1.25)]); // 71.6 deg
    expect(worldAxes(steep)).toBeNull();
    expect(fromWorld(point(0, 0, 1), steep)).toMatchObject({ right: null, forward: null, up: -948_985 });
    expect(fromWorld(point(0, 0, 1), withUp(null))).toMatchObject({ right: null, up: null, forward: null });
  });

  it('calls a camera rolled beyond 15 deg, either way, or on its head', () => {
    const roll = (degrees: number) =>
      withUp([Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180), 0]);
    expect([0, 14.9, -14.9, 15.1, -15.1, 90, 180].map((each) => isRolled(roll(each)))).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(isRolled(withUp(null))).toBe(false);
  });

  it('sees from a thing that faces right: what is nearer to the camera is on its right', () => {
    const seen = fromFacing(point(0.5, -1, 2), [0, 0, 4e6], [1, 0, 0], withUp(LEVEL));
    expect(seen).toMatchObject({ right: 2e6, up: 1e6, forward: 500_000 });
  });

  it('stands upright: a facing is flattened, and one within 45 deg of the vertical says nothing', () => {
    const tilted = (degrees: number): Vector3 => [
      Math.cos((degrees * Math.PI) / 180),
      -Math.sin((degrees * Math.PI) / 180),
      0,
    ];
    expect(fromFacing(point(1, 0, 4), [0, 0, 4e6], tilted(44), withUp(LEVEL))).toMatchObject({ forward: 1e6, up: 0 });
    expect(fromFacing(point(1, 0, 4), [0, 0, 4e6], tilted(46), withUp(LEVEL)).forward).toBeNull();
  });

  it('looks toward a thing that is three margins away on the ground', () => {
    const toward = (x: number, y: number) =>
      fromToward(point(0, 0, 3), [0, 0, 4e6], [x, y, 4e6], withUp(LEVEL), 100_000);
    expect(toward(300_000, 2e6)).toMatchObject({ right: 1e6, forward: 0 });
    expect(toward(299_999, 2e6)).toMatchObject({ right: null, up: null, forward: null });
  });
});
