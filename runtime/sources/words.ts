/** The words that each kind of source knows before any of it is read: for messages about words that nothing is called by. */
import type { SourceName, SourceWords } from '../../compiler/std/operators.js';
import type { VocabularyRow } from '../facts/rows.js';
import { indoor } from '../vocabulary/indoor.js';
import { street } from '../vocabulary/street.js';
import { kittiLabels, kittiRest } from './kitti/labels.js';
import { catalogue } from './rooms/catalogue.js';

/** Made when a recipe first names a word for a source of that kind. */
const made: Readonly<Record<SourceName, () => SourceWords>> = {
  rooms: () =>
    wordsOf(
      indoor,
      Object.values(catalogue).map(({ label }) => label),
    ),
  kitti: () => wordsOf(street, [...kittiLabels, kittiRest]),
  robospatial: () => wordsOf(indoor, undefined),
  facts: () => wordsOf([...indoor, ...street], undefined),
  // Labels stand in a file, which is not read to check a recipe.
  images: () => wordsOf([...indoor, ...street], undefined),
};
const known = new Map<SourceName, SourceWords>();

export function sourceWords(source: SourceName): SourceWords {
  const words = known.get(source) ?? made[source]();
  known.set(source, words);
  return words;
}

/** @param labels all that its things are labelled; undefined where its data may bring other words */
function wordsOf(rows: readonly VocabularyRow[], labels: readonly string[] | undefined): SourceWords {
  const names = labels === undefined ? rows.flatMap(mentioned) : namesOf(rows, new Set(labels));
  return {
    labels: new Set(labels ?? rows.map(({ label }) => label)),
    names: new Set(names),
    plurals: new Map(rows.map(({ plural, label }) => [plural.toLowerCase(), label])),
    complete: labels !== undefined,
  };
}

const mentioned = ({ label, same, also, broader }: VocabularyRow): readonly string[] => [
  ...[label, ...same, ...also],
  ...(broader === null ? [] : [broader]),
];

/** What things of these labels are or may be called: wider names, other ones, and narrower ones. */
function namesOf(rows: readonly VocabularyRow[], labels: ReadonlySet<string>): readonly string[] {
  const rowOf = new Map(rows.map((row) => [row.label, row]));
  const above = (label: string, next: (row: VocabularyRow) => readonly string[]): readonly string[] => {
    const found = new Set([label]);
    for (const name of found) {
      const row = rowOf.get(name);
      for (const other of row ? next(row) : []) found.add(other);
    }
    return [...found];
  };
  const wider = ({ same, broader }: VocabularyRow): readonly string[] => [
    ...same,
    ...(broader === null ? [] : [broader]),
  ];
  return [
    ...[...labels].flatMap((label) => above(label, mentioned)),
    ...rows.flatMap(({ label }) => (above(label, wider).some((name) => labels.has(name)) ? [label] : [])),
  ];
}
