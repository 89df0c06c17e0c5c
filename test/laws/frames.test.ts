/**
 * Frames compose and invert: what is seen by a viewer, in the world and by the camera is one place, a viewer's turns
 * are those of a square, and the names of sectors turn with the viewer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectors } from '../../compiler/std/functions.js';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { type AskedQuestion, askInDuckDb, planOf } from '../agreement/pipeline.js';
import { FURNITURE, pixel, scene, thing } from '../reference/scene-builder.js';

interface Situation {
  readonly up: Vector3;
  readonly facing: Vector3;
  readonly viewer: Vector3;
  readonly target: Vector3;
  readonly point: Vector3;
}

const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 10, max: most * 10 }).map((tenths) => (tenths / 10) * (Math.PI / 180));
const metres = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -4000, max: 4000 }))).map(vectorOf);
function vectorOf([x = 0, y = 0, z = 0]: readonly number[]): Vector3 {
  return [x / 1000, y / 1000, z / 1000 + 8];
}
const direction = (pan: number, tilt: number): Vector3 => [
  Math.cos(tilt) * Math.sin(pan),
  Math.sin(tilt),
  Math.cos(tilt) * Math.cos(pan),
];

/** Cameras that are pitched up to 50 degrees and rolled up to 10; facings up to 30 degrees off the camera's level. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    pitch: degrees(-50, 50),
    roll: degrees(-10, 10),
    facing: fc.tuple(degrees(-180, 180), degrees(-30, 30)),
    viewer: metres,
    target: metres,
    point: metres,
  })
  .map(({ pitch, roll, facing: [pan, tilt], ...places }) => ({
    up: [Math.sin(roll), -Math.cos(roll) * Math.cos(pitch), Math.cos(roll) * Math.sin(pitch)],
    facing: direction(pan, tilt),
    ...places,
  }));

const VIEWS = {
  camera: 'p.position',
  world: 'p.position from world',
  viewer_in_world: 'a.position from world',
  viewer: 'p.position from a',
  turned_right: 'p.position from a turned right',
  turned_left: 'p.position from a turned left',
  turned_around: 'p.position from a turned around',
  toward: 'p.position from a toward b',
  toward_viewer: 'b.position from camera toward a',
} as const;
type View = keyof typeof VIEWS;
const TURNS = { ahead: '', right: ' turned right', around: ' turned around', left: ' turned left' } as const;
const SECTORS = ['side', 'compass8', 'clock'] as const;

const binders = 'objects (a, b), pixel p';
const guard = 'where a called "chair" and b called "lamp"';
const viewTasks = Object.entries(VIEWS).map(
  ([name, view]) => `task ${name} { for ${binders}, component k in (right, up, forward)
    let v = ${view} ${guard} ask "{a}, {b}, {p}: {k}" answer v.k }`,
);
const sectorTasks = SECTORS.flatMap((sector) =>
  Object.entries(TURNS).map(
    ([turn, words]) => `task ${sector}_${turn} { for ${binders} ${guard}
      ask "{a}, {b}, {p}?" answer ${sector}(p.position from a${words}) balance none }`,
  ),
);
const recipeOf = (tasks: readonly string[]): string =>
  `source hand = rooms(1)\nseed 7\nrefer by category\nlevel 3 "Frames" { ${tasks.join('\n')} }\nemit jsonl("q.jsonl")`;

const situations = fc.sample(situation, { numRuns: 300, seed: 3 });
const box2d = [100, 100, 200, 200] as const;
const scenes = situations.map(({ up, facing, viewer, target, point }, i) =>
  scene(`${i}`, [thing('a', 'chair', viewer, { facing, box2d }), thing('b', 'lamp', target, { box2d })], {
    pixels: [pixel('p', 10, 10, point)],
    scene: { up },
  }),
);
const asked = (tasks: readonly string[]): Promise<readonly AskedQuestion[]> =>
  askInDuckDb({ plan: planOf(recipeOf(tasks)), scenes, vocabulary: FURNITURE });

/** Right, up and forward, in um. */
type Seen = Vector3;
const turnedRight = ([r, u, f]: Seen): Seen => [0 - f, u, r];
const turnedLeft = ([r, u, f]: Seen): Seen => [f, u, 0 - r];
const turnedAround = ([r, u, f]: Seen): Seen => [0 - r, u, 0 - f];
const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const minus = (a: Vector3, b: Vector3): Vector3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: Vector3, n: number): Vector3 => [a[0] * n, a[1] * n, a[2] * n];
/** Along the level: what of a direction is not up, as a unit vector. */
function levelled(v: Vector3, up: Vector3): Vector3 {
  const level = minus(v, times(up, dot(v, up)));
  return times(level, 1 / Math.sqrt(dot(level, level)));
}
/** Back to the camera's frame: the inverse of a view along `forward` from `origin`, in metres. */
function placed([r, u, f]: Seen, forward: Vector3, up: Vector3, origin: Vector3): Vector3 {
  const parts = [times(cross(forward, up), r / 1e6), times(up, u / 1e6), times(forward, f / 1e6)];
  return parts.reduce((sum, part) => minus(sum, times(part, -1)), origin);
}
const furthest = (a: Vector3, b: Vector3): number => Math.max(...minus(a, b).map(Math.abs));

describe('places in frames', async () => {
  const questions = await asked(viewTasks);
  const components = new Map(
    questions.map(({ sceneId, task, question, value }) => [
      `${task} ${sceneId} ${question.split(': ')[1]}`,
      Math.round((value ?? Number.NaN) * 1e6),
    ]),
  );
  const seen = (view: View, i: number): Seen | undefined => {
    const [r, u, f] = ['right', 'up', 'forward'].map((k) => components.get(`${view} ${i} ${k}`));
    return r === undefined || u === undefined || f === undefined ? undefined : [r, u, f];
  };
  const every = (view: View, check: (found: Seen, given: Situation, i: number) => void): void => {
    let checked = 0;
    for (const [i, given] of situations.entries()) {
      const found = seen(view, i);
      if (!found) continue;
      checked += 1;
      check(found, given, i);
    }
    expect([view, checked > 200]).toEqual([view, true]);
  };

  it('a viewer turns as a square does: twice around, or four times right, is where one began', () => {
    every('viewer', (ahead, _, i) => {
      expect(seen('turned_right', i)).toEqual(turnedRight(ahead));
      expect(seen('turned_left', i)).toEqual(turnedLeft(ahead));
      expect(seen('turned_around', i)).toEqual(turnedAround(ahead));
      expect(turnedAround(seen('turned_around', i) ?? [0, 0, 0])).toEqual(ahead);
      expect(turnedRight(seen('turned_right', i) ?? [0, 0, 0])).toEqual(seen('turned_around', i));
      expect(turnedLeft(seen('turned_right', i) ?? [0, 0, 0])).toEqual(ahead);
    });
  });

  it('from the world and from the viewer the way leads back to the camera', () => {
    every('world', (found, { up, point }) => {
      expect(furthest(placed(found, levelled([0, 0, 1], up), up, [0, 0, 0]), point)).toBeLessThan(2e-6);
    });
    every('viewer', (found, { up, facing, viewer, point }) => {
      expect(furthest(placed(found, levelled(facing, up), up, viewer), point)).toBeLessThan(2e-6);
    });
    every('toward', (found, { up, viewer, target, point }) => {
      expect(furthest(placed(found, levelled(minus(target, viewer), up), up, viewer), point)).toBeLessThan(2e-6);
    });
    every('toward_viewer', (found, { up, viewer, target }) => {
      expect(furthest(placed(found, levelled(viewer, up), up, [0, 0, 0]), target)).toBeLessThan(2e-6);
    });
    every('camera', ([r, u, f], { point }) => {
      expect(furthest([r / 1e6, -u / 1e6, f / 1e6], point)).toBeLessThan(1e-9);
    });
  });

  it('the way over the world is the way: heights subtract, and the level distance stays', () => {
    every('viewer', ([r, u, f], _, i) => {
      const [point, origin] = [seen('world', i), seen('viewer_in_world', i)];
      if (!point || !origin) return;
      const [x, y, z] = minus(point, origin);
      expect(Math.abs(u - y)).toBeLessThan(3);
      expect(Math.abs(Math.hypot(r, f) - Math.hypot(x, z))).toBeLessThan(4);
    });
  });
});

describe('names of sectors', () => {
  it('turn with the viewer: what was on the right lies ahead', async () => {
    const questions = await asked(sectorTasks);
    const named = new Map(questions.map(({ sceneId, task, answer }) => [`${task} ${sceneId}`, answer]));
    for (const sector of SECTORS) {
      const values: readonly string[] = sectors[sector];
      const quarter = values.length / 4;
      let known = 0;
      for (const i of situations.keys()) {
        const at = (turn: keyof typeof TURNS): number => values.indexOf(named.get(`${sector}_${turn} ${i}`) ?? '');
        const ahead = at('ahead');
        const turned = (quarters: number): number =>
          ahead < 0 ? -1 : (ahead + (4 - quarters) * quarter) % values.length;
        expect([sector, i, at('right'), at('around'), at('left')]).toEqual([
          sector,
          i,
          turned(1),
          turned(2),
          turned(3),
        ]);
        if (ahead >= 0) known += 1;
      }
      expect([sector, known > 80]).toEqual([sector, true]);
    }
  });
});
