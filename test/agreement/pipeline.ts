/** The real path over scenes in memory: compiled plan, DuckDB store, the same functions that `spq run` calls. */
import { readFileSync } from 'node:fs';
import type { Source } from '../../compiler/diagnostics/span.js';
import { type CompileInput, compile, type Plan } from '../../compiler/index.js';
import { ingest } from '../../runtime/facts/ingest.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { openStore, type Store } from '../../runtime/facts/store.js';
import { ask } from '../../runtime/synth/ask.js';
import { storeQuestions } from '../../runtime/synth/questions.js';
import { sample } from '../../runtime/synth/sample.js';
import { readShipped } from '../recipes/shipped.js';

export interface AskedQuestion {
  readonly sceneId: string;
  readonly level: number;
  readonly task: string;
  readonly format: string;
  readonly phrasing: string;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[] | null;
  readonly answerIndex: number | null;
  readonly objects: readonly string[];
  readonly value: number | null;
  readonly reason: string | null;
  readonly weight: number;
  readonly split: string;
}

export const library = [
  { file: 'std/std.spq', text: readFileSync(new URL('../../compiler/std/std.spq', import.meta.url), 'utf8') },
];

/** @throws when the recipe has an error */
export function planOf(
  text: string,
  options: { readonly seed?: number; readonly skip?: readonly string[] } = {},
): Plan {
  return planOfSource({ file: 'test.spq', text }, options);
}

/** Of a file of `recipes/`, which may import others. @throws when it has an error */
export function planOfSource(recipe: Source, options: CompileInput['options'] = {}): Plan {
  const { plan, diagnostics } = compile({ recipe, library, read: readShipped, options });
  if (!plan) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return plan;
}

export interface Asking {
  readonly plan: Plan;
  readonly scenes: readonly SceneFacts[];
  readonly vocabulary: readonly VocabularyRow[];
  readonly threads?: number;
  /** Scenes per chunk. */
  readonly chunk?: number;
}

/** A store with the scenes as the plan's one source, and its questions. The caller closes it. */
export async function askedStore({ plan, scenes, vocabulary, threads = 1, chunk }: Asking): Promise<Store> {
  const store = await filledStore(plan.sources[0]?.name ?? 'hand', scenes, vocabulary, threads);
  for (const sql of plan.words) await store.connection.run(sql);
  await askInStore(store, plan, scenes.length, chunk);
  return store;
}

/** A store with scenes and nothing asked of them yet. The caller closes it. */
export async function filledStore(
  source: string,
  scenes: readonly SceneFacts[],
  vocabulary: readonly VocabularyRow[],
  threads = 1,
): Promise<Store> {
  const store = await openStore(':memory:', { threads });
  const items = scenes.map((facts) => ({ kind: 'scene' as const, facts }));
  await ingest(store, source, { vocabulary, count: scenes.length, items });
  return store;
}

/** Replaces the questions of a store by those of a plan; without the words for SQL users, which questions do not need. */
export async function askInStore(store: Store, plan: Plan, scenes: number, chunk?: number): Promise<void> {
  await ask(store, plan, { scenes, ...(chunk === undefined ? {} : { chunk }) });
  await sample(store.connection, plan);
  await storeQuestions(store.connection, plan);
}

export async function askInDuckDb(asking: Asking): Promise<readonly AskedQuestion[]> {
  const store = await askedStore(asking);
  try {
    return await questionsIn(store);
  } finally {
    store.close();
  }
}

const COLUMNS = [
  ...['scene_id', 'level', 'task', 'format', 'phrasing', 'question', 'answer', 'options', 'answer_index'],
  ...['objects', 'value', 'reason', 'weight', 'split'],
];

export async function questionsIn(store: Store): Promise<readonly AskedQuestion[]> {
  const reader = await store.connection.runAndReadAll(`select ${COLUMNS.join(', ')} from questions order by rowid`);
  return reader.getRowsJson().map((row) => {
    const [sceneId, level, task, format, phrasing, question, answer, options, answerIndex, ...rest] = row;
    const [objects, value, reason, weight, split] = rest;
    return {
      sceneId: String(sceneId),
      level: Number(level),
      task: String(task),
      format: String(format),
      phrasing: String(phrasing),
      question: String(question),
      answer: String(answer),
      options: Array.isArray(options) ? options.map(String) : null,
      answerIndex: answerIndex === null ? null : Number(answerIndex),
      objects: Array.isArray(objects) ? objects.map(String) : [],
      value: value === null ? null : Number(value),
      reason: reason === null ? null : String(reason),
      weight: Number(weight),
      split: String(split),
    };
  });
}
