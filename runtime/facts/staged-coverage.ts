/**
 * Coverage on its way into the store. Sources give many scenes one and the same list of dozens of rows, so a list is
 * staged once per batch, each scene with the number of its list, and DuckDB multiplies them out.
 */
import type { Dictionary } from './dictionary.js';
import type { CoverageRow } from './rows.js';
import { type Column, quoteName, storeTables, type Table } from './schema.js';
import { StagedRows } from './staged-rows.js';

const listNumber: Column = {
  name: 'list',
  type: 'INTEGER',
  required: true,
  origin: 'store',
  about: 'number of the list',
};

const lists: Table = {
  name: 'spq_coverage_lists',
  about: 'Different lists of a batch.',
  columns: [listNumber, ...storeTables.coverage.columns.filter(({ origin }) => origin === 'given')],
};

const sceneLists: Table = {
  name: 'spq_scene_coverage',
  about: 'Which list each scene of a batch has.',
  columns: [...storeTables.coverage.columns.filter(({ origin }) => origin === 'store'), listNumber],
};

/** Temporary tables that staged coverage passes through. */
export const coverageTables = [lists, sceneLists] as const;

/** SQL that moves a staged batch of coverage into its table. */
export const expandCoverage: readonly string[] = [
  `insert into ${quoteName(storeTables.coverage.name)}
   select ${storeTables.coverage.columns.map(({ name }) => quoteName(name)).join(', ')}
   from ${quoteName(sceneLists.name)} join ${quoteName(lists.name)} using (list)`,
  ...coverageTables.map(({ name }) => `truncate ${quoteName(name)}`),
];

export interface StagedCoverage {
  readonly rows: readonly StagedRows[];
  readonly scene: (source: string, scene: number, coverage: readonly CoverageRow[]) => void;
}

export function openCoverage(dictionary: Dictionary): StagedCoverage {
  const listRows = new StagedRows(lists, dictionary);
  const sceneRows = new StagedRows(sceneLists, dictionary);
  const numbers = new Map<readonly CoverageRow[], number>();
  const numberOf = (coverage: readonly CoverageRow[]): number => {
    const known = numbers.get(coverage);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(coverage, number);
    for (const { category, status, method } of coverage) {
      listRows.number(number);
      listRows.text(category);
      listRows.text(status);
      listRows.text(method);
      listRows.endRow();
    }
    return number;
  };
  return {
    rows: [listRows, sceneRows],
    scene: (source, scene, coverage) => {
      if (coverage.length === 0) return;
      sceneRows.text(source);
      sceneRows.number(scene);
      sceneRows.number(numberOf(coverage));
      sceneRows.endRow();
    },
  };
}
