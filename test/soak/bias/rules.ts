/**
 * Rules that a blind reader could learn from half of the scenes, tried on the other half. A rule goes by what it knows;
 * it is compared with the best that goes by the body alone. What was seen less than thirty times is not trusted.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Finding, findingOf } from './finding.js';
import { rowsOf } from './judged.js';

const leastSeen = 30;
/** Fewer trials say nothing. */
const leastTried = 400;

interface Rule {
  readonly what: string;
  /** SQL of what the rule goes by, beside the body. */
  readonly knows: string;
  /** SQL of what it guesses; NULL is nothing to guess. */
  readonly guesses: string;
  /** SQL of the chance of somebody who knows nothing at all. */
  readonly even: string;
}

/** Words and counts; numbers that are measured do not repeat, and things are other things in each scene. */
const word = `if(format = 'claim' or (winner is null and (unit = 'count' or unit is null)
  and not list_contains(named, answer)), answer, null)`;

const rules: readonly Rule[] = [
  {
    what: 'the answer guessed by forms of references',
    knows: 'forms',
    guesses: word,
    even: `if(format = 'claim', 0.5, 0)`,
  },
  { what: 'the winner guessed by forms of references', knows: 'forms', guesses: 'winner', even: '1 / len(named)' },
];

/** What nouns tell is not bounded: it is what common sense tells, unless a task is balanced by them. */
const nounRules: readonly Rule[] = [
  { what: 'the answer guessed by nouns', knows: 'nouns', guesses: word, even: `if(format = 'claim', 0.5, 0)` },
  { what: 'the winner guessed by nouns', knows: 'nouns', guesses: 'winner', even: '1 / len(named)' },
];

export const formRules = (c: DuckDBConnection): Promise<readonly Finding[]> => tried(c, rules);
export const byNouns = (c: DuckDBConnection): Promise<readonly Finding[]> => tried(c, nounRules);

async function tried(c: DuckDBConnection, all: readonly Rule[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const rule of all) for (const row of await rowsOf(c, trial(rule))) found.push(findingOf(row, false));
  return found;
}

function trial({ what, knows, guesses, even }: Rule): string {
  const learned = (keys: string): string =>
    `select ${keys}, guess, sum(count(*)) over (partition by ${keys}) as seen from q where learning
     group by ${keys}, guess qualify row_number() over (partition by ${keys} order by count(*) desc, guess) = 1`;
  return `
    with q as (select task, format, body, ${knows} as known, ${guesses} as guess, ${even} as even, learning
               from judged where guess is not null),
    informed as (${learned('task, format, body, known')}),
    plain as (${learned('task, format, body')})
    select q.task, '${what} (' || q.format || ')', count(*),
      avg((q.guess = if(informed.seen >= ${leastSeen}, informed.guess, plain.guess))::int),
      greatest(avg((q.guess = plain.guess)::int), avg(q.even))
    from q join plain using (task, format, body) left join informed using (task, format, body, known)
    where not q.learning group by q.task, q.format having count(*) >= ${leastTried} order by all`;
}

/** Of the options that are shown, the one that was right most often: with the forms of the question, and without. */
export async function optionRules(c: DuckDBConnection): Promise<readonly Finding[]> {
  const score = (keys: string): string =>
    `select task, body, ${keys}, option, avg((option = answer)::int) as won, count(*) as seen from shown where learning
     group by all having seen >= ${leastSeen}`;
  const hit = (won: string): string =>
    `first(option = answer order by ${won} desc nulls last, md5(question_id::varchar || option))`;
  const rows = await rowsOf(
    c,
    `with shown as (
       select task, body, forms, question_id, answer, unnest(options) as option, learning from judged
       where format = 'choice' and winner is null and unit is null),
     informed as (${score('forms')}), plain as (${score('0 as nothing')}),
     tried as (
       select task, question_id, ${hit('coalesce(informed.won, plain.won)')} as by_form, ${hit('plain.won')} as by_word
       from shown left join informed using (task, body, forms, option) left join plain using (task, body, option)
       where not shown.learning group by task, question_id)
     select task, 'the option guessed by forms of references', count(*), avg(by_form::int), avg(by_word::int)
     from tried group by task having count(*) >= ${leastTried} order by task`,
  );
  return rows.map((row) => findingOf(row, false));
}
