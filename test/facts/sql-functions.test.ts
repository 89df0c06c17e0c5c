/** A relation is a macro in SQL: none stands in the place of a function that a run calls. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { isSqlFunction } from '../../compiler/std/sql-functions.js';
import { library, planOfSource } from '../agreement/pipeline.js';

const recipes = [
  'recipes/beyond.spq',
  'recipes/quickstart.spq',
  'recipes/robospatial.spq',
  'test/agreement/constructs.spq',
];

/** Words before a parenthesis that are no functions. */
const keywords = new Set(
  'and as between by case else filter from in is materialized not on or over select then using when where with'.split(
    ' ',
  ),
);

function calledIn(sql: string): readonly string[] {
  const bare = sql.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/"(?:[^"]|"")*"/g, '"x"');
  return [...bare.matchAll(/(?<![\w.])([a-z_][a-z0-9_]*)\s*\(/g)].map(([, name = '']) => name);
}

describe('functions of SQL', () => {
  it.each(recipes)('that %s needs are none that a relation may be called', (file) => {
    const plan = planOfSource({ file, text: readFileSync(file, 'utf8') });
    const macros = new Set(plan.words.flatMap((sql) => sql.match(/macro "?([a-z_0-9]+)"?\s*\(/)?.[1] ?? []));
    const queries = [...plan.words, ...plan.shared.map(({ sql }) => sql), ...plan.tasks.map(({ sql }) => sql)];
    const called = new Set(queries.flatMap(calledIn));
    expect([...called].filter((name) => !keywords.has(name) && !macros.has(name) && !isSqlFunction(name))).toEqual([]);
    expect(called.size).toBeGreaterThan(5);
  });

  it('are told to be taken', () => {
    const codes = (name: string): readonly string[] =>
      compile({
        recipe: {
          file: 'test.spq',
          text: `source r = rooms(1)
relation (a: object) ${name} (b: object) says "{a} is above {b}" = a.height > b.height
level 1 "T" { task t { for objects {a, b} claim a ${name} b } }
emit jsonl("q")`,
        },
        library,
        options: {},
      }).diagnostics.map(({ code }) => code);
    for (const name of ['sqrt', 'md5', 'list_transform', 'Floor'])
      expect([name, ...codes(name)]).toEqual([name, 'SPQ202']);
    expect(codes('outgrowing')).toEqual([]);
  });
});
