/**
 * `npm run bench`: runs every other file of this folder three times, each time in a process of its own, and prints
 * one JSON document: the machine, the version of node, and the median of every figure. Nothing is asserted.
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

type Figures = Readonly<Record<string, number>>;

const runs = 3;
const folder = new URL('.', import.meta.url);

/** Runs one file; what it prints last is its figures. */
function figuresOf(file: string): Figures {
  // The same loader that runs this file runs that one.
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(new URL(file, folder))], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${file} ended with ${status}`);
  const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (typeof figures !== 'object' || figures === null) throw new Error(`${file} printed no figures`);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value)]));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toPrecision(4));
}

function mediansOf(file: string): Figures {
  const all = Array.from({ length: runs }, () => figuresOf(file));
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(all.map((figures) => figures[name] ?? Number.NaN))]));
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'main.ts')
  .sort();
const machine = {
  processor: cpus()[0]?.model,
  cores: cpus().length,
  platform: platform(),
  arch: arch(),
  memory: totalmem(),
};
const before = loadavg();
const medians = Object.fromEntries(files.map((file) => [file.replace('.ts', ''), mediansOf(file)]));
console.log(
  JSON.stringify({ machine, node: process.version, load: { before, after: loadavg() }, runs, medians }, null, 2),
);
