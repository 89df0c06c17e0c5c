/** Facts of a recipe, by their bodies, as the columns that SQL users read: for each of some boxes, in SI units. */
import { type Asking, askedStore, planOf } from '../agreement/pipeline.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

export interface BoxOf {
  readonly size?: readonly [number, number, number] | readonly number[];
  readonly facing?: readonly [number, number, number];
}

/**
 * @param facts bodies by name; the thing is called `a`
 * @param boxes metres; each is the one lamp of a scene of its own, 10 m ahead
 * @returns a row for each box, in order; null is unknown
 */
export async function evaluatedFacts(
  facts: Readonly<Record<string, string>>,
  boxes: readonly BoxOf[],
): Promise<readonly Readonly<Record<string, number | null>>[]> {
  const names = Object.keys(facts);
  const definitions = names.map((name) => `fact own_${name} (a: object) = ${facts[name]}`).join('\n');
  const plan = planOf(`${definitions}
source hand = rooms(1)
level 1 "Facts" { task one { for object a ask "{a}?" answer a.depth } }
emit jsonl("q.jsonl")`);
  const scenes: Asking['scenes'] = boxes.map(({ size = [], facing }, i) => {
    const [x = 0.5, y = 0.5, z = 0.5] = size;
    return scene(`s${i}`, [thing('lamp', 'lamp', [0, 0, 10], { size: [x, y, z], ...(facing ? { facing } : {}) })]);
  });
  const store = await askedStore({ plan, scenes, vocabulary: FURNITURE });
  try {
    const columns = names.map((name) => `f.own_${name}`).join(', ');
    const reader = await store.connection.runAndReadAll(
      `select ${columns} from object_facts as f join scenes as s using (scene)
       order by cast(substr(s.scene_id, 2) as integer)`,
    );
    return reader
      .getRowsJson()
      .map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? '', value === null ? null : Number(value)])));
  } finally {
    store.close();
  }
}
