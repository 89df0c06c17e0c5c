/** Parts of the data: drawn by capture, alike for all its scenes. */
import { describe, expect, it } from 'vitest';
import { openStore } from '../../runtime/facts/store.js';
import { split } from '../../runtime/synth/split.js';
import { draw } from './asked-table.js';

const parts = [
  { name: 'train', belowPpm: 800_000 },
  { name: 'validation', belowPpm: 900_000 },
  { name: 'test', belowPpm: 1_000_000 },
];

/** The part of each capture of scenes numbered in reading order; ten scenes to a capture. */
async function partsOf(
  scenes: number,
  of: typeof parts | readonly [],
  source = 'röoms',
): Promise<ReadonlyMap<string, string>> {
  const store = await openStore(':memory:', { threads: 1 });
  try {
    await store.connection.run('create or replace table scenes (scene INTEGER, source VARCHAR, capture_id VARCHAR)');
    await store.connection.run(`insert into scenes select i, $source, 'c' || (i // 10) from range(${scenes}) t(i)`, {
      source,
    });
    await split(store.connection, { seed: 7, split: of });
    const reader = await store.connection.runAndReadAll(
      'select capture_id, list(distinct split), count(*) from scenes join scene_split using (scene) group by all',
    );
    return new Map(
      reader.getRowsJson().map(([capture, found, count]) => {
        expect([found, Number(count)]).toEqual([expect.any(Array), 10]);
        expect(found).toHaveLength(1);
        return [String(capture), String(found)];
      }),
    );
  } finally {
    store.close();
  }
}

describe('split', () => {
  it('is the draw of source and capture, one part for all scenes of it', async () => {
    const found = await partsOf(20_000, parts);
    expect(found.size).toBe(2000);
    for (const [capture, part] of found) {
      const millionth = Number((BigInt(draw('7', 'split', 'röoms', capture)) * 1_000_000n) >> 52n);
      expect([capture, part]).toEqual([capture, parts.find((p) => millionth < p.belowPpm)?.name]);
    }
    // 4 standard deviations of 2000 draws of 0.8: 72.
    expect(Math.abs([...found.values()].filter((p) => p === 'train').length - 1600)).toBeLessThan(72);
  });

  it('moves no capture when scenes are added', async () => {
    const [few, many] = [await partsOf(500, parts), await partsOf(2000, parts)];
    for (const [capture, part] of few) expect(many.get(capture)).toBe(part);
  });

  it('draws captures of one name anew in another source', async () => {
    expect([...(await partsOf(500, parts, 'other'))]).not.toEqual([...(await partsOf(500, parts))]);
  });

  it('gives what the shares leave over to the first part, and all to train where nothing is said', async () => {
    const half = [{ name: 'test', belowPpm: 100_000 }];
    expect(new Set((await partsOf(500, half)).values())).toEqual(new Set(['test']));
    expect(new Set((await partsOf(500, [])).values())).toEqual(new Set(['train']));
  });
});
