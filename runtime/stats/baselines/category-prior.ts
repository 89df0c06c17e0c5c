/**
 * What follows from the classes of the things alone, without the picture: the median of numbers, the most frequent
 * winner, word or truth, for each ordered tuple of classes. Where none of the things has a class it says nothing.
 */
import { type Baseline, best, medianOf, nearest } from './guess.js';
import type { Sampled } from './sampled.js';
import { Tally } from './tally.js';

/** What all classes together say counts as much as so many questions of one. */
const steadiness = 5;
const all = '';

export const categoryPrior: Baseline = {
  contests: (learning, of) => {
    if (!learning.some(({ question }) => classesOf(question) !== undefined)) return undefined;
    if (of === 'numbers') {
      const usual = medians(learning.map(({ question }) => question));
      return ({ question, candidates }) => nearest(candidates, usual(question));
    }
    const won = new Tally();
    for (const { question, candidates, right } of learning) {
      const winner = candidates[right];
      if (winner === undefined) continue;
      for (const key of [groupOf(question, of), keyOf(question, of)]) won.add(key, nameOf(winner.text, question, of));
    }
    return ({ question, candidates }) => {
      const [group, key] = [groupOf(question, of), keyOf(question, of)];
      return best(candidates, ({ text }) => {
        const name = nameOf(text, question, of);
        return won.share(key, name, won.share(group, name, 0, 1), steadiness);
      });
    };
  },
  numbers: (learning) => (learning.some((q) => classesOf(q) !== undefined) ? medians(learning) : undefined),
};

/** The median of each tuple of classes; of classes never seen, that of all. */
function medians(learning: readonly Sampled[]): (question: Sampled) => number {
  const values = new Map<string, number[]>();
  for (const question of learning) {
    for (const key of new Set([all, classesOf(question) ?? all])) {
      const own = values.get(key) ?? [];
      if (question.value !== null) own.push(question.value);
      values.set(key, own);
    }
  }
  const found = new Map([...values].map(([key, numbers]) => [key, medianOf(numbers)]));
  return (question) => found.get(classesOf(question) ?? all) ?? found.get(all) ?? 0;
}

/** `a=chair, b=table`: by the names of the recipe, so that a phrasing that names b first is no other tuple. */
function classesOf({ things }: Sampled): string | undefined {
  const classes = things.flatMap(({ name, category }) => (category === null ? [] : [`${name}=${category}`]));
  return classes.length === 0 ? undefined : [...new Set(classes)].toSorted().join(', ');
}

/** The truth of a claim depends on how it is said. */
const groupOf = ({ phrasing }: Sampled, of: string): string => (of === 'truth' ? JSON.stringify([phrasing]) : all);
const keyOf = (question: Sampled, of: string): string =>
  JSON.stringify([classesOf(question) ?? all, ...(of === 'truth' ? [question.phrasing] : [])]);

/** Things win by their name in the recipe. */
const nameOf = (text: string, { things }: Sampled, of: string): string =>
  of === 'things' ? (things.find((thing) => thing.text === text)?.name ?? text) : text;
