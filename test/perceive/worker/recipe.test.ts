/** docs/workers.md from its recipe to questions, through the command line: what stands there is what works. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spq } from '../../cli/captured-shell.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'spq-worker-recipe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(root, 'docs', 'workers.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
const [WIDTH, HEIGHT] = [60, 40];

beforeAll(async () => {
  const bound = z.record(z.string(), z.looseObject({})).parse(JSON.parse(block('json')));
  const environment = { PYTHONPATH: join(root, 'python') };
  const workers = Object.entries(bound).map(([name, worker]) => [name, { ...worker, environment }]);
  writeFileSync(join(folder, 'spq.workers.json'), JSON.stringify(Object.fromEntries(workers)));
  writeFileSync(join(folder, 'depth.py'), block('python'));
  writeFileSync(join(folder, 'recipe.spq'), block('spq ok'));
  mkdirSync(join(folder, 'photos'));
  const background = { r: 90, g: 90, b: 90 };
  const picture = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background } });
  for (const name of ['a', 'b', 'c'])
    await picture
      .clone()
      .jpeg()
      .toFile(join(folder, 'photos', `${name}.jpg`));
});

const run = (...flags: readonly string[]) =>
  spq(['run', join(folder, 'recipe.spq'), '--cache', join(folder, 'cache'), '--out', join(folder, 'out'), ...flags]);

const question = z.looseObject({
  value: z.number(),
  slots: z.tuple([z.looseObject({ point: z.tuple([z.number(), z.number()]) })]),
});

describe.skipIf(!hasNumpy)('a recipe with a worker', () => {
  it('runs no program that was not allowed', async () => {
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('SPQ545');
  });

  it('asks about what the worker saw', async () => {
    const { code, err } = await run('--workers', join(folder, 'spq.workers.json'));
    expect(err).not.toContain('error');
    expect(code).toBe(0);
    const lines = readFileSync(join(folder, 'out', 'questions.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const { value, slots } = question.parse(JSON.parse(line));
      const [u, v] = slots[0].point;
      // A wall at two metres, seen with a focal length of the picture's width.
      const along = Math.hypot(1, (u - (WIDTH - 1) / 2) / WIDTH, (v - (HEIGHT - 1) / 2) / WIDTH);
      expect(value).toBeCloseTo(2 * along, 4);
    }
  });
});
