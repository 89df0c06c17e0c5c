/**
 * `npm run soak -- [count] [seed]`: mutated recipes, by default 200,000. Nothing throws, nothing takes longer than a second,
 * every span lies inside the text. Prints what it did, and every text that broke a law.
 */
import { randomFrom } from '../reference/random-numbers.js';
import { judge, MOST_MILLISECONDS } from './judge.js';
import { mutated, seeds } from './mutations.js';

const [count = 200_000, first = 1] = process.argv.slice(2).map(Number);
const started = process.hrtime.bigint();
const seconds = (): number => Number(process.hrtime.bigint() - started) / 1e9;

let slowest = 0;
let total = 0;
let right = 0;
let broken = 0;
const codes = new Map<string, number>();
for (let i = 0; i < count; i++) {
  const text = mutated(randomFrom(first * 1_000_003 + i));
  let judged = judge(text);
  // Another process may have had the processor, or memory was being freed: what is slow is slow again.
  if (judged.took > MOST_MILLISECONDS) judged = judge(text);
  const { problems, diagnostics, took } = judged;
  slowest = Math.max(slowest, took);
  total += took;
  if (!diagnostics.some((d) => d.severity === 'error')) right++;
  for (const { code } of diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
  const slow = took > MOST_MILLISECONDS ? [`took ${Math.round(took)} ms`] : [];
  for (const problem of [...problems, ...slow]) {
    broken++;
    console.log(`--- number ${i}: ${problem}\n${text}\n`);
  }
  if ((i + 1) % 10_000 === 0) console.log(`${i + 1} recipes, ${broken} problems, ${Math.round(seconds())} s`);
}
console.log(
  `${count} recipes from ${seeds.length} seeds: ${broken} problems; ${right} were right; ` +
    `${(total / count).toFixed(1)} ms on average, ${Math.round(slowest)} ms at most; ${codes.size} codes told`,
);
console.log(
  [...codes]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([code, n]) => `${code} ${n}`)
    .join(', '),
);
process.exitCode = broken > 0 ? 1 : 0;
