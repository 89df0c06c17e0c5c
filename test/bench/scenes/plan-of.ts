/** The plan of a recipe of this project, that writes its questions to one file of zstd Parquet. */
import { compile, type Plan } from '../../../compiler/index.js';
import { library } from '../../agreement/pipeline.js';
import { readShipped, shipped } from '../../recipes/shipped.js';

export const benchRecipes = ['quickstart', 'hispatial', 'beyond'] as const;

/** @throws when the recipe has an error */
export function planOfShipped(name: string): Plan {
  const { plan, diagnostics } = compile({
    recipe: shipped(`recipes/${name}.spq`),
    library,
    read: readShipped,
    options: {},
  });
  if (plan === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return { ...plan, emits: [{ format: 'parquet', path: 'questions.parquet' }] };
}
