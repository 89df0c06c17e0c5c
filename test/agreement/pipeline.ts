/** The real path over scenes in memory: compiled plan, DuckDB store, the same functions that `spq run` calls. */
import { readFileSync } from 'node:fs';
import { compile, type Plan } from '../../compiler/index.js';
import { ingest } from '../../runtime/facts/ingest.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { openStore, type Store } from '../../runtime/facts/store.js';
import { ask } from '../../runtime/synth/ask.js';
import { storeQuestions } from '../../runtime/synth/questions.js';
import { sample } from '../../runtime/synth/sample.js';

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
}

export const library = [
  { file: 'std/std.spq', text: readFileSync(new URL('../../compiler/std/std.spq', import.meta.url), 'utf8') },
];

/** @throws when the recipe has an error */
export function planOf(
  text: string,
  options: { readonly seed?: number; readonly skip?: readonly string[] } = {},
): Plan {
  const { plan, diagnostics } = compile({ recipe: { file: 'test.spq', text }, library, options });
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
  const store = await openStore(':memory:', { threads });
  const [source] = plan.sources;
  await ingest(store, source?.name ?? 'hand', {
    vocabulary,
    count: scenes.length,
    items: scenes.map((facts) => ({ kind: 'scene' as const, facts })),
  });
  for (const sql of plan.words) await store.connection.run(sql);
  await ask(store.connection, plan, scenes.length, () => {}, chunk);
  await sample(store.connection, plan);
  await storeQuestions(store.connection, plan);
  return store;
}

export async function askInDuckDb(asking: Asking): Promise<readonly AskedQuestion[]> {
  const store = await askedStore(asking);
  try {
    const reader = await store.connection.runAndReadAll(
      'select scene_id, level, task, format, phrasing, question, answer, options, answer_index, objects, value from questions order by rowid',
    );
    return reader
      .getRowsJson()
      .map(([sceneId, level, task, format, phrasing, question, answer, options, answerIndex, objects, value]) => ({
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
      }));
  } finally {
    store.close();
  }
}
