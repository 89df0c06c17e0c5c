/** Words that no source of a recipe knows: nothing is called so, or labelled so. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean, editDistance, suggest } from '../diagnostics/suggest.js';
import type { WordDemand } from '../ir/program.js';
import type { SourceWords } from '../std/operators.js';
import { unknownWord } from './errors.js';

/** Of a source whose data may bring other words, only what is nearly a known one is told. */
const leastLetters = 5;

/**
 * What a relation says is demanded by each task that uses it, and told once.
 *
 * @param known the words of every source of the recipe
 */
export function checkWords(
  demands: readonly WordDemand[],
  known: readonly SourceWords[],
  sources: readonly string[],
  report: Report,
): void {
  const places = new Map(demands.map((demand) => [`${demand.at.file} ${demand.at.start}`, demand]));
  for (const { word, as, at } of places.values()) {
    const listed = known.map((words) => (as === 'name' ? words.names : words.labels));
    if (known.length === 0 || listed.some((words) => words.has(word))) continue;
    const names = [...new Set(known.flatMap((words) => [...words.names]))];
    const complete = known.every((words) => words.complete);
    if (!complete && !isSlip(word, names)) continue;
    report(unknownWord({ word, as, sources, hint: hintFor(word, known, names) }, at));
  }
}

function hintFor(word: string, known: readonly SourceWords[], names: readonly string[]): string | undefined {
  if (names.includes(word)) return `It is a wider or another name, and no label: write \`called "${word}"\`.`;
  const [singular] = known.flatMap((words) => words.plurals.get(word.toLowerCase()) ?? []);
  return singular === undefined ? didYouMean(word, names) : `Did you mean \`${singular}\`?`;
}

function isSlip(word: string, names: readonly string[]): boolean {
  if (word.length < leastLetters || names.includes(word)) return false;
  const meant = suggest(word, names);
  return meant !== undefined && editDistance(word.toLowerCase(), meant.toLowerCase()) <= 1;
}
