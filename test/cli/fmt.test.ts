/** `spq fmt` and `spq new`: which files are written, what is named, and the exit codes. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-fmt-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tidy = 'seed    7 // seven\n'.replace('7 ', `7${' '.repeat(38)}`);
const ragged = 'seed 7 // seven\n';
const broken = 'seed   7\ntask {\n';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('spq fmt', () => {
  it('writes what changes, and names it', async () => {
    const changed = file('changed.spq', ragged);
    const same = file('same.spq', tidy);
    const before = statSync(same, { bigint: true }).mtimeNs;
    expect(await spq(['fmt', changed, same])).toEqual({ code: 0, out: `${changed} is laid out.\n`, err: '' });
    expect(readFileSync(changed, 'utf8')).toBe(tidy);
    expect(statSync(same, { bigint: true }).mtimeNs).toBe(before);
    expect(await spq(['fmt', changed, same])).toEqual({ code: 0, out: '', err: '' });
  });

  it('leaves a recipe that cannot be read, says so, and goes on', async () => {
    const wrong = file('wrong.spq', broken);
    const right = file('right.spq', ragged);
    const { code, out, err } = await spq(['fmt', wrong, join(folder, 'none.spq'), right]);
    expect({ code, out }).toEqual({ code: 1, out: `${right} is laid out.\n` });
    expect(err).toContain('SPQ101');
    expect(err).toContain(`${wrong} is left as it is`);
    expect(err).toContain('there is no such file');
    expect(readFileSync(wrong, 'utf8')).toBe(broken);
    expect(readFileSync(right, 'utf8')).toBe(tidy);
  });

  it('with --check names what would change, and writes nothing', async () => {
    const changed = file('checked.spq', ragged);
    expect(await spq(['fmt', '--check', changed])).toEqual({ code: 1, out: `${changed}\n`, err: '' });
    expect(readFileSync(changed, 'utf8')).toBe(ragged);
    expect((await spq(['fmt', '--check', file('fine.spq', tidy)])).code).toBe(0);
  });

  it('formats standard input, and gives back what cannot be read', async () => {
    expect(await spq(['fmt', '-'], { input: ragged })).toEqual({ code: 0, out: tidy, err: '' });
    const lost = await spq(['fmt', '-'], { input: broken });
    expect({ code: lost.code, out: lost.out }).toEqual({ code: 1, out: broken });
    expect((await spq(['fmt', '--check', '-'], { input: ragged })).out).toBe('<standard input>\n');
  });
});

describe('spq new', () => {
  const path = join(folder, 'deep', 'first.spq');

  it('writes a recipe that is right as it stands, on three levels, and laid out', async () => {
    const { code, out, err } = await spq(['new', path]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`spq run ${path}`);
    expect(await spq(['check', path])).toEqual({ code: 0, out: `${path} is right.\n`, err: '' });
    expect((await spq(['fmt', '--check', path])).code).toBe(0);
  });

  it('runs, and asks on every level', async () => {
    const out = join(folder, 'deep', 'out');
    const { code } = await spq(['run', path, '--out', out, '--threads', '1']);
    expect(code).toBe(0);
    const asked = await spq([
      'sql',
      'select distinct level from questions order by 1',
      '--out',
      out,
      '--format',
      'csv',
    ]);
    expect(asked.out).toBe('level\r\n1\r\n2\r\n3\r\n');
    expect(readFileSync(join(out, 'questions.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(100);
  });

  it('never writes over a file', async () => {
    const taken = file('taken.spq', 'mine');
    const { code, out, err } = await spq(['new', taken]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/SPQ586[\s\S]*it exists already/);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});
