/**
 * A question as a game. A *contest* has candidates, one of which is right: the options of a choice, true and false, the
 * things that an open question names, or the few words it is ever answered by. Else a number is to be guessed.
 */
import { quantityIn } from './quantity-text.js';
import type { Sampled, Thing } from './sampled.js';

export interface Candidate {
  readonly text: string;
  /** SI, where the text is a number. */
  readonly number: number | undefined;
  /** What it names, where the question names it, too. */
  readonly thing: Thing | undefined;
}

/** What candidates are: baselines look at each kind in their own way. */
export type CandidateKind = 'truth' | 'things' | 'numbers' | 'words';

export interface Contest {
  readonly question: Sampled;
  readonly candidates: readonly Candidate[];
  /** Index of the right candidate; -1 where an open question has an answer that was never seen. */
  readonly right: number;
}

export type Game =
  | {
      readonly kind: 'contests';
      readonly of: CandidateKind;
      readonly contests: readonly Contest[];
      /** Whether the question shows the candidates, so that a blind guess has a chance. */
      readonly shown: boolean;
    }
  | { readonly kind: 'numbers'; readonly questions: readonly Sampled[] }
  | { readonly kind: 'none' };

/** Words by which an open question is ever answered, and how often each must be seen: else it is no contest. */
const mostWords = 40;
const seenPerWord = 5;

export function gameOf(format: string, questions: readonly Sampled[]): Game {
  if (format === 'claim') return { kind: 'contests', of: 'truth', shown: true, contests: questions.map(claimed) };
  if (format !== 'choice') return openGame(questions);
  const contests = questions.map(chosen);
  return { kind: 'contests', of: kindOf(contests), shown: true, contests };
}

const candidate = (text: string, thing?: Thing): Candidate => ({ text, number: quantityIn(text), thing });

const truths = [candidate('False'), candidate('True')];

const claimed = (question: Sampled): Contest => ({
  question,
  candidates: truths,
  right: question.answer === 'True' || question.answer === 'Yes' ? 1 : 0,
});

function chosen(question: Sampled): Contest {
  const { options, things, answerIndex } = question;
  return {
    question,
    candidates: options.map((text) =>
      candidate(
        text,
        things.find((thing) => thing.text === text),
      ),
    ),
    right: answerIndex ?? -1,
  };
}

function kindOf(contests: readonly Contest[]): CandidateKind {
  const all = (test: (c: Candidate) => boolean): boolean =>
    contests.every(({ candidates }) => candidates.every((c) => test(c)));
  if (all(({ thing }) => thing !== undefined)) return 'things';
  return all(({ number }) => number !== undefined) ? 'numbers' : 'words';
}

function openGame(questions: readonly Sampled[]): Game {
  if (questions.every(({ value, unit }) => value !== null && unit !== 'count')) return { kind: 'numbers', questions };
  const named = (q: Sampled): readonly Thing[] => q.things.filter(({ kind }) => kind === 'object' || kind === 'pixel');
  if (questions.every((q) => named(q).some(({ text }) => text === q.answer))) {
    const contests = questions.map((question) => {
      const candidates = named(question).map((thing) => candidate(thing.text, thing));
      return { question, candidates, right: candidates.findIndex(({ text }) => text === question.answer) };
    });
    return { kind: 'contests', of: 'things', shown: false, contests };
  }
  return wordGame(questions);
}

function wordGame(questions: readonly Sampled[]): Game {
  const learned = questions.filter(({ learning }) => learning);
  const words = [...new Set(learned.map(({ answer }) => answer))].toSorted();
  if (words.length > mostWords || learned.length < seenPerWord * words.length) return { kind: 'none' };
  const candidates = words.map((word) => candidate(word));
  const contests = questions.map((question) => ({ question, candidates, right: words.indexOf(question.answer) }));
  return { kind: 'contests', of: 'words', shown: false, contests };
}
