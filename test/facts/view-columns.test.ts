/** Facts of a recipe are columns of the view `object_facts`: none is a second one of its name, none hides one that macros read. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { viewColumns } from '../../compiler/std/view-columns.js';
import { openStore } from '../../runtime/facts/store.js';
import { library, planOf } from '../agreement/pipeline.js';

const recipe = (facts: string, task = ''): string =>
  `source r = rooms(1)\n${facts}\nlevel 1 "T" { task t { for object a ask "{a}?" answer a.depth } ${task} }\nemit jsonl("q")`;

/** Columns of the view, in its order; the macros are made beside it. */
async function columnsOf(facts: string): Promise<readonly string[]> {
  const { connection, close } = await openStore(':memory:', { threads: 1 });
  for (const made of planOf(recipe(facts)).words) await connection.run(made);
  const found = await connection.runAndReadAll('select column_name from (describe object_facts)');
  close();
  return found.getRows().map(([name]) => String(name));
}

const codesOf = (facts: string): readonly string[] =>
  compile({ recipe: { file: 'test.spq', text: recipe(facts) }, library, options: {} }).diagnostics.map((d) => d.code);

describe('the view of facts', () => {
  it('has the columns that no fact may be called, and those of the library', async () => {
    const found = (await columnsOf('')).filter((c) => !c.startsWith('spq ') && !/_(um|mm2|mm3|mpx|ppb)$/.test(c));
    const ofLibrary = ['longer_side', 'shorter_side', 'longest_side', 'breadth', 'elongation', 'slenderness'];
    expect(found.toSorted()).toEqual([...viewColumns, ...ofLibrary].toSorted());
  });

  it('takes facts that are called as what only serves others is', async () => {
    const facts = [
      'key',
      'turning',
      'r11',
      'ux',
      'level1',
      'whole_box',
      'own_numbers',
      'own_grip',
      'grip',
      'candidate',
    ];
    const columns = await columnsOf(facts.map((f) => `fact ${f} (a: object) = a.height`).join('\n'));
    expect(columns.filter((c) => facts.includes(c))).toEqual(facts);
    expect(new Set(columns.map((c) => c.toLowerCase())).size).toBe(columns.length);
  });

  it('takes a column of its own under the name of its fact', async () => {
    const facts = 'fact own_grip (a: object) = a.height\nfact grip (a: object) = column("g", unit: mm)';
    expect((await columnsOf(facts)).slice(-4)).toEqual(['own_grip_um', 'own_grip', 'grip_um', 'grip']);
  });

  it('takes no fact that is called as a column of it, in whatever case, or as one of whole units', () => {
    for (const name of ['presence', 'names', 'Clean', 'scene', 'cx', 'height_um', 'grip_UM', 'odd_ppb'])
      expect([name, codesOf(`fact ${name} (a: object) = a.height`)]).toEqual([name, ['SPQ202']]);
  });
});
