/**
 * What a thing may be called, from the vocabulary table (docs/semantics.md section 1): surely, perhaps, or not at all.
 * Doubt is the safe side: a name that may be right makes counts unknown, one that is wrongly ruled out makes them wrong.
 */
import { ANY_CATEGORY, type VocabularyRow } from './rows.js';

export interface Names {
  /** The label, other names for it, and the wider ones. */
  readonly names: readonly string[];
  /** Sorted; none of them is in `names`. */
  readonly maybeNames: readonly string[];
  /** What it is called in a sentence; null where the vocabulary has no countable word for it. */
  readonly noun: string | null;
  /** Several of it, and what stands before one of it; null where `noun` is. */
  readonly plural: string | null;
  readonly article: string | null;
}

const unnamed = { noun: null, plural: null, article: null };

/** What has been found out of vocabularies that sources of this process share. */
const found = new WeakMap<readonly VocabularyRow[], (label: string) => Names>();

/** A function from label to names, which remembers its answers. */
export function namesOf(vocabulary: readonly VocabularyRow[]): (label: string) => Names {
  const known = found.get(vocabulary);
  if (known !== undefined) return known;
  const names = namesBy(linksOf(vocabulary));
  found.set(vocabulary, names);
  return names;
}

const namesBy = (links: Links): ((label: string) => Names) =>
  remembered((label) => {
    if (label === ANY_CATEGORY) return { names: [], maybeNames: [], ...unnamed };
    const names = links.wider(label);
    const maybe = perhaps(label, links);
    for (const name of names) maybe.delete(name);
    const row = links.rows.get(label);
    const nouns = row?.countable === true ? { noun: row.singular, plural: row.plural, article: row.article } : unnamed;
    return { names, maybeNames: [...maybe].sort(), ...nouns };
  });

interface Links {
  readonly rows: ReadonlyMap<string, VocabularyRow>;
  /** Every label that the vocabulary mentions. */
  readonly words: ReadonlySet<string>;
  /** The label and other names for exactly the same. */
  readonly alike: (label: string) => readonly string[];
  /** The label, other names for it, and everything wider, from the narrowest. */
  readonly wider: (label: string) => readonly string[];
  readonly also: (label: string) => readonly string[];
  /** Labels by the words that say them: label, singular and plural. */
  readonly spoken: ReadonlyMap<string, string>;
}

function linksOf(vocabulary: readonly VocabularyRow[]): Links {
  const rows = new Map(vocabulary.map((row) => [row.label, row]));
  const same = new Map<string, string[]>();
  const link = (from: string, to: string): void => void same.set(from, [...(same.get(from) ?? []), to]);
  for (const row of vocabulary)
    for (const other of row.same) {
      link(row.label, other);
      link(other, row.label);
    }
  const sameAs = (label: string): readonly string[] => same.get(label) ?? [];
  return {
    rows,
    words: new Set(vocabulary.flatMap((row) => [row.label, ...row.same, ...row.also, row.broader ?? row.label])),
    alike: remembered((label) => closure(label, sameAs)),
    wider: remembered((label) =>
      closure(label, (each) => {
        const broader = rows.get(each)?.broader ?? null;
        return broader === null ? sameAs(each) : [...sameAs(each), broader];
      }),
    ),
    also: (label) => rows.get(label)?.also ?? [],
    // A label before a form of another one: "books" is its own label where it is listed.
    spoken: new Map([
      ...vocabulary.map(({ label, plural }) => [plural.toLowerCase(), label] as const),
      ...vocabulary.map(({ label, singular }) => [singular.toLowerCase(), label] as const),
      ...vocabulary.map(({ label }) => [label, label] as const),
    ]),
  };
}

/** What things of this label may be called; the sure names may be among it. */
function perhaps(label: string, links: Links): Set<string> {
  const { rows, words, alike, wider, also } = links;
  const maybe = new Set<string>();
  const self = alike(label);
  for (const word of words) {
    const above = wider(word);
    // Narrower, or itself (or what it is) perhaps called so: what is labelled table may be a desk.
    if (above.includes(label) || above.some((name) => also(name).some((other) => self.includes(other))))
      maybe.add(word);
  }
  // An armchair is a chair, so it may be called what a chair may be called, and what that is.
  for (const name of wider(label)) for (const other of also(name)) for (const each of wider(other)) maybe.add(each);
  if (!rows.has(label))
    for (const inside of wordsIn(label, links))
      for (const each of [...wider(inside), ...perhaps(inside, links)]) maybe.add(each);
  return maybe;
}

/** The listed labels among the words of one that is not listed: `black office chair` may be an office chair. */
function wordsIn(label: string, { spoken, rows }: Links): readonly string[] {
  const words = label.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== '');
  const runs = words.flatMap((_, from) => words.slice(from).map((_, to) => words.slice(from, from + to + 1).join(' ')));
  return runs.flatMap((run) => spoken.get(run) ?? []).filter((found) => found !== label && rows.has(found));
}

/** Everything that is reached, in the order in which it is; a loop ends where it closes. */
function closure(start: string, next: (label: string) => readonly string[]): readonly string[] {
  const found = [start];
  for (let i = 0; i < found.length; i++)
    for (const label of next(found[i] ?? start)) if (!found.includes(label)) found.push(label);
  return found;
}

function remembered<Value>(find: (label: string) => Value): (label: string) => Value {
  const known = new Map<string, Value>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const value = find(label);
    known.set(label, value);
    return value;
  };
}
