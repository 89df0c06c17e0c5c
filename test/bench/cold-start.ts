/**
 * How long `spq check` takes as a command, built, from start to end: in milliseconds, and as a multiple of a node that does
 * nothing, which says the same on every machine. Run on its own it builds the program and prints one JSON object.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const times = 9;

function run(command: string, words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

run('npm', ['run', '--silent', 'build']);
const nothing: number[] = [];
const version: number[] = [];
const check: number[] = [];
// In turn, so that whatever else the machine does falls on all of them.
for (let time = 0; time < times; time++) {
  nothing.push(run(process.execPath, ['-e', '0']));
  version.push(run(process.execPath, ['dist/cli/main.js', '--version']));
  check.push(run(process.execPath, ['dist/cli/main.js', 'check', 'recipes/quickstart.spq']));
}

console.log(
  JSON.stringify({
    'spq check, ms': median(check),
    'spq check, times node -e 0': median(check) / median(nothing),
    'spq --version, times node -e 0': median(version) / median(nothing),
  }),
);
