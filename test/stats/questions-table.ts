/** Hand-made rows of `questions`, with the scenes and objects they speak of, in a real database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { openStore } from '../../runtime/facts/store.js';
import { splitCaptures } from '../../runtime/stats/halves.js';
import { questionColumns } from '../../runtime/synth/schema.js';

export interface Hole {
  readonly name: string;
  readonly kind: 'object' | 'pixel' | 'category' | 'number' | 'text';
  readonly text: string;
  readonly id: string | null;
  readonly strategy: string | null;
  readonly point?: readonly number[] | null;
}

/** What a test says of a question; the rest is as if nothing depended on it. */
export interface Asked {
  readonly task: string;
  readonly scene: string;
  readonly answer: string;
  readonly level?: number;
  readonly format?: 'open' | 'choice' | 'claim';
  readonly phrasing?: string;
  readonly question?: string;
  readonly options?: readonly string[];
  readonly slots?: readonly Hole[];
  readonly objects?: readonly string[];
  readonly value?: number;
  readonly unit?: string;
  readonly accept?: string;
  readonly split?: string;
}

export interface Thing {
  readonly scene: string;
  readonly id: string;
  readonly category: string;
  readonly box?: readonly [number, number, number, number];
}

/** A hole that names an object by its category. */
export const named = (name: string, id: string, text: string, strategy = 'category'): Hole => ({
  ...{ name, kind: 'object', text, id, strategy },
});

/** A store with these questions; every scene is a capture of its own, of 100 by 100 pixels, and of the source `hand`. */
export async function withQuestions<Result>(
  asked: readonly Asked[],
  things: readonly Thing[],
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(':memory:', { threads: 1 });
  try {
    await fillScenes(store.connection, [...new Set([...asked, ...things].map(({ scene }) => scene))], things);
    await fillQuestions(store.connection, asked);
    await splitCaptures(store.connection);
    return await use(store.connection);
  } finally {
    store.close();
  }
}

async function fillScenes(
  connection: DuckDBConnection,
  scenes: readonly string[],
  things: readonly Thing[],
): Promise<void> {
  await connection.run(
    `insert into scenes by name
     select 'hand' as source, i::INTEGER as scene, s as scene_id, s as capture_id, 100 as width, 100 as height,
            true as metric, [] as covered
     from (select unnest(from_json($scenes, '["VARCHAR"]')) as s, generate_subscripts(from_json($scenes, '["VARCHAR"]'), 1) - 1 as i)`,
    { scenes: JSON.stringify(scenes) },
  );
  await connection.run(
    `insert into objects by name
     select 'hand' as source, s.scene, (row_number() over (partition by t.scene order by id) - 1)::INTEGER as object,
            id as object_id, category, 'certain' as presence, false as crowd, 'test' as provenance, 'none' as front,
            box as box2d, [category] as names, [] as maybe_names
     from (select unnest(from_json($things,
             '[{"scene":"VARCHAR","id":"VARCHAR","category":"VARCHAR","box":["DOUBLE"]}]'), recursive := true)) t
     join scenes s on s.scene_id = t.scene`,
    { things: JSON.stringify(things) },
  );
}

const SLOT =
  '{"name":"VARCHAR","kind":"VARCHAR","text":"VARCHAR","id":"VARCHAR","strategy":"VARCHAR","colour":"VARCHAR","box":["DOUBLE"],"point":["DOUBLE"]}';

async function fillQuestions(connection: DuckDBConnection, asked: readonly Asked[]): Promise<void> {
  const types = Object.fromEntries(
    questionColumns.map(({ name, type }) => [name, name === 'slots' ? [JSON.parse(SLOT)] : jsonType(type)]),
  );
  const columns = questionColumns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  await connection.run(`create table questions (${columns})`);
  await connection.run(
    `insert into questions by name
     select unnest(r) from (select unnest(from_json($rows, '[${JSON.stringify(types)}]')) as r)`,
    { rows: JSON.stringify(asked.map(rowOf)) },
  );
}

const jsonType = (type: string): string | readonly string[] => (type.endsWith('[]') ? [type.slice(0, -2)] : type);

/** Ids are spread, as hashes are. */
function rowOf(q: Asked, i: number): Readonly<Record<string, unknown>> {
  const { format = 'open', options = null, slots = [] } = q;
  return {
    question_id: (i * 7919 + 13) % 1_000_003,
    ...{ scene_id: q.scene, capture_id: q.scene, images: [], level: q.level ?? 1, task: q.task, format },
    ...{ phrasing: q.phrasing ?? q.question ?? 'Which?', question: q.question ?? 'Which?', answer: q.answer, options },
    answer_index: options === null ? null : options.indexOf(q.answer),
    slots: slots.map((slot) => ({ colour: null, box: null, point: null, ...slot })),
    objects: q.objects ?? slots.flatMap(({ kind, id }) => (kind === 'object' && id !== null ? [id] : [])),
    ...{ value: q.value ?? null, unit: q.unit ?? null, accept: q.accept ?? '{"rule":"exact"}', margin: null },
    ...{ reason: null, weight: 1, split: q.split ?? 'train', recipe_hash: '' },
  };
}
