/**
 * What an edit costs while a recipe is watched (`spq watch`): milliseconds from the saved text to its plan, to what the first
 * scenes ask, and to what all ask. Every task was asked once before. A phrasing is changed, a number in a condition, and a
 * task is added; the heaviest tasks of the recipes are among them. Run on its own it prints one JSON object.
 */
import { tmpdir } from 'node:os';
import type { Source } from '../../compiler/diagnostics/span.js';
import { compile } from '../../compiler/index.js';
import { sourceWords } from '../../runtime/sources/words.js';
import { openWatching, type Version, type Watching } from '../../runtime/watch/watching.js';
import { library } from '../agreement/pipeline.js';
import { readShipped, shipped } from '../recipes/shipped.js';
import { medianOf } from './clock/spent.js';
import { sizesGiven } from './scenes/given.js';

interface Edit {
  readonly recipe: 'quickstart' | 'hispatial';
  readonly task: string;
  readonly kind: 'phrasing' | 'condition' | 'new task';
}

const edits: readonly Edit[] = [
  { recipe: 'quickstart', task: 'height', kind: 'phrasing' },
  { recipe: 'quickstart', task: 'depth_order', kind: 'phrasing' },
  { recipe: 'quickstart', task: 'width', kind: 'new task' },
  { recipe: 'hispatial', task: 'distance_single', kind: 'phrasing' },
  { recipe: 'hispatial', task: 'distance_each_axis_multi_one', kind: 'phrasing' },
  { recipe: 'hispatial', task: 'distance_each_axis_multi_one', kind: 'condition' },
  { recipe: 'hispatial', task: 'problem_chain', kind: 'phrasing' },
  { recipe: 'hispatial', task: 'problem_which_is_hidden', kind: 'phrasing' },
];
const times = 3;

/** @throws where the text has no such task, or nothing that the edit changes */
function edited(text: string, { task, kind }: Edit, round: number): string {
  const block = new RegExp(`^  task ${task} "[\\s\\S]*?^  }\\n`, 'm').exec(text)?.[0];
  if (block === undefined) return text;
  const change = {
    phrasing: () => block.replace(/^( {4}ask {5}")/m, `$1${'Well, '.repeat(round)}`),
    condition: () => block.replace(/\d+%/, (share) => `${Number.parseInt(share, 10) + round}%`),
    'new task': () => `${block}\n${block.replace(`task ${task}`, `task ${task}_${round}`)}`,
  };
  const changed = change[kind]();
  if (changed === block) throw new Error(`${task} has nothing that a ${kind} changes`);
  return text.replace(block, () => changed);
}

/** The recipe with its `round`th version of an edit; what it imports is read anew, as after a save. */
function version(edit: Edit, round: number, scenes: number): Version & { readonly compiling: number } {
  const saved = (source: Source | undefined): Source | undefined =>
    source && { file: source.file, text: round === 0 ? source.text : edited(source.text, edit, round) };
  const recipe = shipped(`recipes/${edit.recipe}.spq`);
  const counted = { ...recipe, text: recipe.text.replace(/rooms\(.*\)/, `rooms(${scenes}, seed: 7, pictures: false)`) };
  const began = performance.now();
  const tasks = [edit.task, ...(edit.kind === 'new task' && round > 0 ? [`${edit.task}_${round}`] : [])];
  const { plan, standsOn, diagnostics } = compile({
    ...{ recipe: saved(counted) ?? counted, library, words: sourceWords, options: {} },
    read: (path, from) => saved(readShipped(path, from)),
  });
  if (plan === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  const compiling = performance.now() - began;
  // All are compiled; the others would not be asked again.
  return { plan: { ...plan, tasks: plan.tasks.filter(({ name }) => tasks.includes(name)) }, standsOn, compiling };
}

/** Milliseconds since the text was saved. */
interface Shown {
  readonly compiled: number;
  readonly first: number;
  readonly all: number;
}

async function shown(watching: Watching, edit: Edit, round: number, scenes: number): Promise<Shown> {
  const { compiling, ...saved } = version(edit, round, scenes);
  const began = performance.now();
  let first: number | undefined;
  const { asked } = await watching.update(saved, async () => {
    first = performance.now() - began;
  });
  if (asked.length === 0) throw new Error(`${edit.task}: nothing was asked`);
  const all = performance.now() - began;
  return { compiled: compiling, first: compiling + (first ?? all), all: compiling + all };
}

const [scenes = 200] = sizesGiven();
const found: Record<string, number> = {};
for (const edit of edits) {
  const watching = openWatching({
    recipeDir: tmpdir(),
    threads: 2,
    scenes,
    exclude: [],
    examples: 3,
    onProgress: () => {},
  });
  const rounds: Shown[] = [];
  for (let round = 0; round <= times; round++) rounds.push(await shown(watching, edit, round, scenes));
  await watching.close();
  const after = rounds.slice(1);
  const name = `${edit.recipe} ${edit.task}, ${edit.kind}`;
  found[`${name}: compiled, ms`] = medianOf(after.map(({ compiled }) => compiled));
  found[`${name}: first shown, ms`] = medianOf(after.map(({ first }) => first));
  found[`${name}: all shown, ms`] = medianOf(after.map(({ all }) => all));
}
console.log(JSON.stringify(found));
