/** Which name a thing may bear: its label, another name for it, a wider one (true), a narrower or neighbouring one (unknown). */
import { ANY_CATEGORY, type SceneFacts, type VocabularyRow } from '../../runtime/facts/rows.js';
import type { Truth } from './kleene.js';

export type Vocabulary = ReadonlyMap<string, VocabularyRow>;

export function vocabularyOf(rows: readonly VocabularyRow[]): Vocabulary {
  return new Map(rows.map((row) => [row.label, row]));
}

const names = new WeakMap<Vocabulary, Map<string, ReadonlySet<string>>>();

/** Whether every `x` is a `y`: the same label, another name for it, or a wider one. */
function isA(vocabulary: Vocabulary, x: string, y: string): boolean {
  const known = names.get(vocabulary) ?? new Map<string, ReadonlySet<string>>();
  names.set(vocabulary, known);
  const found = known.get(x) ?? allNames(vocabulary, x);
  known.set(x, found);
  return found.has(y);
}

/** All that an `x` is. */
function allNames(vocabulary: Vocabulary, x: string): ReadonlySet<string> {
  const found = new Set([x]);
  // The loop goes on over what is added meanwhile.
  for (const name of found) {
    for (const other of equals(vocabulary, name)) found.add(other);
    const broader = vocabulary.get(name)?.broader ?? null;
    if (broader !== null) found.add(broader);
  }
  return found;
}

const links = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>();

/** Names that `same` links with the label, from either side. */
function equals(vocabulary: Vocabulary, label: string): readonly string[] {
  const known = links.get(vocabulary);
  if (known !== undefined) return known.get(label) ?? [];
  const found = new Map<string, string[]>();
  for (const row of vocabulary.values())
    for (const other of row.same)
      for (const [from, to] of [
        [row.label, other],
        [other, row.label],
      ] as const)
        found.set(from, [...(found.get(from) ?? []), to]);
  links.set(vocabulary, found);
  return equals(vocabulary, label);
}

function isSame(vocabulary: Vocabulary, x: string, y: string, passed: ReadonlySet<string> = new Set()): boolean {
  if (x === y) return true;
  const beyond = new Set([...passed, x]);
  return equals(vocabulary, x).some((next) => !passed.has(next) && isSame(vocabulary, next, y, beyond));
}

/** `x called c` for a thing labelled `label`. */
export function called(vocabulary: Vocabulary, label: string, category: string): Truth {
  if (label === ANY_CATEGORY) return null;
  if (isA(vocabulary, label, category)) return true;
  if (isA(vocabulary, category, label)) return null;
  for (const { label: name, also } of vocabulary.values()) {
    // What it is, may be called `other`, and so all that `other` is.
    if (isA(vocabulary, label, name) && also.some((other) => isA(vocabulary, other, category))) return null;
    // What `category` names may be called `label`.
    if (isA(vocabulary, category, name) && also.some((other) => isSame(vocabulary, other, label))) return null;
  }
  return !vocabulary.has(label) && mentions(vocabulary, label, category) ? null : false;
}

/** Whether words of an unlisted label are a listed one, or its plural, that may be called `category`. */
function mentions(vocabulary: Vocabulary, label: string, category: string): boolean {
  const text = ` ${label.replaceAll(/[^\p{L}\p{N}'-]+/gu, ' ').trim()} `;
  return [...vocabulary.values()].some(
    (row) =>
      [row.label, row.singular, row.plural].some((form) => text.includes(` ${form.toLowerCase()} `)) &&
      called(vocabulary, row.label, category) !== false,
  );
}

/** The categories that the scene's source lists completely, present or absent. */
export function coveredCategories(facts: SceneFacts): ReadonlySet<string> {
  const rows = facts.coverage.filter((row) => row.status === 'exhaustive' || row.status === 'verified_absent');
  return new Set(rows.map((row) => row.category));
}
