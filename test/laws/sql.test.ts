/** Rules of the printed SQL: nothing that skips unknowns, nothing that differs between versions, all texts quoted. */
import { describe, expect, it } from 'vitest';
import { compile, type Plan } from '../../compiler/index.js';
import { recipes } from '../agreement/compared.js';
import { library, planOfSource } from '../agreement/pipeline.js';
import { shipped, shippedRecipes } from '../recipes/shipped.js';

const sources = [{ file: 'constructs.spq', text: recipes.constructs }, ...shippedRecipes.map(shipped)];

const statementsOf = (plan: Plan): readonly string[] => [
  ...plan.words,
  ...plan.shared.map(({ sql }) => sql),
  ...plan.tasks.map(({ sql }) => sql),
];

const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/** The SQL without its texts and quoted names, which may hold anything. */
const bare = (sql: string): string => sql.replace(QUOTED, ' ');

/** Aggregates and functions that skip NULL, and draws that are none. `md5` and sums of whole numbers remain. */
const FORBIDDEN =
  /(?<![a-z0-9_])(?:bool_and|bool_or|min_by|max_by|arg_min|arg_min_null|arg_max|greatest|least|concat|concat_ws|min|max|avg|hash|random|filter)\s*\(/gi;

/** What is picked has the least value, and how many of them are unknown stands beside it. */
const PICKED = /(?:min|arg_min_null)\(.* as "([^"]*#pick)\.(?:least|next|object|sure)"/;
const COUNTED = /sum\(.* as "([^"]*#pick)\.vague"/;

describe.each(sources.map((source) => [source.file, source] as const))('the SQL of %s', (_, source) => {
  const statements = statementsOf(planOfSource(source));

  it('calls nothing that skips unknowns, or that differs between runs or versions', () => {
    const lines = statements.flatMap((sql) => sql.split('\n')).filter((line) => !PICKED.test(line));
    expect(lines.flatMap((line) => bare(line).match(FORBIDDEN) ?? [])).toEqual([]);
  });

  it('counts the unknown values wherever the least is picked', () => {
    for (const sql of statements) {
      const lines = sql.split('\n');
      const [picked, counted] = [PICKED, COUNTED].map((like) => lines.flatMap((line) => like.exec(line)?.[1] ?? []));
      for (const pick of picked ?? []) expect(counted).toContain(pick);
    }
  });

  it('holds no decimal literal: a double has an exponent', () => {
    const numbers = statements.flatMap((sql) => bare(sql).match(/(?<![\w.])\d[\d.]*(?:e[+-]?\d+)?/gi) ?? []);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((number) => number.includes('.') && !/e/i.test(number))).toEqual([]);
  });

  it('sums what is never unknown', () => {
    let sums = 0;
    for (const sql of statements) {
      for (const [, summed = ''] of sql.matchAll(/\bcast\(sum\((.*)\) as bigint\)/g)) {
        sums += 1;
        // A column may hold the ones and zeros.
        const [, named] = /^"([^"]*)"$/.exec(summed) ?? [];
        const plain = named === undefined ? bare(summed) : sql.includes(` else 0 end as "${named}"`) ? '1' : named;
        expect(plain).toMatch(/^(?:1|case when .* else [01] end)$/);
      }
    }
    expect(sums).toBeGreaterThan(0);
  });

  it('closes every quote', () => {
    for (const sql of statements) expect(bare(sql)).not.toMatch(/['"]/);
  });
});

describe('texts of a recipe', () => {
  it('are data, whatever they hold', () => {
    const phrasing = `It's {a}'s "height"; drop table objects -- \\{really\\} ' or 1 = 1 /* ?`;
    const recipe = `source r = rooms(1)\nlevel 1 "T" { task t { for object a\n ask ${JSON.stringify(phrasing).replaceAll('\\\\', '\\')}\n answer a.height } }\nemit jsonl("q.jsonl")`;
    const { plan, diagnostics } = compile({ recipe: { file: 't.spq', text: recipe }, library, options: {} });
    expect(diagnostics).toEqual([]);
    const sql = plan?.tasks[0]?.sql ?? '';
    expect(bare(sql)).not.toContain('drop table');
    expect(sql).toContain(`'''s "height"; drop table objects -- {really} '' or 1 = 1 /* ?'`);
  });
});
