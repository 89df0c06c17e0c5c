/** Rows of a store are what the interfaces of a module say. */
import { describe, expect, it } from 'vitest';
import { rowInterface } from '../../compiler/typescript/row-types.js';
import { openStore } from '../../runtime/facts/store.js';
import { readRows } from '../../runtime/program/read-rows.js';
import { questionColumns } from '../../runtime/synth/schema.js';

const typeOf = (type: string, nullable = false): string | undefined =>
  /readonly x: (.*);/.exec(
    rowInterface({ name: 'R', about: '', columns: [{ name: 'x', type, nullable, about: '' }] }),
  )?.[1];

describe('a column', () => {
  it.each([
    ['VARCHAR', "'a'", 'string', 'a'],
    ['INTEGER', '7', 'number', 7],
    ['DOUBLE', '0.5', 'number', 0.5],
    ['BOOLEAN', 'true', 'boolean', true],
    ['BIGINT', '7', 'bigint', 7n],
    ['UBIGINT', '18446744073709551615', 'bigint', 18446744073709551615n],
    ['VARCHAR[]', "['a', 'b']", 'readonly string[]', ['a', 'b']],
    ['DOUBLE[]', '[1, null]', 'readonly (number | null)[]', [1, null]],
    [
      'STRUCT("name" VARCHAR, box DOUBLE[])[]',
      "[{name: 'a', box: [1, 2]}]",
      'readonly { readonly name: string | null; readonly box: readonly (number | null)[] | null }[]',
      [{ name: 'a', box: [1, 2] }],
    ],
  ])('of %s is read as it is typed', async (sqlType, sql, told, value) => {
    expect(typeOf(sqlType)).toBe(told);
    expect(typeOf(sqlType, true)).toBe(`${told} | null`);
    const store = await openStore(':memory:');
    expect(await readRows(store, `select (${sql})::${sqlType} as x, null::${sqlType} as y`)).toEqual([
      { x: value, y: null },
    ]);
    store.close();
  });

  it('of a vector has as many numbers, while one can count them', () => {
    expect(typeOf('DOUBLE[3]')).toBe('readonly [number, number, number]');
    expect(typeOf('DOUBLE[16]')).toBe('readonly number[]');
  });

  it('of a type that nobody thought of is our bug, not a wrong interface', () => {
    expect(() => typeOf('HUGEINT')).toThrow('SPQ904');
  });
});

it('every column of questions has a type', () => {
  const text = rowInterface({ name: 'QuestionRow', about: '', columns: questionColumns });
  expect(text.match(/readonly \w+: /g)?.length).toBeGreaterThanOrEqual(questionColumns.length);
  expect(text).toContain('readonly options: readonly string[] | null;');
  expect(text).toContain('readonly question: string;');
});
