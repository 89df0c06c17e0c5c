/** Shares that must be even: truths, places of the right option, ranks of the right number, who is named first. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Finding, findingOf, type Row } from './finding.js';
import { rowsOf } from './judged.js';

const evenly = (rows: readonly Row[]): readonly Finding[] => rows.map((row) => findingOf(row, true));

/** True claims, per task and per body: per phrasing, with each value of a finite binder. */
export async function truths(c: DuckDBConnection): Promise<readonly Finding[]> {
  return evenly(
    await rowsOf(
      c,
      `select task, 'true: ' || if(grouping(body) = 1, 'all claims', body), count(*),
              avg((answer in ('True', 'Yes'))::int), 0.5
       from judged where format = 'claim' group by grouping sets ((task), (task, body)) order by all`,
    ),
  );
}

/** Where the right option stands. */
export async function places(c: DuckDBConnection): Promise<readonly Finding[]> {
  return evenly(
    await rowsOf(
      c,
      `select task, format('option {} of {}', answer_index, len(options)), sum(n) over (partition by task, k), n / sum(n) over (partition by task, k), 1 / k
       from (select task, answer_index, any_value(options) as options, len(options) as k, count(*) as n from judged
             where format = 'choice' group by task, answer_index, k) order by all`,
    ),
  );
}

const number = (text: string): string => `try_cast(regexp_extract(${text}, '^-?[0-9.]+') as double)`;

/** The rank by size of the right number: "pick the middle one" is no rule. */
export async function ranks(c: DuckDBConnection): Promise<readonly Finding[]> {
  return evenly(
    await rowsOf(
      c,
      `select task, 'rank ' || r || ' of 4', sum(n) over (partition by task), n / sum(n) over (partition by task), 0.25
       from (select task, len([o for o in options if ${number('o')} < ${number('answer')}]) as r, count(*) as n
             from judged
             where format = 'choice' and unit is not null and len(options) = 4
               -- Of an angle near 0 or 180 some ranks are impossible.
               and unit <> 'deg'
             group by task, r) order by all`,
    ),
  );
}

/** How often the answer is the thing that the question names first, of those that it may be. */
export async function firstNamed(c: DuckDBConnection): Promise<readonly Finding[]> {
  return evenly(
    await rowsOf(
      c,
      `select task, 'the first-named wins' || if(grouping(body) = 1, '', ': ' || body), count(*), avg((winner = 1)::int),
              avg(1 / len(named))
       from judged where winner is not null and len(named) > 1
       group by grouping sets ((task), (task, body)) order by all`,
    ),
  );
}
