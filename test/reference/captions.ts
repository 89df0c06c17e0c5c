/** Captions that somebody has verified, in the form in which they can be said. */
import type { ObjectRow } from '../../runtime/facts/rows.js';

/** Small letters, without article and full stop; undefined where there is none, or it is no plain phrase. */
export function saidCaption({ caption, verifiedBy }: ObjectRow): string | undefined {
  if (caption === null || verifiedBy === null) return undefined;
  const said = caption
    .toLowerCase()
    .replace(/^(a|an|the) /, '')
    .replace(/\.$/, '');
  const words = said.split(' ');
  return words.length <= 12 && words.every((word) => /^[\p{L}'-]+$/u.test(word)) ? said : undefined;
}
