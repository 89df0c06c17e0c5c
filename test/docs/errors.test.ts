/**
 * Every message has its page, and the programs on the pages are what they claim (`programs.ts`). Codes are read from the
 * files that define them, so that none can be forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandErrors } from '../../cli/errors.js';
import { runErrors } from '../../runtime/errors.js';
import { diagnose, type Program, programsIn, unmarkedIn } from './programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = join(root, 'docs', 'errors');

/** Codes in the sources of all folders: `'SPQ301'`, `SPQ301: 'Title'` or `'SPQ904: …'`; a mention in prose has no quotes. */
function definedCodes(): readonly string[] {
  const files = ['compiler', 'runtime', 'cli'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const found = files.flatMap((text) => [...text.matchAll(/'(SPQ\d{3})'|^\s*(SPQ\d{3}): '|Error\(['`](SPQ\d{3}): /gm)]);
  return [...new Set(found.map(([, ...codes]) => codes.find((code) => code !== undefined) ?? ''))].toSorted();
}

/** What stands behind the code in the first line: `# SPQ301: Units do not agree`. */
function titleOf(page: string): string | undefined {
  const [first = ''] = readFileSync(join(pages, `${page}.md`), 'utf8').split('\n', 1);
  const start = `# ${page}: `;
  return first.startsWith(start) ? first.slice(start.length) : undefined;
}

function blocksOf(page: string): readonly (Program & { readonly page: string })[] {
  return programsIn(join('docs', 'errors', `${page}.md`)).map((program) => ({ ...program, page }));
}

const codes = definedCodes();
const written = readdirSync(pages)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .toSorted();

describe('pages of messages', () => {
  it('exist for every code, and for no other', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(written).toEqual(codes);
  });

  it('open with their code and a title', () => {
    expect(written.filter((page) => !/^\S/.test(titleOf(page) ?? ''))).toEqual([]);
  });

  it('are titled as their message is', () => {
    const titles = { ...runErrors, ...commandErrors };
    expect(Object.fromEntries(Object.keys(titles).map((code) => [code, titleOf(code)]))).toEqual(titles);
  });

  it('mark each of their programs as wrong or right', () => {
    expect(written.flatMap((page) => unmarkedIn(join('docs', 'errors', `${page}.md`)))).toEqual([]);
  });

  it('hold a wrong program and a right one, where the compiler tells the message', () => {
    const compileTime = written.filter((page) => /^SPQ[1-4]/.test(page));
    const without = compileTime.filter((page) => {
      const expected = blocksOf(page).map((block) => block.expected);
      return !expected.includes(page) || !expected.includes(undefined);
    });
    expect(without).toEqual([]);
  });
});

describe('programs on the pages', () => {
  it.each(written.flatMap(blocksOf))('$page line $line gives $expected', (block) => {
    const found = diagnose(block);
    const told = found.map(({ code, message }) => `${code}: ${message}`);
    if (block.expected === undefined) expect(told).toEqual([]);
    else expect([...new Set(found.map(({ code }) => code))], told.join('\n')).toEqual([block.expected]);
    if (block.expected === block.page) expect(found[0]?.title).toBe(titleOf(block.page));
  });
});
