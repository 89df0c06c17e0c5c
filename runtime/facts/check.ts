/**
 * `spq facts check DIR`: everything that is wrong, or looks wrong, with a facts directory,
 * each with file, row and column, and what to do.
 * An error is what ingestion would not take as it stands; a warning is what is probably a slip.
 */
import { RunError } from '../errors.js';
import { checkedScenes, readManifest } from '../sources/facts-directory/index.js';
import { vocabularyRows } from '../sources/facts-directory/manifest.js';
import type { PlacedScene } from '../sources/facts-directory/scenes.js';
import { isSpoken } from '../vocabulary/english.js';
import { vocabularyFaults } from '../vocabulary/faults.js';
import { type Doubt, plausibility } from './plausibility.js';
import { ANY_CATEGORY, type SceneFacts, type VocabularyRow } from './rows.js';

export interface FactsProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  /** Number of the row in its shard, from 0; null where it is about the file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly what: string;
  readonly hint: string;
}

export interface FactsReport {
  readonly dir: string;
  readonly counts: { readonly scenes: number; readonly objects: number; readonly pixels: number };
  /** In the order found; at most `MOST_PROBLEMS`. */
  readonly problems: readonly FactsProblem[];
  /** All of them, also those beyond `MOST_PROBLEMS`. */
  readonly errors: number;
  readonly warnings: number;
}

/** Nobody reads more, and a directory may have millions. */
export const MOST_PROBLEMS = 1000;

/** Checks a facts directory. Never throws for what is wrong with the directory: that is the report. */
export async function checkFacts(dir: string): Promise<FactsReport> {
  const report = openReport();
  const counts = { scenes: 0, objects: 0, pixels: 0 };
  try {
    const vocabulary = vocabularyRows(await readManifest(dir));
    for (const problem of doubtfulWords(vocabulary)) report.add(problem);
    const labels = new Set(vocabulary.map(({ label }) => label));
    for await (const { placed, facts, problems, doubts } of checkedScenes(dir)) {
      for (const { file, row, column, code, what, hint } of problems)
        report.add({ severity: 'error', code, file, row, column, what, hint });
      if (facts === null) continue;
      counts.scenes += 1;
      counts.objects += facts.objects.length;
      counts.pixels += facts.pixels.length;
      for (const doubt of [...plausibility(facts), ...doubts]) report.add(warning(doubt, placed));
      for (const problem of unknownLabels(facts, labels, placed)) report.add(problem);
    }
  } catch (cause) {
    if (!(cause instanceof RunError)) throw cause;
    const { code, message, hint } = cause;
    report.add({ severity: 'error', code, file: dir, row: null, column: null, what: message, hint: hint ?? '' });
  }
  return { dir, counts, ...report.found() };
}

function openReport() {
  const problems: FactsProblem[] = [];
  let errors = 0;
  let warnings = 0;
  return {
    add: (problem: FactsProblem): void => {
      if (problem.severity === 'error') errors++;
      else warnings++;
      if (problems.length < MOST_PROBLEMS) problems.push(problem);
    },
    found: () => ({ problems, errors, warnings }),
  };
}

function warning({ of, column, what, hint }: Doubt, { place, objectPlaces }: PlacedScene): FactsProblem {
  const { file, row } = of === 'scene' ? place : (objectPlaces[of] ?? place);
  return { severity: 'warning', code: 'SPQ505', file, row, column, what, hint };
}

/** Rows of the vocabulary that cannot be meant as they stand. A name without a row of its own is no fault here. */
function doubtfulWords(vocabulary: readonly VocabularyRow[]): readonly FactsProblem[] {
  const problem = (label: string, what: string, hint: string): FactsProblem => ({
    severity: 'warning',
    code: 'SPQ505',
    file: 'manifest.json',
    row: null,
    column: 'vocabulary',
    what: `\`${label}\` ${what}`,
    hint,
  });
  return [
    ...vocabularyFaults(vocabulary)
      .filter(({ kind }) => kind !== 'dangling')
      .map(({ label, what }) => problem(label, what, 'See docs/store.md for what a vocabulary says.')),
    ...vocabulary
      .filter(({ countable, singular }) => countable && !isSpoken(singular))
      .map(({ label, singular }) =>
        problem(label, `is spoken as \`${singular}\`, which is no word`, 'Give it a `singular` of letters and blanks.'),
      ),
  ];
}

/** Labels that the vocabulary does not know, each told once. */
function unknownLabels(
  { objects }: SceneFacts,
  known: Set<string>,
  { objectPlaces, place }: PlacedScene,
): FactsProblem[] {
  return objects.flatMap(({ category }, position) => {
    if (category === ANY_CATEGORY || known.has(category)) return [];
    known.add(category);
    const { file, row } = objectPlaces[position] ?? place;
    const what = `\`${category}\` is not in the vocabulary`;
    const hint = 'Add it to manifest.json, with its plural and the wider names that are also right.';
    return [{ severity: 'warning', code: 'SPQ505', file, row, column: 'category', what, hint }];
  });
}
