/** Relations that measure boxes, as macros over `object_facts`: short, and true where the definition says so. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/index.js';
import { lowerRecipe } from '../../compiler/lower/lower.js';
import { wordsOf } from '../../compiler/plan/words.js';
import { ingest } from '../../runtime/facts/ingest.js';
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { openStore } from '../../runtime/facts/store.js';
import { library } from '../agreement/pipeline.js';
import { blocks, boxOf, gap, overlap, straightened } from '../reference/box-geometry.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';

const RECIPE = `
source hand = rooms(1)
relation (a: object) close to (b: object) says "{a} is close to {b}" = gap(a, b) < 1 m
relation (a: object) lying over (b: object) says "{a} lies over {b}" = overlap(footprint(a), footprint(b)) > 20%
relation (a: object) hiding (b: object) says "{a} hides {b}" = a blocks b from camera
emit jsonl("q.jsonl")`;

const scenes: readonly SceneFacts[] = randomScenes(130, 90_000);
const made = wordsOf(lowerRecipe(analyse({ file: 't.spq', text: RECIPE }, library).typed));
const words = made.filter((sql) => /macro (?:close_to|lying_over|hiding)\(/.test(sql));

/** True over the margin, false under it by as much; ppm of the larger. */
function more(x: number | null, y: number, absolute: number, ppm: number): boolean | null {
  if (x === null) return null;
  const margin = Math.max(absolute, Math.floor((ppm * Math.max(Math.abs(x), y) + 500_000) / 1_000_000));
  if (x - y > margin) return true;
  return y - x > margin ? false : null;
}

const isWhole = (row: ObjectRow, facts: SceneFacts): boolean =>
  facts.scene.metric && (row.extent === 'amodal' || ((row.truncation ?? 1) <= 0.02 && (row.visibility ?? 0) >= 0.7));

describe('macros of geometry', async () => {
  it('are of a size that a database reads at once', () => {
    expect(words).toHaveLength(3);
    for (const sql of words) expect(sql.length).toBeLessThan(40_000);
  });

  it('hold what the definition says', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    try {
      await ingest(store, 'hand', {
        vocabulary: FURNITURE,
        count: scenes.length,
        items: scenes.map((facts) => ({ kind: 'scene' as const, facts })),
      });
      for (const sql of made) await store.connection.run(sql);
      const reader = await store.connection.runAndReadAll(
        `select s.scene_id, x.object_id, y.object_id, close_to(x, y), lying_over(x, y), hiding(x, y)
         from object_facts as x join object_facts as y on x.scene = y.scene and x.object_id <> y.object_id
         join scenes as s on s.scene = x.scene`,
      );
      const rows = reader.getRowsJson();
      const seen = [new Map<unknown, number>(), new Map<unknown, number>(), new Map<unknown, number>()];
      for (const [sceneId, first, second, ...truths] of rows) {
        const facts = scenes.find(({ scene }) => scene.sceneId === sceneId);
        const of = (id: unknown): ObjectRow | undefined => facts?.objects.find((o) => o.objectId === id);
        const [a, b] = [of(first), of(second)];
        if (!facts || !a || !b) throw new Error('an object of no scene');
        const [boxA, boxB] = [a, b].map((row) => (isWhole(row, facts) ? boxOf(row) : null)).map((box) => box ?? null);
        const [straightA, straightB] = [boxA, boxB].map((box) => straightened(box ?? null, facts.scene));
        const near = more(gap(straightA ?? null, straightB ?? null), 1_000_000, 100_000, 100_000);
        const expected = [
          near === null ? null : !near,
          more(overlap(straightA ?? null, straightB ?? null), 200_000_000, 0, 100_000),
          blocks(boxA ?? null, boxB ?? null, [0, 0, 0], 100_000),
        ];
        expect([sceneId, first, second, ...truths]).toEqual([sceneId, first, second, ...expected]);
        for (const [i, truth] of truths.entries()) seen[i]?.set(truth, (seen[i]?.get(truth) ?? 0) + 1);
      }
      for (const counts of seen)
        for (const truth of [true, false, null]) expect(counts.get(truth) ?? 0).toBeGreaterThan(2);
    } finally {
      store.close();
    }
  });
});
