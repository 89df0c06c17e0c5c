/** Hand-made rows of `asked` in a real database, and what sampling left of them. */
import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import { openStore } from '../../runtime/facts/store.js';
import { type Sampling, sample } from '../../runtime/synth/sample.js';
import { createAsked } from '../../runtime/synth/schema.js';

export interface Row {
  readonly key: string;
  readonly task: string;
  readonly group: string | null;
  readonly form: string | null;
  readonly value: string | null;
  readonly select: number | null;
  readonly balance: number | null;
  readonly mix: number | null;
  /** `claim` if nothing is said. */
  readonly format?: 'open' | 'choice' | 'claim';
  /** Of a choice: what else is offered. */
  readonly others?: readonly string[];
  /** Of `balance by words`. */
  readonly told?: { readonly groups: readonly string[]; readonly value: string; readonly others: readonly string[] };
}

/** The draw of fields, as docs/semantics.md, section 5 defines it. */
export function draw(...fields: readonly string[]): number {
  const text = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join('');
  return Number.parseInt(createHash('md5').update(text).digest('hex').slice(0, 13), 16);
}

/** A row whose draws are those of its key. */
export const row = (
  task: string,
  key: string,
  group: string | null = null,
  value: string | null = null,
  form: string | null = null,
): Row => ({
  ...{ key, task, group, form, value },
  select: draw('0', 'select task', task, key),
  balance: draw('0', 'balance', task, key),
  mix: draw('0', 'mix', task, key),
});

export const rows = (count: number, make: (i: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, i) => make(i));

export function task(
  level: number,
  name: string,
  { weight = 1, take }: { weight?: number; take?: number } = {},
): PlannedTask {
  return {
    level,
    levelTitle: '',
    name,
    title: null,
    formats: ['open'],
    weight,
    takes: { scene: null, object: null, task: take ?? null },
    tuples: [],
    questionsPerTuple: 1,
    largestSets: [],
    inRounds: false,
    sql: '',
  };
}

export async function withAsked<Result>(
  asked: readonly Row[],
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(':memory:', { threads: 1 });
  try {
    await fill(store.connection, asked);
    return await use(store.connection);
  } finally {
    store.close();
  }
}

/** Makes `asked` anew. */
export async function fill(connection: DuckDBConnection, asked: readonly Row[]): Promise<void> {
  await connection.run(createAsked());
  const columns = 'key, task, balance_group, balance_form, balance_value, select_draw, balance_draw, mix_draw';
  await connection.run(
    `insert into asked (${columns}, format, scene, ordinal, question, balance_others, told_groups, told_value, told_others, told_draw)
     select key, task, "group", "form", "value", "select", balance, mix, format, 0, 0, 'Question ' || key,
            others, told_groups, told_value, told_others, told_draw
     from (select unnest(from_json($rows, '[{"key":"VARCHAR","task":"VARCHAR","group":"VARCHAR","form":"VARCHAR","value":"VARCHAR",
           "format":"VARCHAR","select":"BIGINT","balance":"BIGINT","mix":"BIGINT","others":["VARCHAR"],"told_groups":["VARCHAR"],
           "told_value":"VARCHAR","told_others":["VARCHAR"],"told_draw":"BIGINT"}]'), recursive := true))`,
    { rows: JSON.stringify(asked.map(flat)) },
  );
}

const flat = ({ told, format = 'claim', ...plain }: Row) => ({
  ...plain,
  format,
  told_groups: told?.groups ?? null,
  told_value: told?.value ?? null,
  told_others: told?.others ?? null,
  told_draw: told ? draw('0', 'balance words', plain.task, plain.key) : null,
});

/** Everything that `asked` holds, in the order of keys. */
export async function left(connection: DuckDBConnection): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(
    `select key, task, balance_group, balance_form, balance_value, select_draw, balance_draw, mix_draw, question
     from asked order by task, key`,
  );
  return reader.getRows().map(([key, name, group, form, value, select, balance, mix, question]) => {
    if (question !== `Question ${String(key)}`) throw new Error('a question was changed');
    const text = (of: unknown): string | null => (of === null ? null : String(of));
    const number = (of: unknown): number | null => (of === null ? null : Number(of));
    return {
      ...{ key: String(key), task: String(name), group: text(group), form: text(form), value: text(value) },
      ...{ select: number(select), balance: number(balance), mix: number(mix) },
    };
  });
}

export const byKey = (of: readonly Row[]): readonly Row[] =>
  of.toSorted((a, b) => Buffer.compare(Buffer.from(a.task), Buffer.from(b.task)) || (a.key < b.key ? -1 : 1));

export interface Sampled {
  readonly kept: readonly Row[];
  readonly told: Sampling;
  readonly weights: Readonly<Record<string, number>>;
}

export type SamplePlan = Parameters<typeof sample>[1];

export const planOf = (tasks: readonly PlannedTask[], mix: SamplePlan['mix'] = null): SamplePlan => ({
  ...{ seed: 0, tasks, mix, split: [] },
});

export const sampled = (asked: readonly Row[], plan: SamplePlan): Promise<Sampled> =>
  withAsked(asked, async (connection) => {
    const told = await sample(connection, plan);
    const weights = (await connection.runAndReadAll('select task, weight from task_weight')).getRows();
    return {
      told,
      kept: await left(connection),
      weights: Object.fromEntries(weights.map(([name, weight]) => [String(name), Number(weight)])),
    };
  });
