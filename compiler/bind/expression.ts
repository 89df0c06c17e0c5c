/** AST -> bound, for expressions: every name is looked up, every unknown one told with what was perhaps meant. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { enumerationValues, functions, isFunction } from '../std/functions.js';
import type * as ast from '../syntax/ast.js';
import { unitNamed, units } from '../types/unit.js';
import type * as bound from './bound.js';
import { alreadyDefined, notAnEntity, unknownFunction, unknownName, unknownRelation, unknownUnit } from './errors.js';
import type { Scope } from './scope.js';

/** What expressions may refer to besides the names in scope. */
export interface Library {
  readonly relations: ReadonlyMap<string, bound.RelationDefinition>;
  readonly report: Report;
}

export function bindExpression(e: ast.Expression, scope: Scope, library: Library): bound.Expression {
  const inner = (x: ast.Expression): bound.Expression => bindExpression(x, scope, library);
  const { span } = e;
  switch (e.kind) {
    case 'number':
      return number(e, library.report);
    case 'text':
      return { kind: 'text', value: e.value, span };
    case 'boolean':
      return { kind: 'boolean', value: e.value, span };
    case 'name':
      return named(e.name, scope, library.report);
    case 'member':
      return { kind: 'member', of: inner(e.of), name: e.name.text, nameSpan: e.name.span, span };
    case 'call':
      return call(e, scope, library);
    case 'unary':
      return { kind: 'unary', operator: e.operator, operand: inner(e.operand), span };
    case 'binary':
      return {
        kind: 'binary',
        operator: e.operator,
        left: inner(e.left),
        right: inner(e.right),
        by: e.by && inner(e.by),
        span,
      };
    case 'between':
      return { kind: 'between', value: inner(e.value), low: inner(e.low), high: inner(e.high), span };
    case 'relation':
      return relation(e, scope, library);
    case 'from':
      return from(e, scope, library);
    case 'if':
      return {
        kind: 'if',
        condition: inner(e.condition),
        consequent: inner(e.consequent),
        otherwise: inner(e.otherwise),
        span,
      };
    case 'pick':
      return pick(e, scope, library);
    case 'count':
      return count(e, scope, library);
  }
}

export function number(e: ast.NumberLiteral, report: Report): bound.Expression {
  if (!e.unit) return { kind: 'number', value: e.value, unit: undefined, span: e.span };
  const unit = unitNamed(e.unit.text);
  if (unit) return { kind: 'number', value: e.value, unit, span: e.span };
  report(
    unknownUnit(
      {
        name: e.unit.text,
        hint: didYouMean(
          e.unit.text,
          units.map((u) => u.name),
        ),
      },
      e.unit.span,
    ),
  );
  return { kind: 'error', span: e.span };
}

function named(name: ast.Name, scope: Scope, report: Report): bound.Expression {
  const meaning = scope.use(name.text);
  if (meaning?.kind === 'entity') return { kind: 'entity', entity: meaning.entity, span: name.span };
  if (meaning?.kind === 'let') return { kind: 'let', let: meaning.let, span: name.span };
  if (enumerationValues.has(name.text)) return { kind: 'enumeration', value: name.text, span: name.span };
  report(unknownName({ name: name.text, hint: scope.hint(name.text) }, name.span));
  return { kind: 'error', span: name.span };
}

function call(e: ast.Call, scope: Scope, library: Library): bound.Expression {
  const values = e.arguments.map((a) => bindExpression(a.value, scope, library));
  const callee = e.callee.text;
  if (isFunction(callee)) return { kind: 'call', callee, arguments: values, span: e.span };
  library.report(unknownFunction({ name: callee, hint: didYouMean(callee, Object.keys(functions)) }, e.callee.span));
  return { kind: 'error', span: e.span };
}

function relation(e: ast.Relation, scope: Scope, library: Library): bound.Expression {
  const left = bindExpression(e.left, scope, library);
  const right = bindExpression(e.right, scope, library);
  const words = e.words.map((w) => w.text).join(' ');
  if (words === 'called') return { kind: 'called', thing: left, category: right, span: e.span };
  const found = library.relations.get(words);
  if (found) return { kind: 'relation', relation: found, left, right, span: e.span };
  const at = { ...e.span, start: e.words[0]?.span.start ?? e.span.start, end: e.words.at(-1)?.span.end ?? e.span.end };
  library.report(
    unknownRelation({ name: words, hint: didYouMean(words, [...library.relations.keys(), 'called']) }, at),
  );
  return { kind: 'error', span: e.span };
}

function from(e: ast.From, scope: Scope, library: Library): bound.Expression {
  const value = bindExpression(e.value, scope, library);
  const { viewer, toward } = e;
  if ((viewer.text === 'world' || viewer.text === 'camera') && !toward) {
    return { kind: 'from', value, viewer: { kind: viewer.text }, span: e.span };
  }
  const at = entityNamed(viewer, scope, library.report, ['world', 'camera']);
  const target = toward && entityNamed(toward, scope, library.report, []);
  if (!at || (toward && !target)) return { kind: 'error', span: e.span };
  return { kind: 'from', value, viewer: { kind: 'entity', at, toward: target }, span: e.span };
}

export function entityNamed(
  name: ast.Name,
  scope: Scope,
  report: Report,
  also: readonly string[],
): bound.Entity | undefined {
  const meaning = scope.use(name.text);
  if (meaning?.kind === 'entity') return meaning.entity;
  if (meaning) report(notAnEntity({ name: name.text, needed: 'an entity that `for` binds' }, name.span));
  else report(unknownName({ name: name.text, hint: scope.hint(name.text, also) }, name.span));
  return undefined;
}

function pick(e: ast.Pick, scope: Scope, library: Library): bound.Expression {
  const members = e.members.flatMap((m) => entityNamed(m, scope, library.report, []) ?? []);
  const kind = members[0]?.kind;
  if (!kind || members.length < e.members.length) return { kind: 'error', span: e.span };
  const variable: bound.Entity = { name: e.variable.text, kind, role: 'member', span: e.variable.span };
  const inside = withEntity(variable, scope, library.report);
  return { kind: 'pick', variable, members, most: e.most, by: bindExpression(e.by, inside, library), span: e.span };
}

function count(e: ast.Count, scope: Scope, library: Library): bound.Expression {
  objectsOnly(e.entity, library.report);
  const variable: bound.Entity = { name: e.variable.text, kind: 'object', role: 'member', span: e.variable.span };
  const inside = withEntity(variable, scope, library.report);
  return { kind: 'count', other: e.other, variable, where: bindExpression(e.where, inside, library), span: e.span };
}

/** Counts and relations are about objects; other entities come later. */
export function objectsOnly(kind: ast.Name, report: Report): void {
  if (kind.text !== 'object')
    report(notAnEntity({ name: kind.text, needed: 'known here: counts and relations are about `object`' }, kind.span));
}

function withEntity(entity: bound.Entity, scope: Scope, report: Report): Scope {
  const inside = scope.inside();
  if (!inside.define(entity.name, { kind: 'entity', entity })) {
    report(alreadyDefined({ name: entity.name, what: 'The name' }, entity.span));
  }
  return inside;
}
