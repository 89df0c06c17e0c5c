/** bound AST -> typed AST. Goes on after a mistake with a type that agrees with everything. */
import type * as bound from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { checkCondition } from './check-expression.js';
import { checkTask } from './check-task.js';
import type { Context } from './context.js';
import { relationTooLarge } from './errors.js';
import { sizeOf } from './parts.js';
import type * as typed from './typed.js';

/** SQL macros are stored written out; the largest of the library has 40 parts. */
const largestRelation = 400;

export function check(recipe: bound.Recipe, report: Report): typed.Recipe {
  const relations = new Map<bound.RelationDefinition, typed.Relation>();
  const context: Context = {
    settings: recipe.settings,
    report,
    lets: new Map(),
    relations,
    exactly: false,
    mayBeSelf: undefined,
  };
  for (const definition of recipe.relations) {
    const body = checkCondition(definition.body, `\`${definition.name}\``, context);
    if (sizeOf(body) > largestRelation) {
      report(relationTooLarge({ name: definition.name, most: largestRelation }, definition.span));
    }
    relations.set(definition, {
      name: definition.name,
      left: definition.left,
      right: definition.right,
      says: definition.says,
      body,
    });
  }
  return {
    file: recipe.file,
    sources: recipe.sources,
    settings: recipe.settings,
    relations: [...relations.values()],
    levels: recipe.levels.map((level) => ({
      number: level.number,
      title: level.title,
      tasks: level.tasks.map((task) => checkTask(task, recipe.settings, context)),
    })),
    emits: recipe.emits,
    span: recipe.span,
  };
}
