/** Judges one question: every reference in all that it prints, and its answer, options and reason by its task. */

import type { VocabularyRow } from '../../runtime/facts/rows.js';
import { type Asked, textsOf } from './asked.js';
import type { Case, Judges } from './case.js';
import { type Nouns, nounsOf } from './names/nouns.js';
import { type FindPhrases, phraseFinder } from './names/phrases.js';
import { type Viewer, viewerOf } from './names/resolve.js';
import { isPixel, type Read, readKinds, readText } from './read.js';
import type { Made, Room } from './room.js';
import { comparisonTasks } from './tasks/comparison.js';
import { directionTasks } from './tasks/direction.js';
import { distanceTasks } from './tasks/distance.js';
import { kindTasks } from './tasks/kinds.js';
import { nearTasks } from './tasks/near.js';
import { perspectiveTasks } from './tasks/perspective.js';
import { pixelTasks } from './tasks/pixels.js';
import { problemTasks } from './tasks/problems.js';
import { propertyTasks } from './tasks/properties.js';

export const judges: Judges = {
  ...pixelTasks,
  ...propertyTasks,
  ...directionTasks,
  ...distanceTasks,
  ...comparisonTasks,
  ...kindTasks,
  ...perspectiveTasks,
  ...problemTasks,
  ...nearTasks,
};

export interface Verdict {
  /** Phrases that mean one thing, in all that is printed. */
  readonly references: number;
  readonly unresolved: readonly string[];
  /** What is wrong with the answer, the options or the reason. */
  readonly wrong: readonly string[];
  /** What is taken for granted and is so only within a tolerance: a spot of the floor that shows the foot of a wall. */
  readonly doubts: readonly string[];
  /** Why the answer was not judged. */
  readonly unjudged: string | undefined;
}

/** Words, and how phrases of them are found: made once. */
export interface Language {
  readonly nouns: Nouns;
  readonly find: FindPhrases;
}

export function languageOf(vocabulary: readonly VocabularyRow[]): Language {
  const nouns = nounsOf(vocabulary);
  return { nouns, find: phraseFinder(nouns) };
}

/** A room made ready to be asked about. */
export interface Scene {
  readonly room: Room;
  readonly viewer: Viewer;
  readonly kinds: ReadonlySet<string>;
}

export function sceneOf({ room, facts }: Made, { nouns }: Language): Scene {
  const kinds = facts.coverage.map(({ category }) => nouns.nounOf(category)).filter((noun) => noun !== undefined);
  return { room, viewer: viewerOf(facts, nouns), kinds: new Set(kinds) };
}

/** A sentence that makes no sense when its phrases are short is read with long ones; if that helps nothing, so be it. */
export function judge(asked: Asked, scene: Scene, language: Language): Verdict {
  const first = judgeRead(asked, scene, language);
  if (isSilent(first) || !textsOf(asked).some((text) => /\b(?:of|on|under|next to|above|below) the /.test(text)))
    return first;
  const second = judgeRead(asked, { ...scene, viewer: { ...scene.viewer, way: 'long' } }, language);
  return isSilent(second) ? second : first;
}

export const isSilent = ({ wrong, unresolved, unjudged }: Verdict): boolean =>
  wrong.length + unresolved.length === 0 && unjudged === undefined;

function judgeRead(asked: Asked, scene: Scene, language: Language): Verdict {
  const known = new Map<string, Read>();
  const read = (text: string): Read => {
    const found = known.get(text) ?? readText(text, language.find, scene.viewer, asked.marks);
    known.set(text, found);
    return found;
  };
  const texts = textsOf(asked).map(read);
  const references = texts.flatMap(({ mentions }) => mentions).filter((id) => !isPixel(id)).length;
  const unresolved = [...texts.flatMap(({ faults }) => faults), ...notAsRecorded(asked, read)];
  return { references, unresolved, ...judgeAnswer(asked, scene, language, read(asked.question), read) };
}

/** Tasks of which one thing is to be found; the judge of the task looks whether it is the one that is recorded. */
const findsOne: ReadonlySet<string> = new Set(['problem_chain', 'grounding_2d_name', 'grounding_3d_name']);

/** The things that the texts name are those that were meant. */
function notAsRecorded(asked: Asked, read: (text: string) => Read): readonly string[] {
  const named = read(asked.question).ids;
  const strange = named.filter((id) => !asked.objects.includes(id)).map((id) => `${id} is named, and not recorded`);
  const unnamed = asked.objects.filter((id) => !named.includes(id));
  const silent = findsOne.has(asked.task) ? [] : unnamed.map((id) => `${id} is recorded, and not named`);
  // A question that gives only a box has its thing in the answer.
  const others = named.length === 0 ? [] : textsOf(asked).flatMap((text) => read(text).ids);
  const late = others.filter((id) => !named.includes(id)).map((id) => `${id} is not in the question`);
  return [...strange, ...silent, ...late, ...renamed(asked, read)];
}

/** A thing keeps its name in all that is printed, or a reader would look for two. */
function renamed(asked: Asked, read: (text: string) => Read): readonly string[] {
  const names = new Map<string, string>();
  const faults: string[] = [];
  for (const text of textsOf(asked)) {
    const { mentions, names: said } = read(text);
    mentions.forEach((id, i) => {
      const name = said[i] ?? '';
      const before = names.get(id) ?? name;
      names.set(id, before);
      if (before !== name) faults.push(`${id} is "${before}" and "${name}"`);
    });
  }
  return faults;
}

function judgeAnswer(
  asked: Asked,
  scene: Scene,
  { nouns }: Language,
  question: Read,
  read: (text: string) => Read,
): Pick<Verdict, 'wrong' | 'unjudged' | 'doubts'> {
  const judgeTask = judges[asked.task];
  if (judgeTask === undefined) return { wrong: [], doubts: [], unjudged: `no judge of ${asked.task}` };
  const doubts: string[] = [];
  const c: Case = {
    asked,
    room: scene.room,
    read: question,
    kinds: () => readKinds(question.text, nouns, scene.kinds),
    readAlso: read,
    readKinds: (text) => readKinds(read(text).text, nouns, scene.kinds),
    doubt: (what) => void doubts.push(what),
    called: (thing, noun) => nouns.called(thing.label, noun),
  };
  try {
    return { wrong: [...misprinted(asked), ...judgeTask(c)], doubts, unjudged: undefined };
  } catch (thrown) {
    return { wrong: [], doubts, unjudged: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The answer is the option that is said to be right, and no option is there twice. */
function misprinted({ format, answer, options, answerIndex, question }: Asked): readonly string[] {
  if (format === 'claim') {
    const words = question.endsWith('?') ? ['Yes', 'No'] : ['True', 'False'];
    return words.includes(answer) ? [] : [`a claim is answered ${answer}`];
  }
  if (format === 'open') return options.length > 0 ? ['an open question has options'] : [];
  const faults = options[answerIndex ?? -1] === answer ? [] : ['the answer is not the option of its index'];
  return new Set(options).size === options.length ? faults : [...faults, 'two options are printed alike'];
}
