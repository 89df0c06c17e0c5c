/** What finite binders say of themselves: `{m:superlative}` is "tallest". */
import type { FiniteWords, HoleFormat } from '../check/typed.js';

export function wordsOf(words: FiniteWords, format: HoleFormat): string {
  if (words.kind !== 'measure') return words.text;
  const { more, less } = words.words ?? {};
  const said: Readonly<Partial<Record<HoleFormat, string | undefined>>> = {
    adjective: more?.[0],
    plain: more?.[0] ?? words.name,
    comparative: more?.[1],
    superlative: more?.[2],
    lesser: less?.[1],
    least: less?.[2],
  };
  return said[format] ?? words.name;
}
