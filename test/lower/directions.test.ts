/** Vectors in words, hours and unit vectors: by hand, and against plain numbers on vectors at every limit. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/index.js';
import type { Field } from '../../compiler/ir/node.js';
import { lowerSector } from '../../compiler/lower/geometry.js';
import { unitVector } from '../../compiler/lower/unit-vector.js';
import { lowerWords } from '../../compiler/lower/words.js';
import { exclusions, sectors } from '../../compiler/std/functions.js';
import { wordsIn } from '../../compiler/std/words.js';
import { library } from '../agreement/pipeline.js';
import { inWords, unitVector as unitInNumbers } from '../reference/box-geometry.js';
import { randomFrom } from '../reference/random-numbers.js';
import { recipeOf } from '../reference/recipe-text.js';
import { sectorOfVector } from '../reference/sectors.js';
import { settingsOf } from '../reference/settings.js';
import type { Vector } from '../reference/whole-units.js';
import { ofRows, type Result } from './computed.js';

const RECIPE = 'source r = rooms(1)\nemit jsonl("q.jsonl")';
/** The default margins: 10 cm, 15 degrees. */
const { settings } = analyse({ file: 't.spq', text: RECIPE }, library).typed;
const plainSettings = settingsOf(recipeOf(RECIPE));

const fields: readonly Field[] = [
  { name: 'right', type: 'int' },
  { name: 'up', type: 'int' },
  { name: 'forward', type: 'int' },
  { name: 'level', type: 'bool' },
];
type Sample = readonly [...Vector, boolean];

const told = (rows: readonly Sample[]): Promise<readonly Readonly<Record<string, Result>>[]> =>
  ofRows(fields, rows, (of, share) => {
    const scope = { settings, share };
    const triple = { kind: 'triple', right: of('right'), up: of('up'), forward: of('forward') } as const;
    const [free, guarded] = [
      { ...triple, level: undefined },
      { ...triple, level: of('level') },
    ];
    const unit = unitVector(free, scope);
    if (unit.kind !== 'triple') throw new Error('no vector');
    return {
      camera: lowerWords(guarded, 'camera', scope),
      world: lowerWords(free, 'world', scope),
      viewer: lowerWords(free, 'viewer', scope),
      clock: lowerSector('clock', free, scope),
      unitRight: unit.right,
      unitUp: unit.up,
      unitForward: unit.forward,
    };
  });

describe('words', async () => {
  const cases: readonly (readonly [Vector, string | null, string | null])[] = [
    [[500_000, 0, 0], 'to the right', 'to the right'],
    [[-500_000, 300_000, 0], 'to the left and above', 'to the left and above'],
    [[-500_000, 300_000, -200_000], 'to the left, above and in front', 'to the left, above and behind'],
    [[0, -300_000, 200_000], 'below and behind', 'below and ahead'],
    [[49_999, 0, 200_000], 'behind', 'ahead'],
    // From half the margin to the margin, nobody knows.
    [[50_000, 0, 200_000], null, null],
    [[100_000, 0, 200_000], null, null],
    [[100_001, 0, 200_000], 'to the right and behind', 'to the right and ahead'],
    [[-100_000, 0, 200_000], null, null],
    [[-100_001, 0, 200_000], 'to the left and behind', 'to the left and ahead'],
    [[0, 0, 0], null, null],
  ];
  const rows = await told(cases.map(([v]): Sample => [...v, true]));
  it.each(cases.map(([v, seen, met], i) => [v.join(', '), i, seen, met] as const))('of %s', (_, i, seen, met) => {
    const row = rows[i] ?? {};
    expect([row.camera, row.world, row.viewer]).toEqual([seen, seen, met]);
  });

  it('are 26 in each frame, none twice', () => {
    for (const frame of ['camera', 'world', 'viewer'] as const) {
      expect(wordsIn(frame)).toHaveLength(26);
      expect(new Set(wordsIn(frame)).size).toBe(26);
    }
    expect(wordsIn('viewer').filter((words) => words.includes('in front'))).toEqual([]);
    expect(wordsIn('camera').filter((words) => words.includes('ahead'))).toEqual([]);
  });

  it('exclude what contradicts them, and nothing else', () => {
    const words = wordsIn('camera');
    const excluded = exclusions('words', words);
    const of = (text: string): readonly string[] =>
      (excluded[words.indexOf(text)] ?? []).map((i) => words[i] ?? 'none');
    expect(of('above')).toHaveLength(9);
    expect(of('above').every((other) => other.includes('below'))).toBe(true);
    expect(of('to the left and above')).not.toContain('to the left');
  });
});

describe('random vectors', async () => {
  const random = randomFrom(3);
  const edge = [0, 49_999, 50_000, 50_001, 99_999, 100_000, 100_001, 299_999, 300_000, 300_001] as const;
  const component = (): number =>
    random.one([1, -1]) * (random.chance(0.5) ? random.one(edge) : random.whole(0, 2_000_000));
  const samples = Array.from({ length: 4000 }, (): Sample => {
    return [component(), component(), component(), random.chance(0.8)];
  });
  const rows = await told(samples);
  const each = (check: (sample: Sample, row: Readonly<Record<string, Result>>) => void): void => {
    for (const [i, sample] of samples.entries()) check(sample, rows[i] ?? {});
  };

  it('are told as defined; a rolled camera has no right and no up', () => {
    const margin = plainSettings.length.absolute;
    each(([right, up, forward, level], row) => {
      const v: Vector = [right, up, forward];
      expect([v, row.world, row.viewer]).toEqual([v, inWords(v, 'world', margin), inWords(v, 'viewer', margin)]);
      const seen = inWords(level ? v : [null, null, forward], 'camera', margin);
      expect([v, level, row.camera]).toEqual([v, level, seen]);
    });
    expect(new Set(rows.map((row) => row.world)).size).toBe(27);
  });

  it('are clear of two hours by 7.5 degrees, or have none', () => {
    each(([right, up, forward], row) => {
      const expected = sectorOfVector(right, forward, sectors.clock, plainSettings);
      expect([right, up, forward, row.clock]).toEqual([right, up, forward, expected]);
    });
    expect(new Set(rows.map((row) => row.clock)).size).toBe(13);
  });

  it('have a direction of length 1 from three margins on', () => {
    each(([right, up, forward], row) => {
      const expected = unitInNumbers([right, up, forward], plainSettings.length.absolute);
      const found = [row.unitRight, row.unitUp, row.unitForward];
      expect([right, up, forward, found]).toEqual([right, up, forward, expected ?? [null, null, null]]);
      if (expected) {
        const [x, y, z] = expected.map((c) => c / 1e9);
        expect(Math.abs((x ?? 0) ** 2 + (y ?? 0) ** 2 + (z ?? 0) ** 2 - 1)).toBeLessThan(4e-9);
      }
    });
  });
});

describe('hours', async () => {
  const at = (degrees: number): Sample => {
    const t = (degrees * Math.PI) / 180;
    return [Math.round(2e6 * Math.sin(t)), 0, Math.round(2e6 * Math.cos(t)), true];
  };
  const cases: readonly (readonly [number, string | null])[] = [
    [0, "12 o'clock"],
    [7.4, "12 o'clock"],
    [7.6, null],
    [15, null],
    [22.4, null],
    [22.6, "1 o'clock"],
    [90, "3 o'clock"],
    [180, "6 o'clock"],
    [270, "9 o'clock"],
    [330, "11 o'clock"],
  ];
  const rows = await told(cases.map(([degrees]) => at(degrees)));
  it.each(cases.map(([degrees, hour], i) => [degrees, i, hour] as const))('%s degrees clockwise', (_, i, hour) => {
    expect(rows[i]?.clock).toBe(hour);
  });
});
