/** The compiler never throws on a recipe, however wrong, and every message stands inside the text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { recipes } from '../agreement/compared.js';
import { library } from '../agreement/pipeline.js';

const RUNS = 80;

/** Short, so that a mutation often lies where it changes the meaning of a task. */
const seeds: readonly string[] = [
  ...Object.values(recipes).flatMap((text) => text.split(/(?=^ {2}task )/m).slice(1)),
].map((task) => `source r = rooms(2)\nmargin length 10 cm or 10%\nlevel 1 "T" {\n${task.replace(/\n}\s*$/, '\n')}`);
const tokens = (text: string): readonly string[] => text.match(/"(?:[^"\\]|\\.)*"|\w+|\s+|[^\w\s]/g) ?? [];
const anyToken = [...new Set(seeds.flatMap((text) => tokens(text).filter((token) => token.trim() !== '')))];

/** A copy with `count` tokens deleted, doubled, swapped with another, or replaced by a token of some recipe. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(
        fc.constantFrom('delete', 'double', 'swap', 'replace'),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...anyToken),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, changes]) => {
    const parts = [...tokens(text)];
    for (const [how, first, second, token] of changes) {
      const [i, j] = [first % parts.length, second % parts.length];
      const [a = '', b = ''] = [parts[i], parts[j]];
      if (how === 'delete') parts.splice(i, 1);
      else if (how === 'double') parts.splice(i, 0, a, ' ');
      else if (how === 'replace') parts.splice(i, 1, token);
      else parts.splice(i, 1, b);
      if (how === 'swap') parts.splice(j, 1, a);
    }
    return parts.join('');
  });

function compiles(text: string): void {
  const { diagnostics, plan, show } = compile({ recipe: { file: 'fuzz.spq', text }, library, options: {} });
  for (const { code, at, also } of diagnostics) {
    expect(code).toMatch(/^SPQ[1-4]\d\d$/); // 9xx are our own bugs
    for (const span of [at, ...also.map((each) => each.at)]) {
      const size = span.file === 'fuzz.spq' ? text.length : Number.POSITIVE_INFINITY;
      expect(span.start >= 0 && span.start <= span.end && span.end <= size).toBe(true);
    }
  }
  expect(plan === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  for (const stage of ['ast', 'types', 'plan'] as const) show(stage);
}

describe('compile', () => {
  it('takes any mutation of a recipe', () => {
    fc.assert(fc.property(mutated, compiles), { numRuns: RUNS });
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), compiles), { numRuns: RUNS });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...anyToken), { maxLength: 60 }), (words) => compiles(words.join(' '))),
      { numRuns: RUNS },
    );
  });

  it('takes any piece of a recipe', () => {
    const text = readFileSync(new URL('../../recipes/quickstart.spq', import.meta.url), 'utf8');
    const piece = fc.tuple(fc.nat(text.length), fc.nat(1500)).map(([from, size]) => text.slice(from, from + size));
    fc.assert(fc.property(piece, compiles), { numRuns: RUNS });
  });
});
