/** Exit codes and messages of command lines that are wrong before any recipe is read, or whose files are missing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { problemOf, tellProblem } from '../../cli/problem.js';
import { plain } from '../../compiler/diagnostics/painter.js';
import { RunError } from '../../runtime/errors.js';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-usage-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('wrong usage', () => {
  it.each([
    [['chekc', 'a.spq'], 'Did you mean check?'],
    [['run', 'a.spq', '--scene', '5'], 'Did you mean --scenes?'],
    [['run', 'a.spq', '--levels', 'one'], 'such as 0,1'],
    [['run', 'a.spq', '--scenes', '0'], 'at least 1'],
    [['run', 'a.spq', '--threads', '2.5'], 'a whole number'],
    [['run', 'a.spq', '--seed', '1e3'], 'a whole number'],
    [['run', 'a.spq', '--set', 'rooms'], 'source=path'],
    [['run', 'a.spq', '--set', 'rooms=a', '--set', 'rooms=b'], 'set twice'],
    [['run'], 'recipe'],
    [['check'], 'recipes'],
    [['check', 'a.spq', '--watch', '--json'], 'cannot be used with'],
    [['watch', 'a.spq', '--examples', 'x'], 'a whole number'],
    [['watch', 'a.spq', '--json'], 'unknown option'],
    [['explain', 'a.spq', '--stage', 'tokens'], 'Allowed choices are ast'],
    [['explain', 'a.spq'], '--stage ast|types|references|ir'],
    [['sql', 'select 1', '--format', 'xml'], 'Allowed choices are box'],
    [['facts', 'chekc', 'x'], 'check'],
  ])('%j ends in 2 and says why', async (words, reason) => {
    const { code, out, err } = await spq(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });

  it('help and version are no mistakes', async () => {
    const help = await spq(['--help']);
    expect({ code: help.code, err: help.err }).toEqual({ code: 0, err: '' });
    expect(help.out).toContain('run [options] <recipe>');
    expect(help.out).not.toContain('demo');
    expect(await spq(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  });
});

describe('recipes that cannot be read', () => {
  it('names the file and the cause', async () => {
    const missing = join(folder, 'none.spq');
    for (const command of ['check', 'run']) {
      expect(await spq([command, missing])).toEqual({
        code: 1,
        out: '',
        err: [
          'error SPQ581: The recipe cannot be read',
          `  The recipe \`${missing}\` cannot be read: there is no such file.`,
          '  Check the path of the recipe.',
          '  docs/errors/SPQ581.md, or: spq explain SPQ581',
          '',
        ].join('\n'),
      });
    }
    expect((await spq(['check', folder])).err).toContain('it is a folder');
    const binary = join(folder, 'binary.spq');
    writeFileSync(binary, Buffer.from([0x73, 0xff, 0xfe]));
    expect((await spq(['check', binary])).err).toContain('it is not UTF-8 text');
  });

  it('writes one JSON document where one was asked for', async () => {
    const { code, out, err } = await spq(['run', join(folder, 'none.spq'), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problem: { code: 'SPQ581', title: 'The recipe cannot be read' },
    });
    expect(err).toContain('SPQ581');
  });
});

describe('problems', () => {
  function told(thrown: unknown, debug: boolean): string {
    let text = '';
    const shell = {
      out: async () => {},
      in: async () => new Uint8Array(),
      interrupted: async () => {},
      columns: undefined,
      errIsTerminal: false,
      paint: plain,
      now: () => 0,
      debug,
    };
    tellProblem({ ...shell, err: (part) => (text += part) }, thrown);
    return text;
  }

  it('tells an exception nobody foresaw as our bug, with the stack only on request', () => {
    const bug = new TypeError('x is undefined');
    expect(told(bug, false)).toMatch(
      /^error SPQ901: Our own bug\n {2}This is our fault, not yours: TypeError: x is undefined\n {2}Please send us .*spq 0\.1\.0, node v/,
    );
    expect(told(bug, false)).not.toContain('usage.test');
    expect(told(bug, true)).toContain('usage.test');
    expect(told('just words', false)).toContain('just words');
  });

  it('keeps code, message and hint of a foreseen one', () => {
    expect(problemOf(new RunError('SPQ501', 'There is no x.', 'Make x.'))).toEqual({
      code: 'SPQ501',
      title: 'Path not found',
      message: 'There is no x.',
      hint: 'Make x.',
    });
  });
});
