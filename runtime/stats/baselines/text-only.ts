/**
 * A reader without the picture: a classifier over words, learned on half of the captures. It is fair to both sides: it
 * may use whatever is written, and nothing else.
 */
import { learnChoices } from './choice-model.js';
import { type Baseline, best } from './guess.js';
import { textFeatures } from './text-features.js';

const seed = 1;

export const textOnly: Baseline = {
  contests: (learning, of) => {
    const examples = learning.map((contest) => ({
      candidates: textFeatures(contest, of === 'truth'),
      right: contest.right,
    }));
    const { score } = learnChoices(examples, seed);
    return (contest) => {
      const features = textFeatures(contest, of === 'truth');
      return best(contest.candidates, (_, i) => score(features[i] ?? new Uint32Array(0)));
    };
  },
  numbers: () => undefined,
};
