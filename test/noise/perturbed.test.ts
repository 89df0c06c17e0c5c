/** The laws of the noise model, each magnitude by itself, computed by hand. */
import { describe, expect, it } from 'vitest';
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { FURNITURE, pixel, scene, thing } from '../reference/scene-builder.js';
import { MONOCULAR, type NoiseModel, QUIET } from './noise-model.js';
import { perturbed } from './perturbed.js';

const chair = thing('chair-1', 'chair', [1, 0.5, 4], { facing: [0, 0, -1], size: [0.5, 1, 0.6] });
const table = thing('table-1', 'table', [-1, 1, 2]);
const floor = [pixel('p1', 300, 400, [-0.1, 1.5, 4.7]), pixel('p2', 350, 420, [0.2, 1.5, 4.2])];
const hall = scene('hall', [chair, table], { pixels: floor });

const through = (magnitudes: Partial<NoiseModel>, truth: SceneFacts = hall, seed = 1): SceneFacts =>
  perturbed(truth, { model: { ...QUIET, ...magnitudes }, seed, vocabulary: FURNITURE }).facts;

const length = (v: Vector3 | null | undefined): number => Math.hypot(...(v ?? []));
const degreesBetween = (p: Vector3, q: Vector3): number =>
  (Math.acos(Math.min(1, p[0] * q[0] + p[1] * q[1] + p[2] * q[2])) * 180) / Math.PI;
const seeds = Array.from({ length: 1500 }, (_, i) => i);
const meanSquare = (values: readonly number[]): number => values.reduce((sum, x) => sum + x * x, 0) / values.length;

describe('the noise', () => {
  it('changes nothing where every magnitude is 0', () => {
    const room = roomFacts(5, 3, { pixels: true });
    const found = perturbed(room, { model: QUIET, seed: 9, vocabulary: roomsVocabulary });
    // As data, which has no -0.
    expect(JSON.stringify(found.facts)).toBe(JSON.stringify(room));
    expect([...found.origin].every(([id, origin]) => id === origin)).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    const room = roomFacts(5, 3, { pixels: true });
    const once = (seed: number) => perturbed(room, { model: MONOCULAR, seed, vocabulary: roomsVocabulary });
    expect(once(4)).toEqual(once(4));
    expect(once(4)).not.toEqual(once(5));
  });

  it('scales all lengths of a scene by one factor, whose logarithm has the stated deviation', () => {
    const { objects, pixels, scene: row } = through({ scale: 0.065 });
    const factor = length(objects[0]?.centre) / length(chair.centre);
    expect(factor).not.toBe(1);
    expect(length(objects[1]?.centre)).toBeCloseTo(factor * length(table.centre), 12);
    expect(objects[0]?.size).toEqual(chair.size?.map((side) => expect.closeTo(side * factor, 12)));
    expect(length(pixels[0]?.point)).toBeCloseTo(factor * length(floor[0]?.point), 12);
    expect(row.floorHeight).toBeCloseTo(-1.5 * factor, 12);
    const logs = seeds.map((seed) =>
      Math.log(length(through({ scale: 0.065 }, hall, seed).objects[1]?.centre) / Math.sqrt(6)),
    );
    expect(Math.sqrt(meanSquare(logs))).toBeCloseTo(0.065, 2);
  });

  it('moves things along their rays by a smooth bias, and makes them larger by as much', () => {
    const biased = (seed: number) => through({ depthBias: 0.02 }, hall, seed);
    const found = seeds.map((seed) => length(biased(seed).objects[0]?.centre) / length(chair.centre) - 1);
    expect(Math.sqrt(meanSquare(found))).toBeCloseTo(0.02, 2);
    const [moved] = biased(1).objects;
    const factor = (moved?.centre?.[2] ?? 0) / 4;
    expect(moved?.centre).toEqual([expect.closeTo(factor, 12), expect.closeTo(0.5 * factor, 12), 4 * factor]);
    expect(moved?.size?.[1]).toBeCloseTo(factor, 12);
  });

  it('gives neighbouring pixels nearly the same bias', () => {
    const points = Array.from({ length: 50 }, (_, i) => pixel(`q${i}`, 300 + i, 240, [(i - 20) / 250, 0, 2]));
    for (const seed of [1, 2, 3]) {
      const found = through({ depthBias: 0.02 }, scene('row', [], { pixels: points }), seed).pixels;
      const steps = found.slice(1).map(({ point }, i) => Math.abs(point[2] - (found[i]?.point[2] ?? 0)) / 2);
      // A cosine of 1.5 waves over 640 px, times three, rises by 0.05 % per pixel at most.
      expect(Math.max(...steps)).toBeLessThan(0.02 * 3 * Math.sqrt(2 / 3) * ((2 * Math.PI * 1.5) / 640));
    }
  });

  it('shrinks picture boxes and sizes by what it says', () => {
    const [found] = through({ erosionPixels: 2, erosion: 0.03 }).objects;
    const [x1, y1, x2, y2] = chair.box2d ?? [];
    expect(found?.box2d).toEqual([(x1 ?? 0) + 2, (y1 ?? 0) + 2, (x2 ?? 0) - 2, (y2 ?? 0) - 2]);
    expect(found?.size).toEqual([0.485, 0.97, expect.closeTo(0.582, 12)]);
    expect(found?.centre).toEqual(chair.centre);
  });

  it('turns a thing about the vertical, its front with it', () => {
    const found = seeds.slice(0, 500).map((seed) => through({ yawDegrees: 4 }, hall, seed).objects[0]);
    const turns = found.map((row) => degreesBetween(row?.facing ?? [0, 0, 0], [0, 0, -1]));
    expect(Math.sqrt(meanSquare(turns))).toBeCloseTo(4, 0);
    expect(found.every((row) => row?.facing?.[1] === 0 && row.rotation?.[4] === 1)).toBe(true);
  });

  it('tilts gravity, and the boxes with it, so that they stay upright', () => {
    const found = seeds.slice(0, 500).map((seed) => through({ tiltDegrees: 1 }, hall, seed));
    const tilts = found.map(({ scene: { up } }) => degreesBetween(up ?? [0, 0, 0], [0, -1, 0]));
    expect(Math.sqrt(meanSquare(tilts))).toBeCloseTo(Math.SQRT2, 0);
    for (const { scene: row, objects } of found) {
      const r = objects[0]?.rotation ?? [];
      const down: Vector3 = [r[1] ?? 0, r[4] ?? 0, r[7] ?? 0];
      expect(degreesBetween(down, [0, 1, 0])).toBeCloseTo(degreesBetween(row.up ?? [0, 0, 0], [0, -1, 0]), 5);
    }
  });
});

describe('the detector', () => {
  const statusOf = ({ coverage }: SceneFacts, category: string) =>
    coverage.find((row) => row.category === category)?.status;
  const rows = ({ objects }: SceneFacts): readonly (readonly [string, string, ObjectRow['presence']])[] =>
    objects.map(({ objectId, category, presence }) => [objectId, category, presence]);

  it('knows what it may have missed, unless it is sure', () => {
    const missing = through({ missed: 1 });
    expect([rows(missing), statusOf(missing, 'chair'), statusOf(missing, 'lamp')]).toEqual([
      [],
      'unknown',
      'exhaustive',
    ]);
    const possible = through({ missed: 1, missedIsPossible: 1 });
    expect(rows(possible)).toEqual([
      ['chair-1', 'chair', 'possible'],
      ['table-1', 'table', 'possible'],
    ]);
    expect(statusOf(possible, 'chair')).toBe('exhaustive');
    expect(statusOf(through({ missed: 1, missedSilently: 1 }), 'chair')).toBe('exhaustive');
  });

  it('lists a thing twice, the second time as possible, and knows whose it is', () => {
    const { facts, origin } = perturbed(hall, { model: { ...QUIET, doubled: 1 }, seed: 1, vocabulary: FURNITURE });
    expect(rows(facts).map(([id, , presence]) => [id, presence])).toEqual([
      ['chair-1', 'certain'],
      ['chair-1~2', 'possible'],
      ['table-1', 'certain'],
      ['table-1~2', 'possible'],
    ]);
    expect(origin.get('chair-1~2')).toBe('chair-1');
  });

  it('takes a thing for something similar: as possible, with both labels in doubt, unless it is sure', () => {
    const doubted = through({ confused: 1 });
    expect(rows(doubted)).toEqual([
      ['chair-1', 'armchair', 'possible'],
      ['table-1', 'side table', 'possible'],
    ]);
    expect(['chair', 'armchair', 'sofa'].map((label) => statusOf(doubted, label))).toEqual([
      'unknown',
      'unknown',
      'exhaustive',
    ]);
    const sure = through({ confused: 1, confusedSilently: 1 });
    expect(rows(sure)[0]).toEqual(['chair-1', 'armchair', 'certain']);
    expect(statusOf(sure, 'chair')).toBe('exhaustive');
  });

  it('does not state all of its coverage', () => {
    const stated = seeds.slice(0, 300).flatMap((seed) => through({ uncovered: 0.1 }, hall, seed).coverage);
    const share = stated.filter(({ status }) => status === 'unknown').length / stated.length;
    expect(share).toBeCloseTo(0.1, 1);
  });
});
