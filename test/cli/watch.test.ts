/** `spq watch` over a file that is really edited: what each save shows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = join(folder, 'whole.spq');
const part = join(folder, 'part.spq');
const recipe = `source rooms = rooms(100, seed: 3)
import "part.spq"
level 1 "One" {
  use height
  task far "How far" { for object a where a.distance > 3 m ask "How far is {a}?" answer a.distance }
}
emit jsonl("questions.jsonl")
`;
const height = 'level 1 "One" { task height "T" { for object a ask "How tall is {a}?" answer a.height } }\n';

/** What the next save writes where. */
type Save = readonly [path: string, text: string];

/** Saves one after the other, each when the one before was answered; then Ctrl-C. */
async function watched(words: readonly string[], saves: readonly Save[]) {
  writeFileSync(part, height);
  writeFileSync(whole, recipe);
  const answers: string[] = [];
  const left = [...saves];
  let read = 0;
  const { code, err } = await spq(['watch', whole, '--threads', '1', ...words], {
    onOut: (out, interrupt) => {
      answers.push(out.slice(read).replaceAll(/[\d,]+ ms/g, 'n ms'));
      read = out.length;
      const next = left.shift();
      if (next) writeFileSync(...next);
      else interrupt();
    },
  });
  return { code, err, answers };
}

describe('spq watch', () => {
  it('shows what each save changed, and ends in 0', async () => {
    const { code, err, answers } = await watched(
      ['--scenes', '10', '--examples', '1'],
      [
        [part, height.replace('tall', 'high')],
        [part, height.replace('a.height', 'a.heigth')],
        [part, `/// As it was.\n${height}`],
        [whole, recipe.replace('3 m', '4 m')],
        [whole, `${recipe.replace('3 m', '4 m')}\n`],
        [whole, recipe.replace(/ {2}task far.*\n/, '')],
      ],
    );
    const [first = '', reworded, wrong, mended, fewer, same, gone] = answers;
    expect(first).toMatch(
      /^10 scenes with \d+ objects, from here on in memory\.\n\nlevel 1 {2}far: \d+ questions: open \d+\n/,
    );
    expect(first).toMatch(/\n {2}\[open\] How tall is [^\n]*\n {6}-> [^\n]*m\n/);
    expect(first).toMatch(/2 tasks asked, \d+ questions\. Compiled in n ms, asked in n ms\.\nSave whole\.spq/);
    expect(reworded).toMatch(
      /^level 1 {2}height: (\d+) questions, \1 before; \1 reworded\n {2}was {3}\[open\] How tall is (.*)\?\n(.*)\n {2}now {3}\[open\] How high is \2\?\n\3\n\n1 task asked, 1 as before\. Compiled in n ms, asked in n ms\.\n$/,
    );
    expect(wrong).toBe('Nothing was asked: waiting for whole.spq to change.\n');
    expect(err).toMatch(/part\.spq:1:[\s\S]*Did you mean `height`\?/);
    expect(mended).toMatch(/now {3}\[open\] How tall is .*\n.*\n\n1 task asked, 1 as before\./);
    expect(fewer).toMatch(/^level 1 {2}far: \d+ questions, \d+ before; \d+ gone\n {2}gone {2}\[open\] How far is /);
    expect(same).toBe('Nothing changed: 2 tasks. Compiled in n ms.\n');
    expect(gone).toContain('No longer there: far.\n');
    expect(code).toBe(0);
  });

  it('tells of a source that cannot be read, and goes on', async () => {
    const { code, err, answers } = await watched(
      ['--scenes', '1'],
      [
        [whole, recipe.replace('rooms(100, seed: 3)', 'facts("nowhere")')],
        [whole, recipe],
      ],
    );
    expect(answers[1]).toBe('Nothing was asked: waiting for whole.spq to change.\n');
    expect(err).toMatch(/error SPQ5\d\d/);
    expect(answers[2]).toMatch(/^1 scene with /);
    expect(code).toBe(0);
  });
});
