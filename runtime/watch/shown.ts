/**
 * A table of the questions of each task as it was asked last: what is in `asked` is set against them by question id, and takes
 * their place.
 */
import type { DuckDBConnection, Json } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import { quoteText } from '../facts/schema.js';
import type { Example, ShownQuestion, TaskChange } from './change.js';

export interface Shown {
  /**
   * What is in `asked`, all of it of these tasks, beside what they asked before.
   *
   * @param before names of the tasks that were asked before
   * @param most examples of each task
   */
  readonly compare: (
    tasks: readonly PlannedTask[],
    before: ReadonlySet<string>,
    most: number,
  ) => Promise<readonly TaskChange[]>;
  /** What is in `asked` becomes what these tasks asked. */
  readonly keep: (tasks: readonly PlannedTask[]) => Promise<void>;
  readonly forget: (names: readonly string[]) => Promise<void>;
}

const columns = ['scene_id', 'format', 'question', 'options', 'answer', 'reason'] as const;
const read = ['task', 'question_id', ...columns].join(', ');

/**
 * @param shown name of the table
 * @param scenes only questions of scenes with lower numbers are kept
 */
export async function openShown(connection: DuckDBConnection, shown: string, scenes: number): Promise<Shown> {
  await connection.run(`create temp table ${shown} (task VARCHAR, question_id UBIGINT, scene_id VARCHAR, format VARCHAR,
    question VARCHAR, options VARCHAR[], answer VARCHAR, reason VARCHAR)`);
  const forget = async (names: readonly string[]): Promise<void> => {
    if (names.length > 0) await connection.run(`delete from ${shown} where ${among(names)}`);
  };
  return {
    forget,
    keep: async (tasks) => {
      await forget(tasks.map(({ name }) => name));
      await connection.run(`insert into ${shown} select ${read} from asked where scene < ${scenes}`);
    },
    compare: async (tasks, before, most) => {
      if (tasks.length === 0) return [];
      const names = tasks.map(({ name }) => name);
      await connection.run(`create or replace temp table compared as ${comparison(shown, names)}`);
      const counts = await readCounts(connection);
      const examples = await readExamples(connection, most);
      await connection.run('drop table compared');
      return tasks.map((task) => changeOf(task, before, counts, examples));
    },
  };
}

const among = (tasks: readonly string[]): string => `task in (${tasks.map(quoteText).join(', ')})`;

/** SQL for what tasks have now and had before: each question once. */
function comparison(shown: string, tasks: readonly string[]): string {
  const sides = columns.flatMap((c) => [`w.${c} as was_${c}`, `n.${c} as now_${c}`]).join(', ');
  return `select task, question_id, w.answer is not null as had, n.answer is not null as has, ${sides},
      case when w.answer is null then 'added' when n.answer is null then 'gone' when n.answer <> w.answer then 'answered'
        when row(n.format, n.question, n.options, n.reason) is distinct from row(w.format, w.question, w.options, w.reason)
          then 'reworded' else 'same' end as kind
    from (select ${read} from asked) n full join (select ${read} from ${shown} where ${among(tasks)}) w using (task, question_id)`;
}

interface Counted {
  readonly task: string;
  /** How a question differs, and its format now; null where it is gone. */
  readonly kind: string;
  readonly format: string | null;
  readonly count: number;
}

async function readCounts(connection: DuckDBConnection): Promise<readonly Counted[]> {
  const reader = await connection.runAndReadAll(
    'select task, kind, now_format, count(*) from compared group by task, kind, now_format',
  );
  return reader.getRowsJson().map(([task = null, kind = null, format = null, count = null]) => ({
    task: String(task),
    kind: String(kind),
    format: textOrNull(format),
    count: Number(count),
  }));
}

type TaskExample = Example & { readonly task: string };

/** Of each way to differ and each format in turn; of those that are alike the ones with the least ids. */
async function readExamples(connection: DuckDBConnection, most: number): Promise<readonly TaskExample[]> {
  const sides = [...columns.map((c) => `was_${c}`), ...columns.map((c) => `now_${c}`)].join(', ');
  const order = `list_position(['reworded', 'answered', 'added', 'gone'], kind), coalesce(now_format, was_format) desc`;
  const reader = await connection.runAndReadAll(
    `select task, had, has, ${sides} from (
       select *, row_number() over (partition by task, kind, coalesce(now_format, was_format) order by question_id) as turn
       from compared where kind <> 'same')
     qualify row_number() over (partition by task order by turn, ${order}) <= ${most} order by task, turn, ${order}`,
  );
  return reader.getRowsJson().map(([task = null, had, has, ...sides]) => ({
    task: String(task),
    was: had === true ? shownQuestion(sides.slice(0, columns.length)) : null,
    now: has === true ? shownQuestion(sides.slice(columns.length)) : null,
  }));
}

/** In the order of `columns`. */
function shownQuestion(row: readonly Json[]): ShownQuestion {
  const [scene = null, format = null, question = null, options = null, answer = null, reason = null] = row;
  return {
    scene: String(scene),
    format: String(format),
    question: String(question),
    options: Array.isArray(options) ? options.map(String) : null,
    answer: String(answer),
    reason: textOrNull(reason),
  };
}

const textOrNull = (value: Json): string | null => (value === null ? null : String(value));

function changeOf(
  { name, level, formats }: PlannedTask,
  before: ReadonlySet<string>,
  counts: readonly Counted[],
  examples: readonly TaskExample[],
): TaskChange {
  const count = (fits: (counted: Counted) => boolean): number =>
    counts.reduce((sum, counted) => sum + (counted.task === name && fits(counted) ? counted.count : 0), 0);
  return {
    level,
    task: name,
    questions: count(({ kind }) => kind !== 'gone'),
    before: before.has(name) ? count(({ kind }) => kind !== 'added') : null,
    formats: Object.fromEntries(formats.map((f) => [f, count(({ format }) => format === f)])),
    answered: count(({ kind }) => kind === 'answered'),
    reworded: count(({ kind }) => kind === 'reworded'),
    added: count(({ kind }) => kind === 'added'),
    gone: count(({ kind }) => kind === 'gone'),
    examples: examples.filter(({ task }) => task === name).map(({ was, now }) => ({ was, now })),
  };
}
