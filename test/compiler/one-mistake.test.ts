/**
 * One mistake in one clause of a program that is right: whatever is told is told there, or a token behind it, where the
 * clause breaks off; and no other task hears of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CstNode, IToken } from 'chevrotain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { parser } from '../../compiler/syntax/parser.js';
import { lexer } from '../../grammar/tokens.js';
import { programsIn } from '../docs/programs.js';
import { analysed } from './marked-recipe.js';

/** More, where somebody wants to know: `SPQ_MISTAKES=5000`. */
const runs = Number(process.env.SPQ_MISTAKES ?? 60);
const folder = fileURLToPath(new URL('../../recipes', import.meta.url));

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where what stands behind it ends. */
  readonly behind: number;
  readonly tokens: readonly IToken[];
}

function clausesOf(text: string): readonly Clause[] {
  const { tokens } = lexer.tokenize(text);
  parser.input = tokens;
  const clauses: Clause[] = [];
  const visit = (node: CstNode): void => {
    const { startOffset: start = 0, endOffset: last = 0 } = node.location ?? {};
    if (node.name === 'clause') {
      const next = tokens.find((t) => t.startOffset > last);
      const inside = tokens.filter((t) => t.startOffset >= start && t.startOffset <= last);
      clauses.push({ text, start, end: last + 1, behind: (next?.endOffset ?? last) + 1, tokens: inside });
    }
    for (const child of Object.values(node.children).flat()) if ('children' in child) visit(child);
  };
  visit(parser.recipe());
  return clauses;
}

const texts: readonly string[] = [
  ...programsIn('docs/language.md').flatMap(({ expected, text }) => (expected === undefined ? [text] : [])),
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spq'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
];

const errorsIn = (text: string): readonly Diagnostic[] =>
  analysed(text).diagnostics.filter(({ severity }) => severity === 'error');

/** Of programs that are right as they are, alone. */
const clauses = texts.filter((text) => errorsIn(text).length === 0).flatMap(clausesOf);

interface Mistake {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}

/** None of them makes another program that is right. */
const strays: readonly string[] = [')', '(', ',', '=', '+', ':'];

/** Every mistake of a kind that a clause can be given. */
function mistakesIn({ tokens, end }: Clause): readonly Mistake[] {
  const closing = tokens.filter((t) => t.image === ')' || t.image === '(');
  const inner = tokens.slice(1);
  return [
    ...closing.map((t) => ({ at: t.startOffset, removed: 1, put: '' })),
    ...strays.flatMap((stray) => inner.map((t) => ({ at: t.startOffset, removed: 0, put: ` ${stray} ` }))),
    ...[' +', ' formats choice', ' take 3', ' and', '\n  formats choice', '\n  take 3\n'].map((put) => ({
      at: end,
      removed: 0,
      put,
    })),
  ];
}

const change = (text: string, { at, removed, put }: Mistake): string =>
  text.slice(0, at) + put + text.slice(at + removed);

function pickFrom<T>(all: readonly T[], i: number): T {
  const found = all[i % all.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** What is told outside of the clause. */
function elsewhere(clause: Clause, mistake: Mistake): readonly Diagnostic[] {
  const moved = mistake.put.length - mistake.removed;
  return errorsIn(change(clause.text, mistake)).filter(
    ({ at }) => at.start < clause.start || at.end > clause.behind + moved,
  );
}

describe('one mistake in a clause', () => {
  it('is told there', () => {
    expect(clauses.length).toBeGreaterThan(600);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (i, j) => {
        const clause = pickFrom(clauses, i);
        const mistake = pickFrom(mistakesIn(clause), j);
        const told = elsewhere(clause, mistake).map((d) => `${d.code} ${d.message} ${d.at.start}`);
        expect(told, change(clause.text, mistake).slice(clause.start - 10, clause.behind + 10)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it.each([' +', ' and', ' formats choice', '\n  take 3\n'])('is told once: a clause that ends with %j', (put) => {
    fc.assert(
      fc.property(fc.nat(), (i) => {
        const clause = pickFrom(clauses, i);
        const told = errorsIn(change(clause.text, { at: clause.end, removed: 0, put }));
        expect(told.map((d) => `${d.code} ${d.message} ${d.at.start}`)).toHaveLength(1);
      }),
      { numRuns: Math.ceil(runs / 6) },
    );
  });
});
