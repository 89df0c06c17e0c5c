/**
 * What a reader without the picture sees of a question and a candidate: words, pairs of words, which thing is named
 * where, how the candidate stands among the others. Each feature is a place in the table of weights.
 */
import { type Features, places } from './choice-model.js';
import type { Candidate, Contest } from './game.js';
import { quantityIn } from './quantity-text.js';

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const both = (a: number, b: number): number => Math.imul((a ^ Math.imul(b, 0x9e3779b1)) >>> 0, 0x85ebca6b) >>> 0;

/** Bins in a factor of ten, for numbers in texts: the words of sizes seldom repeat. */
const perDecade = 10;

/** Words in small letters; a number with its unit is the bin it lies in. */
export function wordsOf(text: string): readonly string[] {
  const quantity = quantityIn(text);
  if (quantity !== undefined && !Number.isInteger(quantity)) return [binOf(quantity)];
  return text.toLowerCase().match(/\p{L}+(?:'\p{L}+)?|\d+(?:\.\d+)?/gu) ?? [];
}

const binOf = (quantity: number): string =>
  `~${quantity > 0 ? Math.floor(Math.log10(quantity) * perDecade) : `-${Math.floor(-quantity)}`}`;

/** Features of a text that belong to a role: its words and pairs of words. */
function ofWords(role: string, words: readonly string[]): readonly number[] {
  const own = hashOf(role);
  const hashed = words.map((word) => both(own, hashOf(word)));
  const pairs = hashed.slice(1).map((h, i) => both(hashed[i] ?? 0, h));
  return [...hashed, ...pairs];
}

/** The question by itself. */
interface Read {
  readonly phrasing: number;
  readonly words: readonly string[];
  /** Words of each hole, with its name. */
  readonly holes: readonly (readonly number[])[];
}

const read = ({ question }: Contest): Read => ({
  phrasing: hashOf(question.phrasing),
  words: wordsOf(question.question),
  holes: question.things.map(({ name, text }) => wordsOf(text).map((word) => hashOf(`${name}:${word}`))),
});

/** A word of one hole with one of another: `sofa` against `lamp`. */
const pairsOf = (holes: Read['holes']): readonly number[] =>
  holes.flatMap((one, i) => holes.slice(i + 1).flatMap((other) => one.flatMap((a) => other.map((b) => both(a, b)))));

const compact = (hashes: readonly number[]): Features => Uint32Array.from(new Set(hashes.map((h) => h & (places - 1))));

/** One set of features per candidate. */
export function textFeatures(contest: Contest, truth: boolean): readonly Features[] {
  const reading = read(contest);
  return truth ? [new Uint32Array(0), saidToBeTrue(reading)] : ofCandidates(contest, reading);
}

/** What is said decides the truth together with how it is said: `left of` against `right of`. */
function saidToBeTrue({ phrasing, words, holes }: Read): Features {
  const said = [...ofWords('question', words), ...holes.flat(), ...pairsOf(holes)];
  return compact([phrasing, ...said, ...said.map((h) => both(phrasing, h))]);
}

function ofCandidates(contest: Contest, { phrasing, words, holes }: Read): readonly Features[] {
  const standing = standings(contest);
  const context = [...words.map(hashOf), ...holes.flat(), phrasing];
  return contest.candidates.map((c, i) => {
    const own = wordsOf(c.text);
    const whole = hashOf(`whole:${own.join(' ')}`);
    const crossed = own.length > 1 ? [whole, ...own.map((word) => hashOf(`crossed:${word}`))] : [whole];
    return compact([
      ...ofWords('candidate', own),
      whole,
      ...(standing[i] ?? []).map(hashOf),
      ...crossed.flatMap((f) => context.map((h) => both(f, h))),
    ]);
  });
}

/** How each candidate stands among the others: its place, its rank by number and by length, where it is mentioned. */
function standings({ question, candidates }: Contest): readonly (readonly string[])[] {
  const text = question.question.toLowerCase();
  const found = candidates.map((c) => text.indexOf(c.text.toLowerCase()));
  const rank = (of: (c: Candidate) => number, i: number): number => {
    const own = candidates[i];
    return own === undefined ? 0 : candidates.filter((other) => of(other) < of(own)).length;
  };
  const k = candidates.length;
  return candidates.map(({ number }, i) => {
    const at = found[i] ?? -1;
    const mention = at < 0 ? 'none' : String(found.filter((other) => other >= 0 && other < at).length);
    return [
      `place ${i} of ${k}`,
      `mention ${mention} of ${k}`,
      `length ${rank((c) => c.text.length, i)} of ${k}`,
      ...(number === undefined ? [] : [`rank ${rank((c) => c.number ?? 0, i)} of ${k}`]),
    ];
  });
}
