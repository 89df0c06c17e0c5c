/**
 * Rules that know only how things are named: `the nearest …`, `the … in the red box`, without the nouns. They are
 * learned on half of the captures and tried on the other; a name that told the answer would show here.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Finding, finding } from './finding.js';
import { rowsOf } from './rows.js';

/** Of fewer questions nothing is said. */
const fewest = 400;

const superlatives = [
  ...['leftmost', 'rightmost', 'nearest', 'farthest', 'tallest', 'shortest', 'widest', 'narrowest', 'deepest'],
  ...['largest', 'smallest', 'first', 'second', 'third', 'fourth', 'fifth', 'on', 'under'],
];
const wordOf = (text: string, words: readonly string[]): string =>
  `regexp_extract(${text}, '\\b(${words.join('|')})\\b')`;

/** SQL for what is left of a name without its noun. */
const formOfSlot = (slot: string): string =>
  `case when ${slot}.strategy = 'box' then 'box'
        else ${slot}.strategy || ' ' || ${wordOf(`${slot}.text`, [...superlatives, 'left', 'right', 'next'])} end`;
const formOfOption = (option: string): string =>
  `case when regexp_matches(${option}, ' (box|frame)$') then 'box' else ${wordOf(option, [...superlatives, 'next'])} end`;

/** Needs `capture_half`. */
export async function referenceRules(connection: DuckDBConnection): Promise<readonly Finding[]> {
  return [...(await answersByReferences(connection)), ...(await optionsByReference(connection))];
}

/** The best answer to each (phrasing, forms): of claims, and of open questions answered in words or counts. */
async function answersByReferences(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `with half as (
       select task, format, answer, learning, hash(phrasing, list_transform(list_filter(slots, lambda s: s.strategy is not null),
                lambda s: ${formOfSlot('s')})) as form
       from questions join capture_half using (capture_id)
       where format = 'claim' or (format = 'open' and (unit = 'count' or unit is null)
         and not list_contains(list_transform(slots, lambda s: lower(s.text)), lower(answer)))),
     counted as (select task, format, form, answer, learning, count(*) as n from half group by all),
     learned as (select task, format, form, answer from counted where learning
                 qualify row_number() over (partition by task, format, form order by n desc, answer) = 1),
     plain as (select task, format, answer as most from
                 (select task, format, answer, sum(n) as n from counted where learning group by all)
               qualify row_number() over (partition by task, format order by n desc, answer) = 1)
     select task, format, sum(c.n) as tried, sum(c.n * (c.answer = l.answer)::int) / sum(c.n),
            sum(c.n * (c.answer = p.most)::int) / sum(c.n)
     from counted c join learned l using (task, format, form) join plain p using (task, format)
     where not c.learning group by task, format having tried >= ${fewest} order by task, format`,
  );
  return found.map(([task, format, n, rule, plain]) => {
    const chance = Math.max(Number(plain), format === 'claim' ? 0.5 : 0);
    return finding(task, 'guess by the references', String(format), { n, found: rule, chance });
  });
}

/** The option whose form won most often. */
async function optionsByReference(connection: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    connection,
    `with forms as (
       select task, question_id, learning, len(options) as k, unnest(options) as option, option = answer as hit,
              ${formOfOption('option')} as form
       from questions join capture_half using (capture_id)
       where format = 'choice' and len(list_filter(slots, lambda s: list_contains(options, s.text))) > 1),
     rate as (select task, form, avg(hit::int) as won from forms where learning group by all),
     tried as (
       select f.task, f.k, f.hit from forms f join rate using (task, form) where not learning
       qualify row_number() over (partition by f.task, f.question_id order by won desc, md5(option)) = 1)
     select task, count(*), avg(hit::int), avg(1 / k) from tried group by task having count(*) >= ${fewest} order by task`,
  );
  return found.map(([task, n, rule, chance]) =>
    finding(task, 'option chosen by its reference', '', { n, found: rule, chance }),
  );
}
