/**
 * `take n per scene` in rounds (compiler/passes/sample-first.ts): first the tuples of each scene that are drawn first, about as many
 * as are needed; then more of the scenes that have too few questions. Which questions are taken does not depend on where
 * rounds end, since the draws of a later one are all greater.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedRounds } from '../../compiler/plan/plan.js';

type TupleCount = PlannedRounds['tuples'][number];
type Counted = Exclude<TupleCount['rows'], number>;

/** Draws are below this. */
const allDraws = 2 ** 52;

/** Tuples of the first round for each question, and beside that; each round reaches so many times as far as the one before. */
const perQuestion = 2;
const more = 4;
const farther = 8;

const rowsOf: Readonly<Record<Counted, string>> = {
  objects: 'chunk_objects where certain',
  pixels: 'chunk_pixels',
  places: 'chunk_pixels where on_floor',
  categories: 'chunk_categories where present',
  labels: 'chunk_categories',
};

/** Tables of rounds; those of a chunk are made by `countRows`. */
export async function createRounds(connection: DuckDBConnection): Promise<void> {
  await connection.run('create or replace temp table open_scenes (scene bigint, low bigint, high bigint, need bigint)');
}

/** How many rows of each kind the scenes of a chunk have. */
export async function countRows(connection: DuckDBConnection, all: readonly PlannedRounds[]): Promise<void> {
  const wanted = new Set(
    all.flatMap(({ tuples }) => tuples.flatMap(({ rows }) => (typeof rows === 'number' ? [] : rows))),
  );
  for (const rows of wanted)
    await connection.run(
      `create or replace temp table counted_${rows} as select scene, count(*) as n from ${rowsOf[rows]} group by scene`,
    );
}

/** @returns false where no scene has a tuple */
export async function firstRound(connection: DuckDBConnection, { take, tuples }: PlannedRounds): Promise<boolean> {
  const counted = [...new Set(tuples.flatMap(({ rows }) => (typeof rows === 'number' ? [] : [rows])))];
  const [anchor, ...others] = counted;
  const from = [`counted_${anchor}`, ...others.map((o) => `join counted_${o} using (scene)`)].join(' ');
  const all = `greatest(${tuples.map(waysOf).join(' * ')}, 1)`;
  const wanted = perQuestion * take + more;
  await connection.run('delete from open_scenes');
  await connection.run(
    `insert into open_scenes
     select scene, 0, case when ways <= ${wanted} then ${allDraws} else (${allDraws} // ways) * ${wanted} end, ${take}
     from (select scene, cast(least(${all}, 1e12) as bigint) as ways from ${from})`,
  );
  return isOpen(connection);
}

/** In doubles: it says where rounds end, and no more. */
function waysOf({ rows, choose, beside, ordered }: TupleCount): string {
  if (typeof rows === 'number') return `${rows}::double`;
  const falling = Array.from({ length: choose }, (_, i) => `greatest(counted_${rows}.n - ${beside + i}, 0)::double`);
  const orders = ordered ? 1 : falling.reduce((product, _, i) => product * (i + 1), 1);
  return `${falling.join(' * ')} / ${orders}`;
}

/** @param fresh the questions of the last round @returns false where all have what they need, or nothing is left */
export async function nextRound(connection: DuckDBConnection, fresh: string): Promise<boolean> {
  await connection.run(
    `create or replace temp table still_open as
     select scene, high as low, least(high::double * ${farther}, ${allDraws})::bigint as high, need - coalesce(found, 0) as need
     from open_scenes left join (select scene, count(*) as found from ${fresh} group by scene) using (scene)
     where high < ${allDraws} and need > coalesce(found, 0)`,
  );
  await connection.run('delete from open_scenes');
  await connection.run('insert into open_scenes select * from still_open');
  return isOpen(connection);
}

async function isOpen(connection: DuckDBConnection): Promise<boolean> {
  const reader = await connection.runAndReadAll('select count(*) from open_scenes');
  return Number(reader.getRows()[0]?.[0] ?? 0) > 0;
}
