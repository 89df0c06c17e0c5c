/** Histograms of answers: numbers in bins of like ratio, angles in bins of 15 degrees, words and counts one by one. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerBin, AnswerHistogram } from './report.js';
import { rowsOf, textOrNull } from './rows.js';

/** Words that are told one by one; entity answers have thousands. */
const mostWords = 24;
/** Bins in a factor of ten. */
const perDecade = 10;
const angleBin = 15;

export async function answerHistograms(connection: DuckDBConnection): Promise<readonly AnswerHistogram[]> {
  const [words, numbers] = [await wordHistograms(connection), await numberHistograms(connection)];
  const byTask = (a: AnswerHistogram, b: AnswerHistogram): number =>
    a.level - b.level || compare(a.task, b.task) || compare(a.of, b.of);
  return [...words, ...numbers].toSorted(byTask);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A histogram while its bins are read, in order. */
interface Reading {
  readonly histogram: Omit<AnswerHistogram, 'bins' | 'others'>;
  readonly bins: AnswerBin[];
}

async function wordHistograms(connection: DuckDBConnection): Promise<readonly AnswerHistogram[]> {
  const found = await rowsOf(
    connection,
    `with answered as (
       select level, task, case when format = 'claim' then 'claims' else 'answers' end as "of",
              case when format <> 'claim' then answer
                   when answer in ('True', 'Yes') then 'True or Yes' else 'False or No' end as answer, count(*) as n
       from questions where unit is null or unit = 'count' group by all),
     placed as (
       select *, row_number() over (partition by level, task, "of" order by n desc, answer) as place,
              sum(n) over (partition by level, task, "of") as questions,
              count(*) over (partition by level, task, "of") as kinds
       from answered)
     select level, task, "of", questions, kinds, answer, n from placed where place <= ${mostWords}
     order by level, task, "of", place`,
  );
  const read = new Map<string, Reading>();
  for (const [level, task, of, questions, distinct, answer, n] of found) {
    const made = {
      level: Number(level),
      task: String(task),
      of: of === 'claims' ? 'claims' : 'answers',
      unit: null,
      questions: Number(questions),
      distinct: Number(distinct),
      // The first is the most frequent.
      majority: Number(n) / Number(questions),
    } as const;
    const key = JSON.stringify([task, of]);
    const reading = read.get(key) ?? { histogram: made, bins: [] };
    reading.bins.push({ answer: String(answer), questions: Number(n) });
    read.set(key, reading);
  }
  return [...read.values()].map(({ histogram, bins }) => ({
    ...histogram,
    bins,
    others: histogram.questions - bins.reduce((sum, bin) => sum + bin.questions, 0),
  }));
}

/** Bin number k of a sign holds |value| from 10^(k/10) to below 10^((k+1)/10). */
async function numberHistograms(connection: DuckDBConnection): Promise<readonly AnswerHistogram[]> {
  const found = await rowsOf(
    connection,
    `with numbers as (
       select level, task, unit, value, answer,
              case when unit = 'deg' then 1 else sign(value) end as side,
              case when unit = 'deg' then floor(value / ${angleBin})
                   when value = 0 then 0 else floor(log10(abs(value)) * ${perDecade}) end as k
       from questions where unit <> 'count' and value is not null),
     said as (select task, unit, max(n) as most, count(*) as kinds
              from (select task, unit, answer, count(*) as n from numbers group by all) group by all)
     select level, task, unit, side, k, count(*), any_value(most), any_value(kinds)
     from numbers join said using (task, unit)
     group by level, task, unit, side, k order by level, task, unit, side * (k + 1000)`,
  );
  const read = new Map<string, Reading & { readonly most: number }>();
  for (const [level, task, unit, side, k, n, most, distinct] of found) {
    const key = JSON.stringify([task, unit]);
    const made: Reading & { readonly most: number } = {
      histogram: {
        ...{ level: Number(level), task: String(task), of: 'answers', unit: textOrNull(unit) },
        ...{ questions: 0, distinct: Number(distinct), majority: 0 },
      },
      bins: [],
      most: Number(most),
    };
    const reading = read.get(key) ?? made;
    reading.bins.push({ ...edges(String(unit), Number(side), Number(k)), questions: Number(n) });
    read.set(key, reading);
  }
  return [...read.values()].map(({ histogram, bins, most }) => {
    const questions = bins.reduce((sum, bin) => sum + bin.questions, 0);
    return { ...histogram, questions, majority: most / questions, bins, others: 0 };
  });
}

function edges(unit: string, side: number, k: number): { readonly from: number; readonly to: number } {
  if (unit === 'deg') return { from: k * angleBin, to: (k + 1) * angleBin };
  if (side === 0) return { from: 0, to: 0 };
  const [low, high] = [10 ** (k / perDecade), 10 ** ((k + 1) / perDecade)];
  return side > 0 ? { from: low, to: high } : { from: -high, to: -low };
}
