/**
 * `tsx test/soak/agreement.ts [scenes] [first] [file …]`: every task of the recipes' libraries, quickstart and a recipe of all
 * constructs over random scenes, 10,000 by default, by the pipeline and by the reference evaluator. Prints the questions of each task, and every difference.
 */
import { compared, recipes } from '../agreement/compared.js';
import { inlined } from '../recipes/inlined.js';
import { shippedLibraries } from '../recipes/shipped.js';

const [count = 10_000, first = 1_000_000] = process.argv.slice(2, 4).map(Number);
const named = process.argv.slice(4);
/** Scenes that are held at once. */
const chunk = 1000;

/** Files that hold tasks, and not only imports of others. */
const withTasks = shippedLibraries.filter((file) => /^ {2}task /m.test(inlined(file)));

const texts = (files: readonly string[]) => files.map((file) => [file, inlined(file)] as const);
const all = named.length > 0 ? texts(named) : [...Object.entries(recipes), ...texts(withTasks)];

let different = 0;
for (const [file, recipe] of all) {
  const counts = new Map<string, number>();
  for (let done = 0; done < count; done += chunk) {
    const found = await compared(recipe, Math.min(chunk, count - done), first + done);
    for (const task of found.tasks) counts.set(task, counts.get(task) ?? 0);
    for (const { task } of found.questions) counts.set(task, (counts.get(task) ?? 0) + 1);
    for (const difference of found.differences) console.log(JSON.stringify(difference, null, 1));
    different += found.differences.length;
  }
  console.log(`${file}: ${count} scenes, ${different} differences so far`);
  console.log([...counts].map(([task, questions]) => `  ${task} ${questions}`).join('\n'));
}
process.exitCode = different > 0 ? 1 : 0;
