/**
 * What may be called by which noun, as a speaker of English takes it: surely, perhaps, or not at all. Read from the
 * plain rows of a vocabulary.
 */
import type { VocabularyRow } from '../../../runtime/facts/rows.js';

export type Called = 'surely' | 'perhaps' | 'no';

export interface Nouns {
  /** Singulars of what can be counted; longer ones first, since a coffee table is no table of coffee. */
  readonly singulars: readonly string[];
  /** The singular of a plural, or of a singular. */
  readonly kindOf: (word: string) => string | undefined;
  readonly plurals: readonly string[];
  /** Of a label. */
  readonly nounOf: (label: string) => string | undefined;
  readonly called: (label: string, noun: string) => Called;
}

const byLength = (words: Iterable<string>): readonly string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

export function nounsOf(rows: readonly VocabularyRow[]): Nouns {
  const byLabel = new Map(rows.map((row) => [row.label, row]));
  const wider = new Map(rows.map(({ label }) => [label, reach(byLabel, label, true)]));
  const equal = new Map(rows.map(({ label }) => [label, reach(byLabel, label, false)]));
  const widerOf = (label: string): ReadonlySet<string> => wider.get(label) ?? new Set([label]);
  const equalOf = (label: string): ReadonlySet<string> => equal.get(label) ?? new Set([label]);
  const alsoOf = (label: string): readonly string[] =>
    [...widerOf(label)].flatMap((name) => byLabel.get(name)?.also ?? []);
  const calledLabel = (label: string, name: string): Called => {
    if (widerOf(label).has(name)) return 'surely';
    if (widerOf(name).has(label)) return 'perhaps';
    if (alsoOf(label).some((other) => widerOf(other).has(name))) return 'perhaps';
    return alsoOf(name).some((other) => equalOf(other).has(label)) ? 'perhaps' : 'no';
  };
  const spoken = rows.filter(({ countable }) => countable);
  const labelsOf = (noun: string): readonly string[] =>
    spoken.filter(({ singular }) => singular === noun).map(({ label }) => label);
  const known = new Map<string, Called>();
  return {
    singulars: byLength(spoken.map(({ singular }) => singular)),
    plurals: byLength(spoken.map(({ plural }) => plural)),
    nounOf: (label) => byLabel.get(label)?.singular,
    kindOf: (word) => spoken.find(({ singular, plural }) => singular === word || plural === word)?.singular,
    called: (label, noun) => {
      const key = `${label}/${noun}`;
      const found = known.get(key) ?? surest(labelsOf(noun).map((name) => calledLabel(label, name)));
      known.set(key, found);
      return found;
    },
  };
}

function surest(found: readonly Called[]): Called {
  if (found.includes('surely')) return 'surely';
  return found.includes('perhaps') ? 'perhaps' : 'no';
}

/** All that is reached from a label by its equals, and by wider names too where asked. */
function reach(rows: ReadonlyMap<string, VocabularyRow>, label: string, up: boolean): ReadonlySet<string> {
  const found = new Set([label]);
  for (const name of found) {
    const row = rows.get(name);
    for (const other of row?.same ?? []) found.add(other);
    if (up && row?.broader) found.add(row.broader);
    // What is the same as this is so either way round.
    for (const [other, { same }] of rows) if (same.includes(name)) found.add(other);
  }
  return found;
}
