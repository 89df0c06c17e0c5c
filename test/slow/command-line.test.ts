/** The program as a process of its own: streams, exit codes, and a reader that stops early. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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
});
