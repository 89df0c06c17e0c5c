/**
 * `npm run bench`: runs every other file of this folder five times, each time in a process of its own, and prints one JSON
 * document: the machine, versions, and the median of every figure (docs/benchmarks.md says what each means).
 *
 *   --only asking,ingest   these files alone        --guard              fails where a ratio of guard.json got worse
 *   --runs 9               instead of five
 *   --sizes 1000,10000   --recipes quickstart   --tasks taller,height   --threads 1      are handed on to the files
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { version as duckdb } from '@duckdb/node-api';
import { medianOf } from './clock/spent.js';
import { readGuard, worsened } from './guard/compare.js';
import { handedOn } from './scenes/given.js';

type Figures = Readonly<Record<string, number>>;

const folder = new URL('.', import.meta.url);
const words = process.argv.slice(2);

function given(flag: string): string | undefined {
  const at = words.indexOf(flag);
  return at < 0 ? undefined : words[at + 1];
}

const known = ['--only', '--runs', '--guard', ...handedOn];
const unknown = words.filter((word) => word.startsWith('--') && !known.includes(word as (typeof known)[number]));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${known.join(', ')} (docs/benchmarks.md)`);
  process.exit(2);
}
const runs = Number(given('--runs') ?? 5);

/** Runs one file; what it prints last is its figures. */
function figuresOf(file: string): Figures {
  const path = fileURLToPath(new URL(file, folder));
  const flags = handedOn.flatMap((flag) => (words.includes(flag) ? [flag, given(flag) ?? ''] : []));
  // The same loader that runs this file runs that one.
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, path, ...flags], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${file} ended with ${status}`);
  const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (typeof figures !== 'object' || figures === null) throw new Error(`${file} printed no figures`);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value)]));
}

function mediansOf(file: string): Figures {
  const all = Array.from({ length: runs }, () => figuresOf(file));
  const names = Object.keys(all[0] ?? {});
  const median = (name: string): number => medianOf(all.map((figures) => figures[name] ?? Number.NaN));
  return Object.fromEntries(names.map((name) => [name, Number(median(name).toPrecision(4))]));
}

const guard = words.includes('--guard') ? readGuard() : undefined;
const only = guard === undefined ? given('--only')?.split(',') : Object.keys(guard.ratios);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'main.ts')
  .filter((name) => only?.includes(name.replace('.ts', '')) ?? true)
  .sort();
const machine = {
  processor: cpus()[0]?.model,
  cores: cpus().length,
  platform: platform(),
  arch: arch(),
  memory: totalmem(),
};
const versions = { node: process.version, duckdb: duckdb() };
const before = loadavg();
const medians = Object.fromEntries(files.map((file) => [file.replace('.ts', ''), mediansOf(file)]));
console.log(JSON.stringify({ machine, versions, load: { before, after: loadavg() }, runs, medians }, null, 2));
if (guard !== undefined) {
  const worse = worsened(guard, medians);
  for (const line of worse) console.error(line);
  process.exitCode = worse.length > 0 ? 1 : 0;
}
