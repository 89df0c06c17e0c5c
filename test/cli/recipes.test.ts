/** Recipes through the command line: what is told of wrong ones, what right ones leave behind, and the exit codes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-recipes-'));
afterAll(() => rmSync(folder, { recursive: true }));

function recipe(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const right = recipe(
  'right.spq',
  `source rooms = rooms(30, pictures: false)
seed 7

level 1 "Objects" {
  task taller {
    for     objects {a, b}
    claim   "{a} is taller than {b}." when a.height > b.height
  }
}

level 2 "Relations" {
  task distance {
    for     objects {a, b}
    let     d = distance(a, b)
    take    2 per scene
    ask     "How far is {a} from {b}, centre to centre?"
    answer  d
    choices near d
  }
}

emit jsonl("questions.jsonl")
`,
);

const wrong = recipe(
  'wrong.spq',
  `source rooms = rooms(30, pictures: false)

level 2 "Relations" {
  task distance {
    for     objects {a, b}
    let     d = distence(a, b)
    ask     "How far is {a} from {b}?"
    answer  d
  }
  task closeness {
    for     objects {a, b}
    let     d = distance(a, b)
    where   d < 5
    ask     "How far is {a} from {b}, centre to centre?"
    answer  d
  }
}

emit jsonl("questions.jsonl")
`,
);

describe('spq check', () => {
  it('tells both mistakes of a file, each once, under its own characters', async () => {
    const { code, out, err } = await spq(['check', wrong]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n')).toEqual(
      expect.arrayContaining([
        'error SPQ203: Unknown function',
        `  ┌─ ${wrong}:6:17`,
        '6 │     let     d = distence(a, b)',
        '  │                 ^^^^^^^^',
        '  Did you mean `distance`?',
        'error SPQ301: Dimensions do not agree',
        '13 │     where   d < 5',
        '2 errors',
      ]),
    );
  });

  it('gives the same as one JSON document', async () => {
    const { code, out, err } = await spq(['check', wrong, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      diagnostics: [
        { code: 'SPQ203', file: wrong, start: { line: 6, column: 17 }, end: { line: 6, column: 25 } },
        { code: 'SPQ301', start: { line: 13, column: 17 } },
      ],
    });
  });

  it('tells programs all that a person is told', async () => {
    const { out } = await spq(['check', wrong, '--json']);
    const { diagnostics } = JSON.parse(out);
    const at = readFileSync(wrong, 'utf8').indexOf('distence');
    expect(diagnostics[0]).toEqual({
      code: 'SPQ203',
      severity: 'error',
      title: 'Unknown function',
      message: expect.any(String),
      hint: 'Did you mean `distance`?',
      page: 'docs/errors/SPQ203.md',
      file: wrong,
      start: { line: 6, column: 17, offset: at },
      end: { line: 6, column: 25, offset: at + 8 },
      also: [],
      fix: {
        text: 'distance',
        file: wrong,
        start: { line: 6, column: 17, offset: at },
        end: { line: 6, column: 25, offset: at + 8 },
      },
    });
  });

  it('checks several recipes at once, and goes on when one cannot be read', async () => {
    const missing = join(folder, 'missing.spq');
    const { code, out, err } = await spq(['check', right, missing, wrong]);
    expect({ code, out }).toEqual({ code: 1, out: `${right} is right.\n` });
    expect(err).toMatch(/SPQ581[\s\S]*SPQ203[\s\S]*SPQ301[\s\S]*\n2 errors\n$/);
    const json = JSON.parse((await spq(['check', right, missing, wrong, '--json'])).out);
    expect(json).toMatchObject({ ok: false, recipes: [right, missing, wrong] });
    expect(json.problems).toMatchObject([{ recipe: missing, code: 'SPQ581' }]);
    expect(json.diagnostics.map(({ file }: { readonly file: string }) => file)).toEqual([wrong, wrong]);
  });

  it('checks again on every change, until interrupted, and ends in the last code', async () => {
    const watched = recipe('watched.spq', readFileSync(wrong, 'utf8'));
    const texts = [readFileSync(right, 'utf8'), `${readFileSync(wrong, 'utf8')}\nseed 1\n`];
    let runs = 0;
    const { code, out, err } = await spq(['check', watched, '--watch'], {
      onOut: (_, interrupt) => {
        const next = texts[runs++];
        if (next === undefined) interrupt();
        else writeFileSync(watched, next);
      },
    });
    expect(out.replaceAll(/\d+ ms/g, 'n ms')).toBe(
      ['2 errors', 'nothing wrong', '2 errors'].map((found) => `1 recipe: ${found} (n ms)\n`).join(''),
    );
    expect(err.match(/SPQ203:/g)).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('watches what a recipe imports, even a file that is not there yet', async () => {
    const whole = recipe(
      'whole.spq',
      'source rooms = rooms(30, pictures: false)\nimport "part.spq"\nlevel 1 "Objects" { use height }\nemit jsonl("q")\n',
    );
    const part = 'level 1 "Objects" { task height { for object a ask "How tall is {a}?" answer a.height } }\n';
    const texts = [part, part.replace('a.height', 'a.heigth')];
    let runs = 0;
    const { code, out, err } = await spq(['check', whole, '--watch'], {
      onOut: (_, interrupt) => {
        const next = texts[runs++];
        if (next === undefined) interrupt();
        else recipe('part.spq', next);
      },
    });
    expect(out.replaceAll(/\d+ ms/g, 'n ms')).toMatch(
      /^1 recipe: \d errors? \(n ms\)\n1 recipe: nothing wrong \(n ms\)\n1 recipe: 1 error \(n ms\)\n$/,
    );
    expect(err).toContain('part.spq:1:');
    expect(err).toContain('Did you mean `height`?');
    expect(code).toBe(1);
  });

  it('ends in 0 for a right recipe', async () => {
    const { code, out, err } = await spq(['check', right]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('right.spq');
  });
});

describe('spq explain', () => {
  it.each(['ast', 'types', 'ir', 'optimized', 'sql', 'plan'])('prints the stage %s', async (stage) => {
    const { code, out, err } = await spq(['explain', right, '--stage', stage]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().length).toBeGreaterThan(100);
  });

  it('prints the page of a message, whatever the case of its code', async () => {
    for (const code of ['SPQ301', 'spq301']) {
      const page = await spq(['explain', code]);
      expect({ code: page.code, err: page.err }).toEqual({ code: 0, err: '' });
      expect(page.out).toMatch(/^# SPQ301: /);
    }
    const unknown = await spq(['explain', 'SPQ399']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('SPQ583');
  });
});

describe('spq run', () => {
  it('runs nothing of a wrong recipe', async () => {
    const out = join(folder, 'never');
    const { code, err } = await spq(['run', wrong, '--out', out]);
    expect(code).toBe(1);
    expect(err).toContain('SPQ203');
    expect(existsSync(out)).toBe(false);
  });

  it('writes questions and a store that can be asked, and sums up', async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    const { code, out: told } = await spq(['run', right, '--out', out, '--threads', '1']);
    expect(code).toBe(0);
    expect(told).toMatch(/^30 scenes with \d+ objects gave [\d,]+ questions in \d/);
    expect(told).toMatch(/level 2 {2}distance +[\d,]+ {2}.*choice/);
    expect(existsSync(join(out, 'right.duckdb'))).toBe(true);
    expect(existsSync(join(out, 'questions.jsonl'))).toBe(true);
    const asked = await spq([
      'sql',
      'select distinct level from questions order by 1',
      '--out',
      out,
      '--format',
      'csv',
    ]);
    expect(asked).toEqual({ code: 0, out: 'level\r\n1\r\n2\r\n', err: '' });
  });

  it('keeps to the scenes and levels asked for, and gives one JSON document', async () => {
    const out = join(folder, 'part');
    mkdirSync(out);
    const { code, out: told } = await spq(['run', right, '--out', out, '--scenes', '5', '--levels', '2', '--json']);
    expect(code).toBe(0);
    const summary: unknown = JSON.parse(told);
    expect(summary).toMatchObject({ ok: true, diagnostics: [], summary: { scenes: 5, quarantined: [] } });
    expect(told).not.toContain('taller');
  });

  it('tells of a source that the recipe does not have', async () => {
    const { code, err } = await spq(['run', right, '--set', 'room=elsewhere']);
    expect(code).toBe(1);
    expect(err).toMatch(/SPQ584[\s\S]*Did you mean `rooms`\?/);
  });
});
