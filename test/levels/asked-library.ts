/**
 * All of a shipped library asked of scenes that were laid out by hand. Of small scenes no draw hides a row: every form of
 * every tuple, pairs in both orders, nothing balanced, and many more taken than there are. The scene `sixty` is asked as
 * the library says, but for what it takes. Margins are the usual ones.
 */
import { compile, type Plan } from '../../compiler/index.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { askedStore, library } from '../agreement/pipeline.js';
import { readShipped, shipped } from '../recipes/shipped.js';

/** What a hole of a question was filled with. `id` is null for words, which a finite binder or an option prints. */
export interface Hole {
  readonly name: string;
  readonly text: string;
  readonly id: string | null;
}

export interface Asked {
  readonly scene: string;
  readonly task: string;
  readonly format: string;
  /** The template that was drawn. */
  readonly phrasing: string;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[];
  readonly value: number | null;
  readonly objects: readonly string[];
  readonly holes: readonly Hole[];
}

export interface AskedLibrary {
  /** Names of tasks, and the formats of each. */
  readonly tasks: ReadonlyMap<string, readonly string[]>;
  readonly questions: readonly Asked[];
  /** The library as it is in the repository. */
  readonly text: string;
}

/** Enough for every small scene, and few of sixty things. */
const TAKEN = 300;

type Change = (text: string) => string;

const taken: Change = (text) => text.replaceAll(/^( +take +)\d+ per scene$/gm, `$1${TAKEN} per scene`);

/** Of each pair one order is drawn, and of each drawn set the size: here both orders are asked, and the largest. */
export const withNothingHidden: Change = (text) =>
  taken(text)
    .replaceAll(/\{(\w+): \d\.\.(\d)\}/g, '{$1: $2}')
    .replaceAll(/\b(objects|pixels|categories) \{(\w), (\w)\}/g, '$1 ($2, $3)');

/** A recipe that asks all of a library, with the usual margins. */
export const recipeOf = (file: string, settings = 'formats all'): string =>
  [
    `use "${file}"`,
    'source hand = facts("hand")',
    'seed 7',
    'margin length 10 cm or 10%, angle 15 deg',
    'refer by category, position, box',
    settings,
    'balance none',
    'emit jsonl("questions.jsonl")\n',
  ].join('\n');

export interface Asking {
  readonly file: string;
  readonly scenes: readonly SceneFacts[];
  readonly vocabulary: readonly VocabularyRow[];
  /** Tasks that are not asked of the scene `sixty`. */
  readonly slow: readonly string[];
}

/** @throws when the library has an error */
function planned(file: string, settings: string, change: Change): Plan {
  const read = (path: string, from: string) => {
    const found = readShipped(path, from);
    return found && { ...found, text: change(found.text) };
  };
  const recipe = { file: 'rows.spq', text: recipeOf(file, settings) };
  const { plan, diagnostics } = compile({ recipe, library, read, options: {} });
  if (!plan) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return { ...plan, words: [] };
}

/** @throws when the library has an error */
export async function askedOf({ file, scenes, vocabulary, slow }: Asking): Promise<AskedLibrary> {
  const all = planned(file, 'formats all', withNothingHidden);
  const few = planned(file, '', taken);
  const tasks = few.tasks.filter(({ name }) => !slow.includes(name));
  const small = scenes.filter((scene) => !isSixty(scene));
  const questions = [
    ...(await questionsOf(all, small, vocabulary)),
    ...(await questionsOf({ ...few, tasks }, scenes.filter(isSixty), vocabulary)),
  ];
  const formats = new Map(all.tasks.map(({ name, formats }) => [name, formats]));
  return { tasks: formats, questions, text: shipped(file).text };
}

const isSixty = ({ scene }: SceneFacts): boolean => scene.sceneId === 'sixty';

async function questionsOf(
  plan: Plan,
  scenes: readonly SceneFacts[],
  vocabulary: readonly VocabularyRow[],
): Promise<readonly Asked[]> {
  const store = await askedStore({ plan, scenes, vocabulary });
  try {
    const reader = await store.connection.runAndReadAll(`select ${COLUMNS.join(', ')} from questions order by rowid`);
    return reader.getRowsJson().map(askedFrom);
  } finally {
    store.close();
  }
}

const COLUMNS = [
  'scene_id',
  'task',
  'format',
  'phrasing',
  'question',
  'answer',
  'options',
  'value',
  'objects',
  'slots',
];

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function askedFrom([
  scene,
  task,
  format,
  phrasing,
  question,
  answer,
  options,
  value,
  objects,
  slots,
]: readonly unknown[]): Asked {
  return {
    scene: String(scene),
    task: String(task),
    format: String(format),
    phrasing: String(phrasing),
    question: String(question),
    answer: String(answer),
    options: listed(options),
    value: value === null ? null : Number(value),
    objects: listed(objects),
    holes: Array.isArray(slots) ? slots.map(holeFrom) : [],
  };
}

function holeFrom(slot: unknown): Hole {
  if (typeof slot !== 'object' || slot === null) throw new Error('a hole is a record');
  const { name, text, id }: { name?: unknown; text?: unknown; id?: unknown } = slot;
  return { name: String(name), text: String(text), id: id === null || id === undefined ? null : String(id) };
}
