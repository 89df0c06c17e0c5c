/** AST -> bound AST. Everything that a recipe names is found here, or told of. */
import type { Report } from '../diagnostics/diagnostic.js';
import { retold, type Told, telling } from '../diagnostics/retold.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { bindDefinition, type Definitions } from './definition.js';
import { alreadyDefined } from './errors.js';
import { bindPerceptions } from './perceive.js';
import { type Sequence, sequenceOf } from './same-sequence.js';
import { bindSettings } from './settings.js';
import { bindEmit, bindSource } from './source.js';
import { bindTask } from './task.js';

/**
 * @param recipe    imports followed: what other files give stands in it (`imports.ts`)
 * @param libraries files of definitions that every recipe may use, in order
 */
export function bind(recipe: ast.Recipe, libraries: readonly ast.Recipe[], report: Report): bound.Recipe {
  const library = retold(libraryOf(libraries, recipe.definitions), report);
  const levels = recipe.levels.map((level) => ({
    number: level.number,
    title: level.title,
    tasks: level.tasks.map((task) => retold(taskOf(task, library), report)),
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
    perceptions: bindPerceptions(recipe, report),
    settings: bindSettings(recipe, report),
    definitions: library.definitions,
    levels,
    emits: recipe.emits.flatMap((e) => bindEmit(e, report) ?? []),
    span: { ...recipe.span, end: recipe.span.start },
  };
}

/** What is defined, and what tasks became under these definitions. */
interface Bound extends Definitions {
  readonly definitions: readonly Definition[];
  readonly tasks: WeakMap<ast.Task, Told<bound.Task>>;
}
type Definition = ReturnType<typeof bindDefinition>;

const known = new WeakMap<Sequence, Told<Bound>>();

/** An editor asks at every key, and most files stay as they were: what is defined in the same places is bound once. */
function libraryOf(libraries: readonly ast.Recipe[], own: ast.Recipe['definitions']): Told<Bound> {
  const sequence = sequenceOf([...libraries, ...own]);
  const before = known.get(sequence);
  if (before) return before;
  const made = telling((report): Bound => {
    const standard = new Set(libraries.map(({ file }) => file));
    const into: Definitions = { relations: new Map(), facts: new Map(), standard };
    const definitions = [...libraries.flatMap((l) => l.definitions), ...own].map((declared) =>
      bindDefinition(declared, into, { ...into, report }),
    );
    return { ...into, definitions, tasks: new WeakMap() };
  });
  known.set(sequence, made);
  return made;
}

function taskOf(task: ast.Task, { relations, facts, tasks }: Bound): Told<bound.Task> {
  const made = tasks.get(task) ?? telling((report) => bindTask(task, { relations, facts, report }));
  tasks.set(task, made);
  return made;
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
