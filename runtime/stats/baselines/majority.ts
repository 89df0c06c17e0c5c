/**
 * Always the same: the answer that was right most often. Of things that is the first-named, the second-named, …; of
 * numbers among others the least, the second, …; of words and truth the word; of a number by itself their median.
 */
import type { Candidate, CandidateKind, Contest } from './game.js';
import { type Baseline, best, medianOf } from './guess.js';
import { Tally } from './tally.js';

export const majority: Baseline = {
  contests: (learning, of) => {
    const won = new Tally();
    for (const contest of learning)
      for (const [i, c] of contest.candidates.entries())
        won.add(signOf(c, of, contest), i === contest.right ? 'right' : 'wrong');
    // Of what was never seen nothing is known: it wins as often as others.
    const rate = (contest: Contest, c: Candidate): number =>
      won.share(signOf(c, of, contest), 'right', 1 / contest.candidates.length, 1);
    return (contest) => best(contest.candidates, (c) => rate(contest, c));
  },
  numbers: (learning) => {
    const usual = medianOf(learning.flatMap(({ value }) => value ?? []));
    return () => usual;
  },
};

/** By what a candidate is always chosen. */
function signOf(c: Candidate, of: CandidateKind, { question, candidates }: Contest): string {
  switch (of) {
    case 'things':
      return String(question.things.findIndex(({ text }) => text === c.text));
    case 'numbers':
      // Counts are told by themselves, since they repeat.
      if (question.unit === 'count') return c.text;
      return String(candidates.filter(({ number }) => (number ?? 0) < (c.number ?? 0)).length);
    case 'words':
    case 'truth':
      return c.text;
  }
}
