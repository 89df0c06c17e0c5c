/** bound AST -> typed AST. Goes on after a mistake with a type that agrees with everything. */
import type * as bound from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { checkCondition, checkExpression } from './check-expression.js';
import { checkWeights } from './check-sampling.js';
import { checkTask } from './check-task.js';
import type { Context } from './context.js';
import { wrongType } from './errors.js';
import { largestDefinition, limited } from './limits.js';
import { type Margins, noMargins } from './margin.js';
import type * as typed from './typed.js';

export function check(recipe: bound.Recipe, report: Report, margins: Margins = 'kept'): typed.Recipe {
  return checkWith(margins === 'kept' ? recipe : withoutMargins(recipe), report, margins);
}

const withoutMargins = (recipe: bound.Recipe): bound.Recipe => ({
  ...recipe,
  settings: { ...recipe.settings, margin: noMargins },
});

function checkWith(recipe: bound.Recipe, report: Report, margins: Margins): typed.Recipe {
  const relations = new Map<bound.RelationDefinition, typed.Relation>();
  const facts = new Map<string, typed.UserFact>();
  const context: Context = {
    settings: recipe.settings,
    report,
    lets: new Map(),
    relations,
    facts,
    several: false,
    option: undefined,
    margins,
    exactly: false,
    mayBeSelf: undefined,
  };
  for (const definition of recipe.definitions) {
    if (definition.kind === 'relation') relations.set(definition, checkRelation(definition, context));
    else facts.set(definition.name, checkFact(definition, context));
  }
  checkWeights(recipe, report);
  return {
    file: recipe.file,
    sources: recipe.sources,
    settings: recipe.settings,
    facts: [...facts.values()],
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

function checkRelation(definition: bound.RelationDefinition, context: Context): typed.Relation {
  const { name, left, right, says } = definition;
  const body = limited(checkCondition(definition.body, `\`${name}\``, context), definition, largestDefinition, context);
  return { name, left, right, says, body };
}

/** A fact is one number or word of a thing: what a column of a table can hold. */
function checkFact(definition: bound.FactDefinition, context: Context): typed.UserFact {
  const { name, parameter, words } = definition;
  const body = limited(checkExpression(definition.body, context), definition, largestDefinition, context);
  const { type } = body;
  const fits = ['quantity', 'enumeration', 'boolean', 'text', 'error'].includes(type.kind);
  if (!fits) {
    const hint = 'Define a component or a length of it.';
    context.report(
      wrongType(
        { what: `\`fact ${name}\``, needed: 'a quantity, a word or a condition', found: type, hint },
        body.span,
      ),
    );
  }
  return { name, parameter, words, body };
}
