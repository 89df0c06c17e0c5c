/** `spq compile` as a command: what it writes over, what it refuses, and that the same recipe gives the same module. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = `source rooms = rooms(3, seed: 1)

seed 7
margin length 10 cm
import "tasks.spq"
level 1 "Properties" {
  task height "How tall an object is" {
    for     object a
    ask     "How tall is {a}?"
    answer  a.height
  }
  use wide
}
emit jsonl("questions.jsonl")
`;
const imported = `level 1 "Elsewhere" {
  task wide { for object a ask "How wide is {a}?" answer a.width }
}
`;

/** A folder with the recipe in it. */
function place(name: string): string {
  const there = join(folder, name);
  mkdirSync(there);
  writeFileSync(join(there, 'mine.spq'), text);
  writeFileSync(join(there, 'tasks.spq'), imported);
  return there;
}

describe('spq compile', () => {
  it('writes the same module for the same recipe, wherever it lies and wherever the module goes', async () => {
    const [one, other] = [place('one'), place('other')];
    const first = join(one, 'made/here/a.ts');
    const second = join(other, 'b.ts');
    const told = await spq(['compile', join(one, 'mine.spq'), '-o', first]);
    expect({ code: told.code, err: told.err }).toEqual({ code: 0, err: '' });
    expect(told.out).toContain(`npx tsx ${first} --out out\n`);
    await spq(['compile', join(other, 'mine.spq'), '-o', second]);
    const module = readFileSync(first, 'utf8');
    expect(readFileSync(second, 'utf8')).toBe(module);
    expect(module).not.toContain(folder);
    expect(module).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });

  it('points to lines of the recipe and of what it imports, and quotes them', async () => {
    const there = place('lines');
    await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'a.ts')]);
    const module = readFileSync(join(there, 'a.ts'), 'utf8');
    expect(module).toContain('// Source `rooms` (mine.spq:1)\n');
    expect(module).toContain('// Settings: mine.spq:3-4\n');
    expect(module).toContain('// Task `height`: How tall an object is (mine.spq:7-11)\n//\n//     task height ');
    expect(module).toContain('//       answer  a.height\n//     }\nconst height: PlannedTask = {\n  level: 1,\n');
    expect(module).toContain('// Task `wide` (tasks.spq:2)\n');
    expect(module).toContain('    tasks: [height, wide],\n');
    expect(module).toContain("    // Files, inside the output folder (mine.spq:14).\n    emits: [{ format: 'jsonl', ");
  });

  it('writes over nothing, unless it is told to', async () => {
    const there = place('kept');
    const module = join(there, 'a.ts');
    writeFileSync(module, 'mine');
    const words = ['compile', join(there, 'mine.spq'), '-o', module];
    const refused = await spq(words);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^error SPQ593: .*\n.*it exists already\.\n.*--force/);
    expect(readFileSync(module, 'utf8')).toBe('mine');
    expect((await spq([...words, '--force'])).code).toBe(0);
    expect(readFileSync(module, 'utf8')).toContain('async function main()');
    const folderThere = await spq(['compile', join(there, 'mine.spq'), '-o', there, '--force']);
    expect(folderThere.err).toMatch(/^error SPQ593: .*\n.*it is a folder\.\n.*another path/);
  });

  it('writes nothing of a recipe that is wrong', async () => {
    const there = place('wrong');
    writeFileSync(join(there, 'tasks.spq'), imported.replace('a.width', 'a.widht'));
    const told = await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'a.ts')]);
    expect(told.code).toBe(1);
    expect(told.err).toContain('error SPQ304');
    expect(existsSync(join(there, 'a.ts'))).toBe(false);
  });

  it('says how a module away from its recipe finds what the recipe reads', async () => {
    const there = place('away');
    writeFileSync(join(there, 'mine.spq'), text.replace('rooms(3, seed: 1)', 'facts("data")'));
    const told = await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'made/a.ts')]);
    expect(told.out).toContain(`--recipe-dir ${there}\n`);
    const beside = await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'a.ts')]);
    expect(beside.out).not.toContain('--recipe-dir');
  });

  it('holds what is chosen of the recipe, and says so', async () => {
    const there = place('chosen');
    const chosen = ['--tasks', 'wide', '--levels', '1', '--balance', 'none', '--seed', '5'];
    const told = await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'a.ts'), ...chosen]);
    expect({ code: told.code, err: told.err }).toEqual({ code: 0, err: '' });
    const module = readFileSync(join(there, 'a.ts'), 'utf8');
    expect(module).toContain('`spq run RECIPE --levels 1 --tasks wide --balance none --seed 5 --out DIR`\n');
    expect(module).toContain('    // Every draw depends on it (`--seed`).\n    seed: 5,\n');
    expect(module).toContain('    tasks: [wide],\n');
    expect(module).not.toContain('const height');
    expect(module).toContain("options: { seed: 5, levels: [1], tasks: ['wide'], balance: 'none' },\n");
  });

  it('lets a source read another path, which is relative to the recipe as others are', async () => {
    const there = place('set');
    writeFileSync(join(there, 'mine.spq'), text.replace('rooms(3, seed: 1)', 'facts("data")'));
    const compiled = async (path: string, module: string) => {
      const words = [
        'compile',
        join(there, 'mine.spq'),
        '-o',
        join(there, module),
        '--set',
        `rooms=${path}`,
        '--force',
      ];
      const { code, out } = await spq(words);
      return { code, out, text: readFileSync(join(there, module), 'utf8') };
    };
    const beside = await compiled(relative('.', join(there, 'other/data')), 'made/a.ts');
    expect(beside.text).toContain("arguments: { dir: 'other/data' }");
    expect(beside.text).toContain('// It reads what `--set` said instead.\n');
    expect(beside.text).not.toContain(folder);
    expect(beside.out).toContain(`--recipe-dir ${there}\n`);
    expect((await compiled(relative('.', there), 'a.ts')).text).toContain("arguments: { dir: '.' }");
    const elsewhere = await compiled('/far/data', 'made/a.ts');
    expect(elsewhere.text).toContain("arguments: { dir: '/far/data' }");
    expect(elsewhere.out).not.toContain('--recipe-dir');
  });

  it.each([
    [['--tasks', 'heigth'], 'SPQ587', 'Did you mean `height`?'],
    [['--set', 'room=data'], 'SPQ584', 'Did you mean `rooms`?'],
    [['--set', 'rooms=data'], 'SPQ584', 'no source of the recipe that reads a folder'],
    [['--levels', '7'], 'SPQ', ''],
  ])('refuses what the recipe does not have: %j', async (flags, code, reason) => {
    const there = place(flags.join(''));
    const told = await spq(['compile', join(there, 'mine.spq'), '-o', join(there, 'a.ts'), ...flags]);
    expect(told.code).toBe(1);
    expect(told.err).toContain(`error ${code}`);
    expect(told.err).toContain(reason);
    expect(existsSync(join(there, 'a.ts'))).toBe(false);
  });

  it('needs to know where', async () => {
    expect((await spq(['compile', 'a.spq'])).code).toBe(2);
  });
});
