/** Questions that the ordinary pipeline asks of scenes, each with the tuple that it is about. */
import type { Plan } from '../../compiler/index.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import type { Store } from '../../runtime/facts/store.js';
import { ask } from '../../runtime/synth/ask.js';
import { storeQuestions } from '../../runtime/synth/questions.js';
import { sample } from '../../runtime/synth/sample.js';
import { filledStore } from '../agreement/pipeline.js';

/** A thing or pixel that the text names, as `slots` has it. */
export interface Named {
  readonly kind: string;
  readonly text: string;
  readonly id: string | null;
  readonly strategy: string | null;
  readonly box: readonly number[] | null;
}

export interface NoisyQuestion {
  readonly sceneId: string;
  readonly task: string;
  readonly format: string;
  readonly phrasing: string;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[] | null;
  readonly accept: string;
  /** Ids of the `for` line, those of a set sorted, then finite values. */
  readonly ids: readonly string[];
  readonly slots: readonly Named[];
}

const COLUMNS = ['scene_id', 'task', 'format', 'phrasing', 'question', 'answer', 'options', 'accept', 'key', 'slots'];

export interface AskedOf {
  readonly scenes: readonly SceneFacts[];
  readonly vocabulary: readonly VocabularyRow[];
  readonly threads: number;
}

/** A store that holds the scenes as the source `rooms`. The caller closes it. */
export const storeOf = ({ scenes, vocabulary, threads }: AskedOf): Promise<Store> =>
  filledStore('rooms', scenes, vocabulary, threads);

/** Asked, sampled and balanced as in every run. */
export async function questionsAsked(store: Store, plan: Plan, scenes: number): Promise<readonly NoisyQuestion[]> {
  const { connection } = store;
  await ask(store, plan, { scenes });
  await connection.run('create or replace temp table tuple_keys as select question_id, key from asked');
  await sample(connection, plan);
  await storeQuestions(connection, plan);
  const reader = await connection.runAndReadAll(
    `select ${COLUMNS.join(', ')} from questions
     join (select question_id, any_value(key) as key from tuple_keys group by all) using (question_id)
     order by question_id`,
  );
  return reader.getRowObjectsJson().map((row) => ({
    sceneId: String(row.scene_id),
    task: String(row.task),
    format: String(row.format),
    phrasing: String(row.phrasing),
    question: String(row.question),
    answer: String(row.answer),
    options: Array.isArray(row.options) ? row.options.map(String) : null,
    accept: String(row.accept),
    ids: fieldsOf(String(row.key)).slice(2),
    slots: Array.isArray(row.slots) ? row.slots.map(namedIn) : [],
  }));
}

/** `5:rooms6:room-1` as its fields; lengths count bytes. */
export function fieldsOf(key: string): readonly string[] {
  const bytes = Buffer.from(key, 'utf8');
  const fields: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const colon = bytes.indexOf(':', at);
    const end = colon + 1 + Number(bytes.toString('utf8', at, colon));
    fields.push(bytes.toString('utf8', colon + 1, end));
    at = end;
  }
  return fields;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function namedIn(slot: unknown): Named {
  const row = isRecord(slot) ? slot : {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    kind: text(row.kind) ?? '',
    text: text(row.text) ?? '',
    id: text(row.id),
    strategy: text(row.strategy),
    box: Array.isArray(row.box) ? row.box.map(Number) : null,
  };
}
