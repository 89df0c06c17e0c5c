/** bound AST -> typed AST. Goes on after a mistake with a type that agrees with everything. */
import type * as bound from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { retold, type Told, telling } from '../diagnostics/retold.js';
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
  const { settings } = recipe;
  const library = retold(libraryOf(recipe, margins), report);
  checkWeights(recipe, report);
  return {
    file: recipe.file,
    sources: recipe.sources,
    perceptions: recipe.perceptions,
    settings,
    facts: [...library.facts.values()],
    relations: [...library.relations.values()],
    levels: recipe.levels.map((level) => ({
      number: level.number,
      title: level.title,
      tasks: level.tasks.map((task) => retold(taskOf(task, library, settings, margins), report)),
    })),
    emits: recipe.emits,
    span: recipe.span,
  };
}

/** What is defined, and what tasks became under these definitions and settings. */
interface Checked {
  /** The settings, as text. */
  readonly under: string;
  readonly relations: Map<bound.RelationDefinition, typed.Relation>;
  readonly facts: Map<string, typed.UserFact>;
  readonly tasks: WeakMap<bound.Task, Told<typed.Task>>;
}

const libraries = new WeakMap<bound.Recipe['definitions'], Told<Checked>>();

/** An editor asks at every key, and most tasks stay as they were: each is checked once under the last settings. */
function libraryOf({ definitions, settings }: bound.Recipe, margins: Margins): Told<Checked> {
  const under = `${margins} ${JSON.stringify(settings)}`;
  const before = libraries.get(definitions);
  if (before?.made.under === under) return before;
  const made = telling((report): Checked => {
    const library: Checked = { under, relations: new Map(), facts: new Map(), tasks: new WeakMap() };
    const context = contextOf(library, settings, margins, report);
    for (const definition of definitions) {
      if (definition.kind === 'relation') library.relations.set(definition, checkRelation(definition, context));
      else library.facts.set(definition.name, checkFact(definition, context));
    }
    return library;
  });
  libraries.set(definitions, made);
  return made;
}

function taskOf(task: bound.Task, library: Checked, settings: bound.Settings, margins: Margins): Told<typed.Task> {
  const made =
    library.tasks.get(task) ??
    telling((report) => checkTask(task, settings, contextOf(library, settings, margins, report)));
  library.tasks.set(task, made);
  return made;
}

const contextOf = (
  { relations, facts }: Checked,
  settings: bound.Settings,
  margins: Margins,
  report: Report,
): Context => ({
  settings,
  report,
  lets: new Map(),
  relations,
  facts,
  several: false,
  option: undefined,
  margins,
  exactly: false,
  mayBeSelf: undefined,
});

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
