/**
 * How long `spq check` takes, built: as a command from start to end, cold, and again in a process that has just checked the
 * same recipe, warm. In milliseconds, and as a multiple of a node that does nothing, which says the same on every machine.
 * Warm is told twice: where nothing has changed, and where another margin has every task checked anew.
 * Run on its own it builds the program and prints one JSON object.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const recipes = join(root, 'recipes');
const main = 'dist/cli/main.js';
const times = 9;
/** Until optimized code has been made of what is called often. */
const warmUp = 12;

/** Milliseconds of a process that ends well. */
function run(command: string, words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each command once in every round, so that whatever else the machine does falls on all of them. */
function cold(commands: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, number> {
  const rounds = Array.from({ length: times }, () =>
    Object.entries(commands).map(([name, words]) => [name, run(process.execPath, words)] as const),
  );
  const of = (name: string): readonly number[] => rounds.flat().flatMap(([n, ms]) => (n === name ? [ms] : []));
  return new Map(Object.keys(commands).map((name) => [name, median(of(name))]));
}

/** Checks of one recipe in one process; before each, its text may change. */
async function warm(path: string, change: (round: number) => void): Promise<number> {
  const { checkRecipe } = await import(pathToFileURL(join(root, 'dist/cli/compile-recipe.js')).href);
  const all: number[] = [];
  for (let round = 0; round < warmUp + times; round++) {
    change(round);
    const start = performance.now();
    await checkRecipe(path);
    all.push(performance.now() - start);
  }
  return median(all.slice(warmUp));
}

/** In a copy, which names the other files by where they are. */
async function warmAnew(recipe: string): Promise<number> {
  const text = readFileSync(join(recipes, recipe), 'utf8').replaceAll(/^use "/gm, `use "${recipes}/`);
  const folder = mkdtempSync(join(tmpdir(), 'spq-'));
  const path = join(folder, recipe);
  try {
    return await warm(path, (round) =>
      writeFileSync(path, text.replace(/^margin\s+length \d+/m, `margin length ${10 + (round % 2)}`)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

run('npm', ['run', '--silent', 'build']);
const found = cold({
  nothing: ['-e', '0'],
  version: [main, '--version'],
  quickstart: [main, 'check', 'recipes/quickstart.spq'],
  hispatial: [main, 'check', 'recipes/hispatial.spq'],
});
const ms = (name: string): number => found.get(name) ?? Number.NaN;

console.log(
  JSON.stringify({
    'spq check quickstart, ms': ms('quickstart'),
    'spq check quickstart, times node -e 0': ms('quickstart') / ms('nothing'),
    'spq check hispatial, ms': ms('hispatial'),
    'spq check hispatial, times node -e 0': ms('hispatial') / ms('nothing'),
    'spq --version, times node -e 0': ms('version') / ms('nothing'),
    'hispatial again in a process, ms': await warm(join(recipes, 'hispatial.spq'), () => {}),
    'hispatial again with another margin, ms': await warmAnew('hispatial.spq'),
  }),
);
