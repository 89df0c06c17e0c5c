/** AST -> bound, for facts and relations of a recipe or library. One may use those defined before it: no circles. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type { DegreeWords } from '../std/facts.js';
import { factNamed } from '../std/facts.js';
import { isFunction } from '../std/functions.js';
import { isSqlFunction } from '../std/sql-functions.js';
import { endsAsWhole, isViewColumn } from '../std/view-columns.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined, columnTaken, definedElsewhere, functionTaken, notHere } from './errors.js';
import { bindExpression, type Library } from './expression.js';
import { bindOwnColumn, isOwnColumn } from './own-column.js';
import { objectsOnly } from './quantifier.js';
import { saysParts } from './says.js';
import { Scope } from './scope.js';

/** Definitions so far, by name. */
export interface Definitions {
  readonly relations: Map<string, bound.RelationDefinition>;
  readonly facts: Map<string, bound.FactDefinition>;
  /** Files of the standard library. */
  readonly standard: ReadonlySet<string>;
}

export function bindDefinition(
  declared: ast.FactDeclaration | ast.RelationDeclaration,
  into: Definitions,
  library: Library,
): bound.FactDefinition | bound.RelationDefinition {
  const inside: Library = { ...library, inDefinition: true };
  return declared.kind === 'fact' ? bindFact(declared, into, inside) : bindRelation(declared, into, inside);
}

const parameter = (name: ast.Name): bound.Entity => ({
  name: name.text,
  kind: 'object',
  role: 'parameter',
  span: name.span,
});

function bindFact(declared: ast.FactDeclaration, into: Definitions, library: Library): bound.FactDefinition {
  const { name } = declared;
  objectsOnly(declared.entity, library.report);
  const entity = parameter(declared.parameter);
  const scope = new Scope();
  scope.define(entity.name, { kind: 'entity', entity });
  const body = isOwnColumn(declared.body)
    ? bindOwnColumn(declared.body, name.text, entity, library.report)
    : bindExpression(declared.body, scope, library);
  const made: bound.FactDefinition = {
    kind: 'fact',
    name: name.text,
    parameter: entity,
    words: degreeWords(declared, library),
    body,
    span: name.span,
  };
  const known = [...into.facts.values()].find((f) => f.name.toLowerCase() === name.text.toLowerCase());
  if (known || factNamed('object', name.text) || isFunction(name.text))
    library.report(taken({ name: name.text, what: 'Fact', span: name.span }, known?.span, into));
  else if (isViewColumn(name.text))
    library.report(columnTaken({ name: name.text, whole: endsAsWhole(name.text) }, name.span));
  into.facts.set(name.text, made);
  return made;
}

/** Where the other one stands decides what is to be done: in this file, in another one, in the library. */
function taken(
  { name, what, span }: { readonly name: string; readonly what: 'Fact' | 'Relation'; readonly span: Span },
  earlier: Span | undefined,
  { standard }: Definitions,
): Diagnostic {
  if (earlier === undefined || standard.has(earlier.file))
    return definedElsewhere({ name, what, file: undefined }, span);
  const first = [{ at: earlier, note: 'first defined here' }];
  if (earlier.file === span.file) return alreadyDefined({ name, what }, span, first);
  return definedElsewhere({ name, what, file: earlier.file }, span, first);
}

function degreeWords({ more, less, span }: ast.FactDeclaration, library: Library): DegreeWords | undefined {
  if (more.length === 0) return undefined;
  const [adjective, comparative, superlative, ...extra] = more;
  const [low, lower, lowest, ...rest] = less;
  const complete = superlative !== undefined && extra.length === 0;
  if (!complete || (less.length > 0 && (lowest === undefined || rest.length > 0))) {
    const hint = 'Three words: `says "tall", "taller", "tallest"`, and perhaps three for little after a `/`.';
    library.report(notHere({ what: 'What this fact says', hint }, span));
    return undefined;
  }
  const contrary =
    low !== undefined && lower !== undefined && lowest !== undefined ? ([low, lower, lowest] as const) : undefined;
  return { more: [adjective ?? '', comparative ?? '', superlative], less: contrary };
}

function bindRelation(
  declared: ast.RelationDeclaration,
  into: Definitions,
  library: Library,
): bound.RelationDefinition {
  const { report } = library;
  const name = declared.words.map((w) => w.text).join(' ');
  const scope = new Scope();
  const side = (written: ast.Name): bound.Entity => {
    const entity = parameter(written);
    if (!scope.define(entity.name, { kind: 'entity', entity }))
      report(alreadyDefined({ name: entity.name, what: 'The name' }, written.span));
    return entity;
  };
  for (const kind of declared.kinds) objectsOnly(kind, report);
  const [left, right] = [side(declared.left), side(declared.right)];
  const body = bindExpression(declared.body, scope, library);
  const words = declared.words[0];
  const known = [...into.relations.values()].find((r) => macroName(r.name) === macroName(name));
  const isMacro = macroNames.some((macro) => macroName(macro) === macroName(name));
  if ((known || isMacro) && words) report(taken({ name, what: 'Relation', span: words.span }, known?.span, into));
  else if (isSqlFunction(macroName(name)) && words) report(functionTaken({ name }, words.span));
  const says = declared.says && saysParts(declared.says, declared.left, declared.right, report);
  const made: bound.RelationDefinition = { kind: 'relation', name, left, right, says, body, span: declared.span };
  into.relations.set(name, made);
  return made;
}

/** In SQL a relation is a macro: words are joined, and case is not told apart. */
const macroName = (name: string): string => name.replaceAll(' ', '_').toLowerCase();
const macroNames: readonly string[] = ['distance', 'gap', 'overlap', 'called', 'called like', 'blocks'];
