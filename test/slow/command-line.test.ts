/** The program as a process of its own: streams, exit codes, and a reader that stops early. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../runtime/facts/store.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spq-process-'));
const store = join(folder, 'empty.duckdb');

beforeAll(async () => (await openStore(store)).close());
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line of shell in the repository, with `$SPQ` standing for the program run from its sources. */
function shell(line: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const env = { ...process.env, SPQ: `${process.execPath} --import tsx cli/main.ts`, STORE: store };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: root, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the program', () => {
  it('keeps results and messages apart, and ends in the code of the command', () => {
    expect(shell('$SPQ sql "select 42 as n" --store "$STORE" --format csv')).toEqual({
      code: 0,
      out: 'n\r\n42\r\n',
      err: '',
    });
    const wrong = shell('$SPQ check /nowhere/at-all.spq');
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^error SPQ581: /);
    expect(shell('$SPQ frobnicate').code).toBe(2);
  });

  it('ends quietly when its reader stops early', () => {
    const line =
      'set -o pipefail; $SPQ sql "select i from range(2000000) as r(i)" --store "$STORE" --format csv | head -n 2';
    expect(shell(line)).toEqual({ code: 0, out: 'i\r\n0\r\n', err: '' });
  });

  it('writes no colour where there is no terminal', () => {
    expect(shell('$SPQ check /nowhere/at-all.spq').err).not.toContain('\u001b');
  });

  it.each([
    ['seed 7\nlevel 1 {', 1],
    [
      'source rooms = rooms(1)\nlevel 1 "x" { task t { for object a ask "How tall is {a}?" answer a.height } }\nemit jsonl("q")',
      0,
    ],
  ])('watches until Ctrl-C, and ends in the code of the last time: %j', async (text, code) => {
    const watched = join(folder, 'watched.spq');
    writeFileSync(watched, text);
    const words = ['--import', 'tsx', 'cli/main.ts', 'check', watched, '--watch'];
    const program = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(program.stdout, 'data');
    program.kill('SIGINT');
    expect(await once(program, 'exit')).toEqual([code, null]);
  });

  it('formats what is piped through it', () => {
    expect(shell('printf "seed 7\\n" | $SPQ fmt -')).toEqual({ code: 0, out: 'seed    7\n', err: '' });
  });
});
