/** `spq explain --fired` tells what each pass did to a recipe; `--skip` leaves a pass out and changes no question. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-fired-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = join(folder, 'near.spq');
writeFileSync(
  recipe,
  `source rooms = rooms(12, seed: 3, pictures: false)
level 2 "Relations" {
  task taller { for objects {a, b}
    where a.depth < 5 m and b.depth < 5 m
    claim "{a} is taller than {b}." when a taller than b }
}
emit jsonl("questions.jsonl")
`,
);

describe('spq explain --fired', () => {
  it('tells per task and pass each law, how often it fired, and an example of it', async () => {
    const { code, out, err } = await spq(['explain', recipe, '--fired']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines[0]).toBe('task taller');
    expect(lines[1]).toBe('  prune-columns');
    expect(out).toMatch(/^ {2}compute-late\n {4}1 x {2}filter\(compute\(lookup\(x, a and b\), c and d\), p\) = /m);
    const before = lines.findIndex((line) => line.startsWith('        before  compute v'));
    const after = lines.findIndex((line, i) => i > before && line.startsWith('        after   '));
    expect(after).toBeGreaterThan(before + 1);
    // What both have is a letter in both.
    expect(lines.slice(before, after).some((line) => /^ +x$/.test(line))).toBe(true);
    expect(out).toMatch(/^chunk_objects\n {2}.*\n/m);
  });

  it('gives all firings where they are asked for, as many as it counted', async () => {
    const { out } = await spq(['explain', recipe, '--fired', '--all']);
    const counted = [...out.matchAll(/^ {4}(\d+) x /gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect([...out.matchAll(/^ {8}before /gm)]).toHaveLength(counted);
    expect(counted).toBeGreaterThan(20);
  });

  it('tells nothing of a pass that is left out, and nothing at all of none', async () => {
    const without = await spq(['explain', recipe, '--fired', '--skip', 'compute-late']);
    expect(without.out).not.toContain('compute-late');
    expect(without.out).toContain('prune-columns');
    const { passNames } = await import('../../compiler/index.js');
    const none = await spq(['explain', recipe, '--fired', ...passNames.flatMap((name) => ['--skip', name])]);
    expect(none.out).toBe('No law fired.\n');
  });

  it('shows nothing of a wrong recipe', async () => {
    const wrong = join(folder, 'wrong.spq');
    writeFileSync(
      wrong,
      'source rooms = rooms(3)\nlevel 1 "x" { task a { for object a ask "{b}" answer a.height } }\n',
    );
    const { code, out, err } = await spq(['explain', wrong, '--fired']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('SPQ2');
  });
});

describe('--skip', () => {
  it('prints another optimized stage', async () => {
    const [all, part] = [
      await spq(['explain', recipe, '--stage', 'optimized']),
      await spq(['explain', recipe, '--stage', 'optimized', '--skip', 'prune-columns']),
    ];
    expect(part.code).toBe(0);
    expect(part.out.length).toBeGreaterThan(all.out.length);
  });

  it('changes no byte of a run', async () => {
    const out = (name: string): string => join(folder, name);
    const all = await spq(['run', recipe, '--out', out('all')]);
    const skips = ['--skip', 'compute-late', '--skip', 'prune-columns'];
    const plain = await spq(['run', recipe, '--out', out('plain'), ...skips]);
    expect([all.code, plain.code]).toEqual([0, 0]);
    const written = readFileSync(join(out('all'), 'questions.jsonl'), 'utf8');
    expect(written.split('\n').length).toBeGreaterThan(20);
    expect(readFileSync(join(out('plain'), 'questions.jsonl'), 'utf8')).toBe(written);
  });

  it('names the passes where it is given none of them', async () => {
    for (const words of [
      ['run', recipe, '--out', join(folder, 'never')],
      ['explain', recipe, '--fired'],
      ['explain', recipe, '--stage', 'sql'],
    ]) {
      const { code, out, err } = await spq([...words, '--skip', 'compute-lat']);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('SPQ594');
      expect(err).toMatch(/Did you mean `compute-late`\? Passes: .*prune-columns/);
    }
  });
});
