/** AST -> bound AST. Everything that a recipe names is found here, or told of. */
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { bindDefinition, type Definitions } from './definition.js';
import { alreadyDefined } from './errors.js';
import type { Library } from './expression.js';
import { bindSettings } from './settings.js';
import { bindEmit, bindSource } from './source.js';
import { bindTask } from './task.js';

/**
 * @param recipe    imports followed: what other files give stands in it (`imports.ts`)
 * @param libraries files of definitions that every recipe may use, in order
 */
export function bind(recipe: ast.Recipe, libraries: readonly ast.Recipe[], report: Report): bound.Recipe {
  const known: Definitions = { relations: new Map(), facts: new Map() };
  const library: Library = { ...known, report };
  const definitions = [...libraries, recipe]
    .flatMap((r) => r.definitions)
    .map((declared) => bindDefinition(declared, known, library));
  const levels = recipe.levels.map((level) => ({
    number: level.number,
    title: level.title,
    tasks: level.tasks.map((task) => bindTask(task, library)),
  }));
  unique(
    recipe.levels.flatMap((l) => l.tasks.map((t) => t.name)),
    'Task',
    report,
  );
  unique(
    recipe.sources.map((s) => s.name),
    'Source',
    report,
  );
  return {
    file: recipe.file,
    sources: recipe.sources.flatMap((s) => bindSource(s, report) ?? []),
    settings: bindSettings(recipe, report),
    definitions,
    levels,
    emits: recipe.emits.flatMap((e) => bindEmit(e, report) ?? []),
    span: { ...recipe.span, end: recipe.span.start },
  };
}

function unique(names: readonly ast.Name[], what: string, report: Report): void {
  const first = new Map<string, ast.Name>();
  for (const name of names) {
    const earlier = first.get(name.text);
    if (earlier)
      report(alreadyDefined({ name: name.text, what }, name.span, [{ at: earlier.span, note: 'first defined here' }]));
    else first.set(name.text, name);
  }
}
