/**
 * A text with its references taken out: each thing or pixel that it names becomes «1», «2», … by first mention, each
 * kind ‹1›, ‹2›, …. What is left is what the sentence says of them.
 */
import type { Nouns } from './names/nouns.js';
import type { FindPhrases } from './names/phrases.js';
import { type Mark, resolve, type Viewer } from './names/resolve.js';

export interface Read {
  readonly text: string;
  /** Ids by first mention: the first is «1». */
  readonly ids: readonly string[];
  /** Ids at every mention. */
  readonly mentions: readonly string[];
  /** The words of every mention, in small letters at the beginning. */
  readonly names: readonly string[];
  /** What could not be resolved, and why. */
  readonly faults: readonly string[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Of a pixel: column and row. */
export const pixelId = (u: string, v: string): string => `${u.padStart(4, '0')}x${v.padStart(4, '0')}`;

export const isPixel = (id: string): boolean => /^\d+x\d+$/.test(id);

export function pixelAt(id: string): readonly [number, number] {
  const [u, v] = id.split('x').map(Number);
  if (u === undefined || v === undefined || Number.isNaN(u + v)) throw new Error(`${id} is no pixel`);
  return [u, v];
}

export function readText(text: string, find: FindPhrases, viewer: Viewer, marks: readonly Mark[]): Read {
  const faults: string[] = [];
  const found: Found[] = [];
  let past = 0;
  for (const phrase of find(text, viewer.captions)) {
    // A landmark was part of the phrase before.
    if (phrase.start < past) continue;
    const { id, why, end } = resolve(phrase, viewer, marks);
    past = end;
    if (id === undefined) faults.push(`"${phrase.text}": ${why}`);
    found.push({ start: phrase.start, end, id: id ?? '?' });
  }
  for (const match of text.matchAll(/\((\d+), (\d+)\)/g))
    found.push({ start: match.index, end: match.index + match[0].length, id: pixelId(match[1] ?? '', match[2] ?? '') });
  found.sort((a, b) => a.start - b.start);
  const mentions = found.map(({ id }) => id);
  const ids = [...new Set(mentions)];
  let said = '';
  let from = 0;
  for (const { start, end, id } of found) {
    said += `${text.slice(from, start)}«${ids.indexOf(id) + 1}»`;
    from = end;
  }
  const names = found.map(({ start, end }) => text.slice(start, end).replace(/^The /, 'the '));
  return { text: said + text.slice(from), ids, mentions, names, faults };
}

export interface Kinds {
  readonly text: string;
  /** Singulars, by first mention. */
  readonly kinds: readonly string[];
  /** Singulars, at every mention. */
  readonly mentions: readonly string[];
}

/** Takes the kinds out of a text whose references are taken out already. Bounding boxes are no boxes. */
export function readKinds(text: string, nouns: Nouns, kinds: ReadonlySet<string>): Kinds {
  const words = [...nouns.plurals, ...nouns.singulars].filter((word) => kinds.has(nouns.kindOf(word) ?? ''));
  words.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!bounding )\\b(${words.join('|')})\\b`, 'gi');
  const found: string[] = [];
  const mentions: string[] = [];
  const said = text.replaceAll(pattern, (word) => {
    const kind = nouns.kindOf(word) ?? nouns.kindOf(word.toLowerCase()) ?? word;
    mentions.push(kind);
    if (!found.includes(kind)) found.push(kind);
    return `‹${found.indexOf(kind) + 1}›`;
  });
  return { text: said, kinds: found, mentions };
}
