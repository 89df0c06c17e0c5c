/** Questions of one tuple, found by what fills their holes. */
import type { Asked } from './asked-library.js';

export interface Tuple {
  readonly scene: string;
  readonly questions: readonly Asked[];
  /** Ids by the names of the `for` line; of a set by the set's name, and sorted. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** What finite binders print. */
  readonly words: readonly string[];
  /** The name that a thing has in these questions. */
  readonly nameOf: (id: string) => string | undefined;
}

/** By scene and task, with a blank between. */
export function tuplesOf(questions: readonly Asked[]): ReadonlyMap<string, readonly Tuple[]> {
  const groups = new Map<string, Map<string, Asked[]>>();
  for (const asked of questions) {
    const place = `${asked.scene} ${asked.task}`;
    const tuples = groups.get(place) ?? new Map<string, Asked[]>();
    groups.set(place, tuples);
    const key = JSON.stringify([[...idsOf(asked)].sort(), wordsOf(asked)]);
    const same = tuples.get(key) ?? [];
    tuples.set(key, same);
    same.push(asked);
  }
  return new Map([...groups].map(([place, tuples]) => [place, [...tuples.values()].map(tupleOf)]));
}

function tupleOf(questions: readonly Asked[]): Tuple {
  const [first] = questions;
  if (first === undefined) throw new Error('a tuple has questions');
  const names = new Map(
    questions.flatMap(({ holes }) => holes.flatMap(({ id, text }) => (id === null ? [] : [[id, text] as const]))),
  );
  return {
    scene: first.scene,
    questions,
    ids: idsOf(first),
    words: wordsOf(first),
    nameOf: (id) => names.get(id),
  };
}

function idsOf({ holes, objects }: Asked): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const { name, id } of holes) {
    if (id === null || name === 'option' || name === '') continue;
    // Members of a set are `xs#1`, `xs#2` and so on.
    const set = name.replace(/#\d+$/, '');
    const known = ids.get(set) ?? [];
    if (!known.includes(id)) ids.set(set, [...known, id].sort());
  }
  // What a question does not print by a name stands in its answer.
  return ids.size === 0 ? new Map([['a', objects]]) : ids;
}

const wordsOf = ({ holes }: Asked): readonly string[] =>
  [...new Set(holes.flatMap(({ name, text }) => (name === '' ? [text] : [])))].sort();
