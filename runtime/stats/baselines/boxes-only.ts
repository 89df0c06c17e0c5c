/**
 * What follows from the 2D boxes alone, without depth and without classes: a decision tree over their places and sizes,
 * learned on half of the captures. Claims have a tree per phrasing, since what is said decides the truth as well.
 */
import { boxCount, boxFeatures } from './box-features.js';
import type { CandidateKind, Contest } from './game.js';
import { type Baseline, best, type ContestGuess, type NumberGuess, nearest } from './guess.js';
import type { Sampled } from './sampled.js';
import { growTree, type Target, tell } from './tree.js';

/** With fewer questions of a phrasing, its claims are guessed at random. */
const fewest = 40;

export const boxesOnly: Baseline = {
  contests: (learning, of) => {
    const count = boxCount(learning.map(({ question }) => question));
    if (count === 0) return undefined;
    if (of === 'numbers') {
      const guess = numberGuess(
        learning.map(({ question }) => question),
        count,
      );
      return guess && (({ question, candidates }) => nearest(candidates, guess(question)));
    }
    const groups = new Map<string, Contest[]>();
    for (const contest of learning) {
      const key = of === 'truth' ? contest.question.phrasing : '';
      const own = groups.get(key) ?? [];
      own.push(contest);
      groups.set(key, own);
    }
    const guesses = new Map([...groups].map(([key, own]) => [key, classGuess(own, of, count)]));
    return (contest) => guesses.get(of === 'truth' ? contest.question.phrasing : '')?.(contest) ?? 0;
  },
  numbers: (learning) => {
    const count = boxCount(learning);
    return count === 0 ? undefined : numberGuess(learning, count);
  },
};

function classGuess(learning: readonly Contest[], of: CandidateKind, count: number): ContestGuess {
  const won = learning.flatMap(({ question, candidates, right }) => {
    const winner = candidates[right];
    return winner === undefined ? [] : [{ question, name: nameOf(winner.text, question, of) }];
  });
  if (won.length < fewest) return () => 0;
  const names = [...new Set(won.map(({ name }) => name))].toSorted();
  const target: Target = {
    kind: Int32Array.from(won, ({ name }) => names.indexOf(name)),
    amount: new Float64Array(won.length).fill(1),
    width: names.length,
  };
  const tree = growTree(
    won.map(({ question }) => boxFeatures(question, count)),
    target,
  );
  return ({ question, candidates }) => {
    const told = tell(tree, boxFeatures(question, count));
    return best(candidates, ({ text }) => told[names.indexOf(nameOf(text, question, of))] ?? 0);
  };
}

/** Of lengths, areas and volumes the logarithm is told: they are judged by their ratio. */
function numberGuess(learning: readonly Sampled[], count: number): NumberGuess | undefined {
  const known = learning.flatMap((question) => (question.value === null ? [] : [{ question, value: question.value }]));
  if (known.length === 0) return undefined;
  const positive = known.every(({ value }) => value > 0);
  const target: Target = {
    kind: new Int32Array(known.length),
    amount: Float64Array.from(known, ({ value }) => (positive ? Math.log(value) : value)),
    width: 1,
  };
  const tree = growTree(
    known.map(({ question }) => boxFeatures(question, count)),
    target,
  );
  return (question) => {
    const [told = 0] = tell(tree, boxFeatures(question, count));
    return positive ? Math.exp(told) : told;
  };
}

/** Things win by their name in the recipe. */
const nameOf = (text: string, { things }: Sampled, of: CandidateKind): string =>
  of === 'things' ? (things.find((thing) => thing.text === text)?.name ?? text) : text;
