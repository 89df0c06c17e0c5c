/** AST -> bound AST. Everything that a recipe names is found here, or told of. */
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined } from './errors.js';
import { bindExpression, type Library, objectsOnly } from './expression.js';
import { Scope } from './scope.js';
import { bindSettings } from './settings.js';
import { bindEmit, bindSource } from './source.js';
import { bindTask } from './task.js';

/** @param libraries files of relations that every recipe may use, in order */
export function bind(recipe: ast.Recipe, libraries: readonly ast.Recipe[], report: Report): bound.Recipe {
  const relations = new Map<string, bound.RelationDefinition>();
  const library: Library = { relations, report };
  for (const declared of [...libraries, recipe].flatMap((r) => r.relations)) bindRelation(declared, relations, library);
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
    relations: [...relations.values()],
    levels,
    emits: recipe.emits.flatMap((e) => bindEmit(e, report) ?? []),
    span: { ...recipe.span, end: recipe.span.start },
  };
}

/** A relation may use those defined before it: definitions cannot be circular. */
function bindRelation(
  declared: ast.RelationDeclaration,
  into: Map<string, bound.RelationDefinition>,
  library: Library,
): void {
  const name = declared.words.map((w) => w.text).join(' ');
  const scope = new Scope();
  const side = (written: ast.Name): bound.Entity => {
    const entity: bound.Entity = { name: written.text, kind: 'object', role: 'parameter', span: written.span };
    if (!scope.define(entity.name, { kind: 'entity', entity }))
      library.report(alreadyDefined({ name: entity.name, what: 'The name' }, written.span));
    return entity;
  };
  for (const kind of declared.kinds) objectsOnly(kind, library.report);
  const left = side(declared.left);
  const right = side(declared.right);
  const body = bindExpression(declared.body, scope, library);
  const words = declared.words[0];
  const taken = [...into.keys(), ...macroNames].some((known) => macroName(known) === macroName(name));
  if (taken && words) library.report(alreadyDefined({ name, what: 'Relation' }, words.span));
  into.set(name, { name, left, right, says: declared.says?.raw, body, span: declared.span });
}

/** In SQL a relation is a macro: words are joined, and case is not told apart. */
const macroName = (name: string): string => name.replaceAll(' ', '_').toLowerCase();
const macroNames: readonly string[] = ['distance', 'called like'];

function unique(names: readonly ast.Name[], what: string, report: Report): void {
  const first = new Map<string, ast.Name>();
  for (const name of names) {
    const earlier = first.get(name.text);
    if (earlier)
      report(alreadyDefined({ name: name.text, what }, name.span, [{ at: earlier.span, note: 'first defined here' }]));
    else first.set(name.text, name);
  }
}
