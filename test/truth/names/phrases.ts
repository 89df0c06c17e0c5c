/**
 * Finds the noun phrases in a text that mean one thing: `the tallest chair`, `the second lamp from the left`, `the box
 * in the red box`. Words that only sound like that are left alone: a bounding box is no thing of the room.
 */
import type { Nouns } from './nouns.js';
import { landmarks, superlatives } from './sight.js';

export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `object` where it is only called that. */
  readonly noun: string;
  readonly superlative: string | undefined;
  readonly ordinal: { readonly place: number; readonly from: 'left' | 'right' } | undefined;
  readonly colour: string | undefined;
  /** The words of a caption, where it is called by these. */
  readonly caption: string | undefined;
  /** What follows it, as far as it might belong to it: `the N to the left of the M`. */
  readonly landmark: { readonly relation: string; readonly noun: string; readonly end: number } | undefined;
}

const ordinals = ['second', 'third', 'fourth', 'fifth'];
/** Of one of a kind, not of the one that is there; and of boxes that are only drawn. */
const notMeant = [
  /^ (?:that is (?:closest|nearest|closer)|nearest to (?!the camera)|which is nearest|in this picture|, and farther)/,
  /^, and farther to every/,
  /^ that just encloses/,
  /^ (?:drawn|\[)/,
];

/** @param captions what things of the scene are called by somebody, in small letters and without an article */
export type FindPhrases = (text: string, captions: readonly string[]) => readonly Phrase[];

/** `does the TV stand`: a verb and no TV stand. */
const asked = '(?<!\\b(?:[Dd]oes|[Cc]ould|[Ww]ould|[Cc]an) [Tt]he [^«».,?]*)';

export function phraseFinder(nouns: Nouns): FindPhrases {
  const noun = nouns.singulars.map((word) => word.replace(/ stand$/, ` ${asked}stand`)).join('|');
  const pattern = new RegExp(
    `\\b[Tt]he (?:(${Object.keys(superlatives).join('|')}|${ordinals.join('|')}) )?(object|${noun})\\b` +
      `(?: from the (left|right)| in the (red|green|blue|yellow|purple) (?:box|frame))?(?![a-z-])`,
    'g',
  );
  const landmark = new RegExp(`^ (${Object.keys(landmarks).join('|')}) the (${noun})\\b`);
  return (text, captions) => {
    const found: Phrase[] = [...captioned(text, captions)];
    for (const match of text.matchAll(pattern)) {
      const [whole, word, named = '', side, colour] = match;
      const end = match.index + whole.length;
      const rest = text.slice(end);
      const place = word === undefined ? -1 : ordinals.indexOf(word);
      if (isFrame(named, colour, place, rest)) continue;
      const beside = landmark.exec(rest);
      found.push({
        start: match.index,
        end,
        text: whole,
        noun: named,
        superlative: place < 0 ? word : undefined,
        ordinal:
          place >= 0 && side !== undefined ? { place: place + 2, from: side === 'left' ? 'left' : 'right' } : undefined,
        colour,
        caption: undefined,
        landmark: beside
          ? { relation: beside[1] ?? '', noun: beside[2] ?? '', end: end + beside[0].length }
          : undefined,
      });
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function captioned(text: string, captions: readonly string[]): readonly Phrase[] {
  return captions.flatMap((caption) =>
    [...text.matchAll(new RegExp(`\\b[Tt]he ${caption}\\b`, 'g'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      noun: '',
      superlative: undefined,
      ordinal: undefined,
      colour: undefined,
      caption,
      landmark: undefined,
    })),
  );
}

function isFrame(noun: string, colour: string | undefined, place: number, rest: string): boolean {
  if (noun === 'object' && colour === undefined) return true;
  if (place >= 0 && colour !== undefined) return true;
  return colour === undefined && notMeant.some((words) => words.test(rest));
}
