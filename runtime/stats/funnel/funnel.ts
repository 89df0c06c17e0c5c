/**
 * Runs a funnel: every tuple of the staged scenes gets its cause. Chunk of scenes by chunk, the recipe's tuples are made
 * as it is, then without margins, then as if all were covered; what becomes known tells what was lacking.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FunnelPlan } from '../../../compiler/plan/funnel.js';
import { rowsOf, textOrNull } from '../rows.js';
import { casesOf } from './cases.js';
import { type Cause, causes, type Drop, type Funnel, type MarginHistogram } from './report.js';
import { stageScenes } from './staged-scenes.js';

/** Scenes per chunk: tuples before any filter are many. */
const chunkScenes = 64;
/** Beyond so many tuples no further chunk is begun: a crowded scene has hundred thousands. */
const mostTuples = 4_000_000;

export interface FunnelOptions {
  /** Scenes, at most. */
  readonly scenes: number;
  readonly onChunk?: (scenes: number, of: number) => void;
}

export async function runFunnel(
  connection: DuckDBConnection,
  plan: FunnelPlan,
  { scenes: most, onChunk = () => {} }: FunnelOptions,
): Promise<Funnel> {
  const staged = await stageScenes(connection, most);
  try {
    await connection.run(
      `create or replace temp table funnel_cases (level INTEGER, task VARCHAR, scene INTEGER, cause VARCHAR,
         classes VARCHAR[], ratio DOUBLE, tuples BIGINT)`,
    );
    await connection.run(
      `create or replace temp table asked_ids as select question_id::VARCHAR as question from questions
       semi join temp.scenes using (scene_id, capture_id)`,
    );
    let [end, tuples] = [0, 0];
    while (end < staged.scenes && tuples < mostTuples) {
      const bounds = { first: end, end: Math.min(end + chunkScenes, staged.scenes) };
      await makeTuples(connection, plan, bounds, staged.cover);
      for (const [i, task] of plan.tasks.entries()) await connection.run(casesOf(task, i));
      tuples = Number((await rowsOf(connection, 'select coalesce(sum(tuples), 0) from funnel_cases'))[0]?.[0]);
      end = bounds.end;
      onChunk(end, staged.scenes);
    }
    return {
      scenes: end,
      of: staged.of,
      drops: await dropsIn(connection),
      margins: await marginsIn(connection),
    };
  } finally {
    await dropTuples(connection, plan);
    await staged.drop();
  }
}

type Bounds = Readonly<Record<'first' | 'end', number>>;

/** Makes `probed_i`, `without_i` and `covered_i` for each task, and `bound_i` where not all tuples are in the first. */
async function makeTuples(
  connection: DuckDBConnection,
  plan: FunnelPlan,
  bounds: Bounds,
  cover: (everything: boolean) => Promise<void>,
): Promise<void> {
  const make = (table: string, sql: string): Promise<unknown> =>
    connection.run(`create or replace temp table ${table} as ${sql}`);
  await cover(false);
  await makeShared(connection, plan.shared, bounds);
  for (const [i, task] of plan.tasks.entries()) {
    await make(`probed_${i}`, task.tuples);
    if (task.bound !== null) await make(`bound_${i}`, task.bound);
  }
  for (const [name, everything] of [
    ['without', false],
    ['covered', true],
  ] as const) {
    await cover(everything);
    await makeShared(connection, plan.sharedWithoutMargins, bounds);
    for (const [i, task] of plan.tasks.entries())
      await make(`${name}_${i}`, `select scene, question from (${task.withoutMargins}) where resolved`);
  }
}

async function makeShared(connection: DuckDBConnection, shared: FunnelPlan['shared'], bounds: Bounds): Promise<void> {
  for (const { name, sql } of shared) {
    const used = Object.entries(bounds).filter(([parameter]) => sql.includes(`$${parameter}`));
    await connection.run(`create or replace temp table ${name} as ${sql}`, Object.fromEntries(used));
  }
}

async function dropTuples(connection: DuckDBConnection, plan: FunnelPlan): Promise<void> {
  const own = plan.tasks.flatMap((_, i) => ['probed', 'bound', 'without', 'covered'].map((name) => `${name}_${i}`));
  const shared = [...plan.shared, ...plan.sharedWithoutMargins].map(({ name }) => name);
  for (const table of [...own, ...shared, 'funnel_cases', 'asked_ids'])
    await connection.run(`drop table if exists temp.${table}`);
}

async function dropsIn(connection: DuckDBConnection): Promise<readonly Drop[]> {
  const found = await rowsOf(
    connection,
    `with cases as (select c.*, source from funnel_cases c join temp.scenes using (scene))
     select level, task, source, null as category, cause, sum(tuples) as n from cases group by all union all
     select level, task, source, category, cause, sum(tuples)
     from (select level, task, source, unnest(classes) as category, cause, tuples from cases) group by all
     order by level, task, source, category nulls first, n desc`,
  );
  return found.map(([level, task, source, category, cause, tuples]) => ({
    level: Number(level),
    task: String(task),
    source: String(source),
    category: textOrNull(category),
    cause: causeNamed(cause),
    tuples: Number(tuples),
  }));
}

function causeNamed(given: unknown): Cause {
  const cause = causes.find((known) => known === given);
  if (cause === undefined) throw new Error(`SPQ904: a tuple that went nowhere: ${String(given)}`);
  return cause;
}

/** Bins in a factor of ten. */
const perDecade = 10;

async function marginsIn(connection: DuckDBConnection): Promise<readonly MarginHistogram[]> {
  const found = await rowsOf(
    connection,
    `select level, task, floor(log10(ratio) * ${perDecade}) as k, sum(tuples)
     from funnel_cases where cause = 'asked' and ratio > 0 group by all order by level, task, k`,
  );
  const read = new Map<string, { from: number; to: number; questions: number }[]>();
  for (const [, task, k, n] of found) {
    const bins = read.get(String(task)) ?? [];
    const from = 10 ** (Number(k) / perDecade);
    bins.push({ from, to: 10 ** ((Number(k) + 1) / perDecade), questions: Number(n) });
    read.set(String(task), bins);
  }
  return [...read].map(([task, bins]) => ({
    task,
    questions: bins.reduce((sum, { questions }) => sum + questions, 0),
    bins,
  }));
}
