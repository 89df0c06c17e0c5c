/**
 * `take n per scene` in rounds (compiler/passes/sample-first.ts): first the tuples of each scene that are drawn first, about as many
 * as are needed; then more of the scenes that have too few questions. Which questions are taken does not depend on where
 * rounds end, since the draws of a later one are all greater.
 */
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import type { Around } from '../profile/around.js';
import { type CountedRows, type TupleCount, tupleWays } from './tuple-ways.js';

/** Draws are below this. */
const allDraws = 2 ** 52;

/** Tuples of a round for each question that is needed, and beside that, if each could be asked. */
const perQuestion = 2;
const more = 4;
/** A round that would reach farther than this reaches to the end: another one would cost more than it spares. */
const farEnough = allDraws / 4;

const rowsOf: Readonly<Record<CountedRows, string>> = {
  objects: 'chunk_objects where certain',
  pixels: 'chunk_pixels',
  places: 'chunk_pixels where on_floor',
  categories: 'chunk_categories where present',
  labels: 'chunk_categories',
};

const open = 'open_scenes';

/** Tables of a chunk that rounds need, with their columns. */
export function roundsTables(tasks: readonly PlannedTask[]): Readonly<Record<string, string>> {
  return Object.fromEntries(countedOf(tasks).map((rows) => [`counted_${rows}`, 'scene bigint, n bigint']));
}

/** A table of each connection that runs rounds. */
export const createOpen = `create or replace temp table ${open} (scene bigint, low bigint, high bigint, need bigint, ways double)`;

/** How many rows of each kind the scenes of a chunk have. */
export async function countRows(connection: DuckDBConnection, tasks: readonly PlannedTask[]): Promise<void> {
  for (const rows of countedOf(tasks))
    await connection.run(`insert into counted_${rows} select scene, count(*) from ${rowsOf[rows]} group by scene`);
}

const countedOf = (tasks: readonly PlannedTask[]): readonly CountedRows[] =>
  countedIn(tasks.flatMap(({ inRounds, tuples }) => (inRounds ? tuples : [])));

const countedIn = (tuples: readonly TupleCount[]): readonly CountedRows[] => [
  ...new Set(tuples.flatMap(({ rows }) => (typeof rows === 'number' ? [] : [rows]))),
];

/** @param statement inserts the questions of one round into the table `into` */
export async function runRounds(
  connection: DuckDBConnection,
  { inRounds, takes, tuples, level, name }: PlannedTask,
  statement: DuckDBPreparedStatement,
  into: string,
  around: Around,
): Promise<void> {
  const node = { kind: 'task', name } as const;
  const query = () => around({ ...node, query: true }, () => statement.run());
  const take = inRounds ? takes.scene : null;
  if (take === null) {
    await query();
    return;
  }
  let left = await around(node, () => firstRound(connection, take, tuples));
  let found = 0;
  let seen = 0;
  while (left > 0) {
    seen += await around(node, () => tuplesOfRound(connection));
    found += (await query()).rowsChanged;
    left = await around(node, () => nextRound(connection, into, take, { level, task: name }, found / seen));
  }
}

/** @returns how many scenes are open */
async function firstRound(connection: DuckDBConnection, take: number, tuples: readonly TupleCount[]): Promise<number> {
  const [anchor, ...others] = countedIn(tuples);
  const from = [`counted_${anchor}`, ...others.map((o) => `join counted_${o} using (scene)`)].join(' ');
  const all = `greatest(${tupleWays(tuples, (rows) => `counted_${rows}.n`)}, 1)`;
  await connection.run(`delete from ${open}`);
  const done = await connection.run(
    `insert into ${open}
     select scene, 0, ${reach('0', String(perQuestion * take + more))}, ${take}, ways from (select scene, ${all} as ways from ${from})`,
  );
  return done.rowsChanged;
}

/** The end of the draws of so many tuples more, on the average. */
function reach(low: string, tuples: string): string {
  const end = `${low} + ${allDraws} / ways * ${tuples}`;
  return `case when ${end} < ${farEnough} then (${end})::bigint else ${allDraws} end`;
}

/** How many tuples this round looks at, about. */
async function tuplesOfRound(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(`select sum(ways * (high - low)) / ${allDraws} from ${open}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

/**
 * @param share of the tuples so far that were asked: fewer where few can be, and some that could be were not needed
 * @returns how many scenes have tuples left, and need more questions than were found
 */
async function nextRound(
  connection: DuckDBConnection,
  asked: string,
  take: number,
  task: { readonly level: number; readonly task: string },
  share: number,
): Promise<number> {
  const wanted = `(${perQuestion} * open_need + ${more}) / ${Math.max(share, Number.MIN_VALUE)}::double`;
  await connection.run(
    `update ${open} set low = high, high = ${reach('high', wanted)}, need = case when high >= ${allDraws} then 0 else open_need end
     from (select o.scene, ${take} - coalesce(found, 0) as open_need from ${open} o left join
       (select scene, count(*) as found from ${asked} where level = $level and task = $task group by scene) using (scene)
     ) as counted where counted.scene = ${open}.scene`,
    task,
  );
  await connection.run(`delete from ${open} where need <= 0`);
  const reader = await connection.runAndReadAll(`select count(*) from ${open}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
