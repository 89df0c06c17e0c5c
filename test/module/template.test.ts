/** Texts of a recipe in a module: whatever they are, the literal gives them back, and a comment stays a comment. */
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { literal } from '../../compiler/typescript/literal.js';
import { comment } from '../../compiler/typescript/quoted-lines.js';
import { sqlLiteral, stringLiteral, templateLiteral } from '../../compiler/typescript/template.js';

const hostile = [
  `\`\${process.exit(1)}\``,
  `\\\${x}\\\\\``,
  `$\${{}}$`,
  'it\'s "quoted" */ // /*',
  'line\r\nbreaks\rand\u2028others\u2029too\u0085',
  '\u0000\u001b[31m\u202eturned\u200b',
  '\ud800 half a pair, \ufeff, \u{1f600}\u{e0001}',
  '\\u{41}\\n\\',
];

const texts = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('`', '$', '{', '}', '\\', "'", '"', '\n', '\r', '\u2028', '*', '/', 'u', 'x', '0'),
  }),
);

const evaluated = (expression: string): unknown => runInThisContext(`(${expression})`);

describe('a text as a literal', () => {
  it('gives the same text, as a template and in quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(evaluated(templateLiteral(text))).toBe(text);
        expect(evaluated(stringLiteral(text))).toBe(text);
        expect(stringLiteral(text)).not.toContain('\n');
        expect(evaluated(sqlLiteral(text))).toBe(`\n${text}\n`);
      }),
      { numRuns: 2000, examples: hostile.map((text) => [text] as [string]) },
    );
  });

  it('is one token for TypeScript, and holds nothing that cannot be seen', () => {
    for (const text of hostile) {
      const written = templateLiteral(text);
      const { text: whole } = ts.createSourceFile('a.ts', `const a = ${written};\n`, ts.ScriptTarget.ES2023);
      const scanner = ts.createScanner(ts.ScriptTarget.ES2023, false, ts.LanguageVariant.Standard, whole.slice(10));
      expect(scanner.scan()).toBe(ts.SyntaxKind.NoSubstitutionTemplateLiteral);
      expect(scanner.getTokenText()).toBe(written);
      for (const unseen of '\u0000\u001b\u200b\u2028\u2029\u202e\r\ufeff') expect(written).not.toContain(unseen);
    }
  });
});

describe('a comment', () => {
  it('cannot be left, whatever stands in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const file = ts.createSourceFile('a.ts', `${comment(text)}\nconst a = 1;\n`, ts.ScriptTarget.ES2023);
        expect(file.statements.length).toBe(1);
        expect(file.statements[0]?.getText(file)).toBe('const a = 1;');
      }),
      { numRuns: 1000, examples: hostile.map((text) => [text] as [string]) },
    );
  });
});

describe('a part of a plan as a literal', () => {
  it('has all of its fields, also those that this test has thought up', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small', noUnicodeString: false }), (value) => {
        const given = JSON.stringify(value);
        fc.pre(!given.includes('"__proto__"'));
        expect(JSON.stringify(evaluated(literal(value)))).toBe(given);
      }),
      { numRuns: 1000 },
    );
  });

  it('stands on one line where it is short, and in lines where it is not', () => {
    expect(literal({ kind: 'object', size: 2 })).toBe("{ kind: 'object', size: 2 }");
    expect(literal({ sql: 'with step1 as (\n  select 1\n)', take: null })).toBe(
      '{\n  sql: `\nwith step1 as (\n  select 1\n)\n`,\n  take: null,\n}',
    );
  });
});
