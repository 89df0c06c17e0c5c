/** Asks recipes of rooms the way a run does, and gives the questions as they are stored. */
import type { Source } from '../../compiler/diagnostics/span.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import type { Store } from '../../runtime/facts/store.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { askedStore, planOfSource } from '../agreement/pipeline.js';
import { asking, shipped } from '../recipes/shipped.js';
import type { Asked } from './asked.js';
import { captioned } from './captions.js';
import type { Mark } from './names/resolve.js';
import type { Made } from './room.js';

/** A recipe, and what is done to the rooms before they are asked. */
export interface Asking {
  readonly name: string;
  readonly recipe: Source;
  readonly dressed: (made: Made) => Made;
}

const levels = shipped('recipes/hispatial.spq');

/** The four levels, and what goes beyond them, as they are shipped. */
export const askings: readonly Asking[] = [
  { name: 'the four levels', recipe: levels, dressed: (made) => made },
  { name: 'what is beyond them', recipe: asking('recipes/levels/beyond.spq'), dressed: (made) => made },
];

/** The four levels, with things called by what they are beside, by captions, or by their size wherever that is allowed. */
export const otherNames: Asking = {
  name: 'the four levels by other names',
  recipe: {
    file: levels.file,
    text: levels.text.replace(/^refer .*$/m, 'refer by category, relation, caption, size, position, box'),
  },
  dressed: captioned,
};

export interface Answers {
  /** Names of all tasks that were asked, with questions or without. */
  readonly tasks: readonly string[];
  readonly questions: readonly Asked[];
}

export async function ask(recipe: Source, scenes: readonly SceneFacts[]): Promise<Answers> {
  // By answers: of few rooms, balance by words would leave few choices and claims to judge.
  const plan = planOfSource(recipe, { balance: 'answers' });
  const store = await askedStore({ plan, scenes, vocabulary: roomsVocabulary });
  try {
    return { tasks: plan.tasks.map(({ name }) => name), questions: await questionsOf(store) };
  } finally {
    store.close();
  }
}

const columns = 'scene_id, task, format, question, answer, options, answer_index, objects, reason, slots';

async function questionsOf(store: Store): Promise<readonly Asked[]> {
  const reader = await store.connection.runAndReadAll(`select ${columns} from questions order by rowid`);
  return reader.getRowsJson().map((row) => {
    const [sceneId, task, format, question, answer, options, answerIndex, objects, reason, slots] = row;
    return {
      sceneId: String(sceneId),
      task: String(task),
      format: format === 'choice' || format === 'claim' ? format : 'open',
      question: String(question),
      answer: String(answer),
      options: Array.isArray(options) ? options.map(String) : [],
      answerIndex: answerIndex === null ? undefined : Number(answerIndex),
      objects: Array.isArray(objects) ? objects.map(String) : [],
      marks: Array.isArray(slots) ? slots.flatMap(markOf) : [],
      reason: reason === null ? undefined : String(reason),
    };
  });
}

/** The box that is drawn for a hole, in its colour; nothing else is read of what is recorded. */
function markOf(slot: unknown): readonly Mark[] {
  if (typeof slot !== 'object' || slot === null || !('colour' in slot) || !('box' in slot)) return [];
  const { colour, box } = slot;
  return typeof colour === 'string' && Array.isArray(box) ? [{ colour, box: box.map(Number) }] : [];
}
