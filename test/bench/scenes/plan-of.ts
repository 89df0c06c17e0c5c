/** The plan of a recipe of this project, or of some tasks of it, that writes its questions to one file of zstd Parquet. */
import { compile, type Plan } from '../../../compiler/index.js';
import { library } from '../../agreement/pipeline.js';
import { readShipped, shipped } from '../../recipes/shipped.js';

export const benchRecipes = ['quickstart', 'hispatial', 'beyond'] as const;

/**
 * @param tasks names of those that are kept; all where none is named
 * @throws when the recipe has an error, or no such task
 */
export function planOfShipped(name: string, tasks: readonly string[] = []): Plan {
  const { plan, diagnostics } = compile({
    recipe: shipped(`recipes/${name}.spq`),
    library,
    read: readShipped,
    options: {},
  });
  if (plan === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  const missing = tasks.filter((task) => !plan.tasks.some(({ name: known }) => known === task));
  if (missing.length > 0) throw new Error(`${name} has no task ${missing.join(', ')}`);
  const kept = plan.tasks.filter((task) => tasks.length === 0 || tasks.includes(task.name));
  return { ...plan, tasks: kept, emits: [{ format: 'parquet', path: 'questions.parquet' }] };
}
