/**
 * How long a recipe takes from text to plan, warm: in a process that has compiled it before. `anew` has another margin each
 * time, so that every task is checked again; `again` has new copies of the very same texts, as a command started twice.
 */

import type { Source } from '../../compiler/diagnostics/span.js';
import { compile } from '../../compiler/index.js';
import { sourceWords } from '../../runtime/sources/words.js';
import { library } from '../agreement/pipeline.js';
import { readShipped, shipped } from '../recipes/shipped.js';
import { medianOf } from './clock/spent.js';
import { benchRecipes } from './scenes/plan-of.js';

const warmUp = 4;
const times = 7;

const copyOf = ({ file, text }: Source): Source => ({ file, text });

/** Milliseconds, and characters of the plan. Files are read before the clock starts. */
function compiled(recipe: Source, texts: Map<string, Source | undefined>): readonly [number, number] {
  const read = (path: string, from: string): Source | undefined => {
    const found = texts.get(`${from} ${path}`) ?? readShipped(path, from);
    texts.set(`${from} ${path}`, found);
    return found && copyOf(found);
  };
  const start = performance.now();
  const { plan } = compile({ recipe, library: library.map(copyOf), read, words: sourceWords, options: {} });
  const took = performance.now() - start;
  if (plan === undefined) throw new Error(`${recipe.file} has an error`);
  return [took, JSON.stringify(plan).length];
}

function measured(name: string, change: (text: string, round: number) => string): number {
  const recipe = shipped(`recipes/${name}.spq`);
  const texts = new Map<string, Source | undefined>();
  const all = Array.from({ length: warmUp + times }, (_, round) => {
    const [took] = compiled({ file: recipe.file, text: change(recipe.text, round) }, texts);
    return took;
  });
  return medianOf(all.slice(warmUp));
}

const found: Record<string, number> = {};
for (const name of benchRecipes) {
  found[`${name} anew, ms`] = measured(name, (text, round) =>
    text.replace(/^margin\s+length \d+/m, `margin length ${10 + (round % 2)}`),
  );
  found[`${name} again, ms`] = measured(name, (text) => text);
  found[`${name}, characters of the plan`] = compiled(shipped(`recipes/${name}.spq`), new Map())[1];
}
console.log(JSON.stringify(found));
