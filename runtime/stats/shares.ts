/**
 * Shares that a data set without bias has at chance (docs/stats.md): true claims, places of right
 * options, ranks of right numbers, first-named winners. Counted over all questions.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Figure, type Finding, finding } from './finding.js';
import { type Row, rowsOf } from './rows.js';

export async function shares(connection: DuckDBConnection): Promise<readonly Finding[]> {
  return [
    ...(await trueClaims(connection)),
    ...(await optionPlaces(connection)),
    ...(await numberRanks(connection)),
    ...(await firstNamed(connection)),
  ];
}

/** Per task, and per phrasing. */
async function trueClaims(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `select task, case when grouping(phrasing) = 1 then 'all claims' else phrasing end as about, count(*),
            avg((answer in ('True', 'Yes'))::int)
     from questions where format = 'claim' group by grouping sets ((task), (task, phrasing))
     order by task, grouping(phrasing) desc, about`,
  );
  return found.map(([task, about, n, share]) =>
    finding(task, 'true claims', String(about), { n, found: share, chance: 0.5 }),
  );
}

async function optionPlaces(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `select task, len(options) as k, answer_index, count(*) from questions
     where format = 'choice' group by all order by all`,
  );
  return everyPlace(found, 'place of the right option');
}

/** SQL for the number at the beginning of a text. */
const numberIn = (text: string): string => `try_cast(regexp_extract(${text}, '^-?[0-9.]+') as double)`;

/**
 * Of an angle near 0 or 180 some ranks are impossible. So they are of a small count; but of counts that are offered together
 * balance makes each as often right, and with that every rank.
 */
async function numberRanks(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `select task, k, rank, count(*) from (
       select task, len(options) as k,
              len(list_filter(options, lambda o: ${numberIn('o')} < ${numberIn('answer')})) as rank
       from questions where format = 'choice' and unit is not null and unit <> 'deg')
     group by all order by all`,
  );
  return everyPlace(found, 'rank of the right number');
}

/** Rows (task, k, place, count): one finding for each of k places, those where nothing is included. */
function everyPlace(rows: readonly Row[], figure: Figure): readonly Finding[] {
  const groups = new Map<
    string,
    { readonly task: unknown; readonly k: number; readonly counts: Map<number, number> }
  >();
  for (const [task, k, place, n] of rows) {
    const key = JSON.stringify([task, k]);
    const group = groups.get(key) ?? { task, k: Number(k), counts: new Map<number, number>() };
    group.counts.set(Number(place), Number(n));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ task, k, counts }) => {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    return Array.from({ length: k }, (_, i) =>
      finding(task, figure, `${i + 1} of ${k}`, { n: all, found: (counts.get(i) ?? 0) / all, chance: 1 / k }),
    );
  });
}

/** How often the answer is the first-named of those that are options. */
async function firstNamed(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `with contest as (
       select task, answer, list_filter(slots, lambda s: list_contains(options, s.text))[1].text as first,
              len(list_intersect(list_transform(slots, lambda s: s.text), options)) as named
       from questions where format = 'choice')
     select task, count(*), avg((first = answer)::int), avg(1 / named) from contest
     where named > 1 group by task order by task`,
  );
  return found.map(([task, n, share, chance]) => finding(task, 'first-named wins', '', { n, found: share, chance }));
}
