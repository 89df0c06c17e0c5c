/** Words for numbers, components, measures and relations: `third`, `to the left`, `taller`, `in front of`. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { MeasureWords } from './measure-words.js';
import type { Definitions } from './scene-context.js';
import type { Component, Term } from './value.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `first` … `tenth`, then `11th`, `22nd`. */
export function ordinal(n: number): string {
  return ORDINALS[n - 1] ?? `${n}${suffix(n)}`;
}

function suffix(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
}

/** What stands after a length without its sign. */
export function componentWords({ word, isViewers }: Component, amount: number): string {
  switch (word) {
    case 'right':
      return amount > 0 ? 'to the right' : 'to the left';
    case 'up':
      return amount > 0 ? 'higher' : 'lower';
    case 'forward':
      if (isViewers) return amount > 0 ? 'ahead' : 'behind';
      return amount > 0 ? 'farther' : 'nearer';
  }
}

/** `{m}`, `{m:comparative}`, `{m:superlative}`, `{m:lesser}`, `{m:least}`; `{r}`; else the value as written. */
export function termText(term: Term, format: string | undefined, definitions: Definitions): string {
  switch (term.domain) {
    case 'measure':
      return measureText(definitions.facts.get(term.text) ?? definitions.measureWords[term.text], term.text, format);
    case 'relation':
      return wordsBetween(definitions.relations.get(term.text), term.text);
    case 'component':
    case 'frame':
    case 'count':
      return term.text;
  }
}

function measureText(words: MeasureWords | undefined, name: string, format: string | undefined): string {
  const degree = { comparative: 1, lesser: 1, superlative: 2, least: 2 }[format ?? ''] ?? 0;
  const side = format === 'lesser' || format === 'least' ? words?.less : words?.more;
  const found = side?.[degree] ?? (format === undefined ? name : undefined);
  if (found === undefined) throw new Error(`no words for ${name}${format === undefined ? '' : `:${format}`}`);
  return found;
}

/** What a relation says between `{a} is ` and ` {b}`. */
function wordsBetween(relation: ast.RelationDeclaration | undefined, name: string): string {
  const [first, between, second] = relation?.says?.parts ?? [];
  const isPlain = first?.kind === 'hole' && between?.kind === 'text' && second?.kind === 'hole';
  const found = isPlain ? /^ is (.*) $/.exec(between.text)?.[1] : undefined;
  if (found === undefined) throw new Error(`\`${name}\` says no words between its sides`);
  return found;
}
