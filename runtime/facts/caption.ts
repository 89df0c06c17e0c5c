/** A caption as a name: `A red mug with a handle.` is said as `red mug with a handle`, if somebody has verified it. */
import type { ObjectRow } from './rows.js';

const longest = 12;

/**
 * What stands behind "the" where a thing is named by its caption, in small letters; null where nobody verified it,
 * or it is no short phrase of plain words: digits and sentences tell more than which thing is meant.
 */
export function saidOf({ caption, verifiedBy }: Pick<ObjectRow, 'caption' | 'verifiedBy'>): string | null {
  if (caption === null || verifiedBy === null) return null;
  const phrase = caption
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\.$/, '')
    .replace(/^(?:an?|the) /, '');
  const isPlain = /^\p{Ll}[\p{Ll}'-]*(?: \p{Ll}[\p{Ll}'-]*)*$/u.test(phrase);
  return isPlain && phrase.split(' ').length <= longest ? phrase : null;
}
