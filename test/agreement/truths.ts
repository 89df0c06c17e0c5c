/** What the pipeline holds of a condition, pair by pair, read from the questions that guards let through. */
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { type AskedQuestion, askInDuckDb, planOf } from './pipeline.js';

export type Truths = Readonly<Record<string, boolean | null>>;

/** One task with the given lines at level 2. Seed and margins as the evaluator's tests have them. */
export function askTask(lines: string, scenes: readonly SceneFacts[]): Promise<readonly AskedQuestion[]> {
  return ask(`level 2 "Test" {\n  task t "Test" {\n${lines}\n  }\n}`, scenes);
}

function ask(levels: string, scenes: readonly SceneFacts[]): Promise<readonly AskedQuestion[]> {
  const recipe = `source hand = rooms(1, pictures: false)\nseed 7\n${levels}\nemit parquet("questions")\n`;
  return askInDuckDb({ plan: planOf(recipe), scenes, vocabulary: FURNITURE });
}

/** What holds of each tuple of a scene, `a-b: true`; null is unknown. */
export type Found = (sceneId: string, condition: string) => Truths;

/**
 * Conditions over the tuples of `binder`, all scenes and conditions in one run. An open answer that is a label is
 * never cut by balance, so a tuple is asked exactly where its guard is true. Every object needs a clear 2D box.
 */
export async function truths(
  binder: string,
  conditions: readonly string[],
  scenes: readonly SceneFacts[],
): Promise<Found> {
  const names = [...binder.matchAll(/\b[ab]\b/g)].map(([name]) => name);
  const task = (name: string, guard: string): string =>
    `task ${name} {\n for ${binder}\n where ${guard}\n refer by box\n ask "${names.map((n) => `{${n}}`).join(' ')}?"\n answer a.category\n}`;
  const tasks = conditions.flatMap((c, i) => [task(`yes${i}`, c), task(`no${i}`, `not (${c})`)]);
  const asked = await ask(`level 2 "Test" {\n${[task('always', 'true'), ...tasks].join('\n')}\n}`, scenes);
  const keys = (sceneId: string, wanted: string): readonly string[] =>
    asked.filter((q) => q.task === wanted && q.sceneId === sceneId).map(({ objects }) => objects.join('-'));
  return (sceneId, condition) => {
    const i = conditions.indexOf(condition);
    if (i < 0) throw new Error(`\`${condition}\` was not asked of`);
    const [yes, no] = [new Set(keys(sceneId, `yes${i}`)), new Set(keys(sceneId, `no${i}`))];
    return Object.fromEntries(
      keys(sceneId, 'always').map((key) => [key, yes.has(key) ? true : no.has(key) ? false : null]),
    );
  };
}

/** The scene with 2D boxes side by side in the order of its objects, so that each can be pointed at. */
export function boxesApart(scene: SceneFacts): SceneFacts {
  const at = (i: number): ObjectRow['box2d'] => [i * 50, 100, i * 50 + 40, 140];
  return { ...scene, objects: scene.objects.map((row, i) => ({ ...row, box2d: at(i) })) };
}

/** The number that the count of a category comes to in a scene, from 0 to 4; null where it is unknown. */
export async function counts(
  categories: readonly string[],
  scenes: readonly SceneFacts[],
): Promise<(sceneId: string, category: string) => number | null> {
  const is = (category: string, n: number): string => `count(object x where x called "${category}") = ${n}`;
  const numbers = [0, 1, 2, 3, 4];
  const found = await truths(
    'object a',
    categories.flatMap((category) => numbers.map((n) => is(category, n))),
    scenes,
  );
  return (sceneId, category) =>
    numbers.find((n) => Object.values(found(sceneId, is(category, n))).includes(true)) ?? null;
}
