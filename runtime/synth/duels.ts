/**
 * Balance of what is offered (docs/semantics.md, section 10). What is right *wins* against everything else that was
 * offered: a duel for each. Of two things that meet in a group neither may win more often than the other, and a question
 * stays where it stays in all its duels. So of what is offered each is as often right.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Cutting, makeHistograms, makeThresholds, placeOf, sameCell } from './histogram.js';

/** Which questions compete, in SQL over `asked`. */
export interface Contest {
  /** Questions without a group, or without others, stay. */
  readonly group: string;
  readonly form: string;
  readonly value: string;
  readonly others: string;
  readonly draw: string;
}

const cutting: Cutting = { table: 'duels', draw: 'draw', cell: ['task', 'grouped', 'form', 'won', 'lost'] };

/** Gives how many questions left. */
export async function cutDuels(connection: DuckDBConnection, contest: Contest): Promise<number> {
  await makeDuels(connection, contest);
  await makeCells(connection);
  await makeHistograms(connection, cutting);
  await makeThresholds(connection);
  const done = await connection.run(
    `delete from asked where rowid in (
       select question from duels join cells on ${sameCell(cutting)} join thresholds using (number)
       where ${placeOf(cutting)} >= threshold)`,
  );
  for (const table of ['duels', 'cells', 'histograms', 'thresholds']) await connection.run(`drop table ${table}`);
  return done.rowsChanged;
}

async function makeDuels(connection: DuckDBConnection, { group, form, value, others, draw }: Contest): Promise<void> {
  await connection.run(
    `create or replace temp table duels as select * from (
       select rowid as question, task, ${group} as grouped, ${form} as form, ${value} as won,
              unnest(${others}) as lost, ${draw} as draw
       from asked where ${group} is not null and ${others} is not null)
     where won <> lost`,
  );
}

/** Of who wins more often than the other: as many may stay as the other wins. */
async function makeCells(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table cells as
     with counted as (select task, grouped, form, won, lost, count(*) as count from duels where draw is not null group by all)
     select row_number() over () as number, mine.* exclude (count), coalesce(theirs.count, 0) as quota
     from counted as mine left join counted as theirs
       on mine.task = theirs.task and mine.grouped = theirs.grouped and mine.form is not distinct from theirs.form
       and mine.won = theirs.lost and mine.lost = theirs.won
     where mine.count > coalesce(theirs.count, 0)`,
  );
}
