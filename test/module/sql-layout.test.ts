/** Long lines of SQL are broken between words and nowhere else; what DuckDB reads is the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlLayout } from '../../compiler/typescript/sql-layout.js';
import { recipes } from '../agreement/compared.js';
import { planOf } from '../agreement/pipeline.js';

/** Words, quoted texts whole, and signs. */
const words = (sql: string): readonly string[] => sql.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|[^\s\w]/g) ?? [];

describe('a long line', () => {
  it('is broken where it nests', () => {
    const wide = (name: string): string => `"${name.repeat(20)}"`;
    const line = `    case when (${wide('a')} > 1) and (${wide('b')} < 2) then f(${wide('c')}, 'x, (y and z') else 0 end as v1`;
    expect(sqlLayout(line)).toBe(
      [
        '    case',
        `      when (${wide('a')} > 1)`,
        `        and (${wide('b')} < 2) then f(${wide('c')}, 'x, (y and z')`,
        '      else 0',
        '    end as v1',
      ].join('\n'),
    );
  });

  it('keeps a text that has line breaks, brackets or quotes in it', () => {
    const text = `'a\n  (b '' and "c\n\n   case when'`;
    const sql = `select ${text} as t,\n  f(${`"x" and `.repeat(30)}${text}) as u`;
    expect(sqlLayout(sql).split(text).length).toBe(3);
    expect(words(sqlLayout(sql))).toEqual(words(sql));
  });

  it('never changes a word, whatever nests in what', () => {
    const { sql } = fc.letrec((tie) => ({
      sql: fc.oneof(
        { depthSize: 'large', withCrossShrink: true },
        fc.constantFrom('a', '"b c"', "'it''s, (x'", '1::bigint', "'case when '", '"a.end"'),
        fc.tuple(tie('sql'), fc.constantFrom(' and ', ' or ', ', ', ' + '), tie('sql')).map((p) => `(${p.join('')})`),
        fc.tuple(tie('sql'), tie('sql'), tie('sql')).map(([a, b, c]) => `case when ${a} then ${b} else ${c} end`),
        fc.array(tie('sql'), { maxLength: 5 }).map((list) => `[${list.join(', ')}]`),
      ),
    }));
    fc.assert(
      fc.property(sql, (expression) => {
        const line = `  ${String(expression)} as v`;
        expect(words(sqlLayout(line))).toEqual(words(line));
        if (line.length <= 110) expect(sqlLayout(line)).toBe(line);
      }),
      { numRuns: 500 },
    );
  });
});

it('queries of a recipe keep every word, and hardly a long line', () => {
  const { words: macros, shared, tasks } = planOf(recipes.quickstart);
  const queries = [...macros, ...[...shared, ...tasks].map(({ sql }) => sql)];
  let long = 0;
  let lines = 0;
  for (const sql of queries) {
    const laid = sqlLayout(sql);
    expect(words(laid)).toEqual(words(sql));
    long += laid.split('\n').filter((line) => line.length > 110).length;
    lines += laid.split('\n').length;
  }
  expect(long / lines).toBeLessThan(0.05);
});
