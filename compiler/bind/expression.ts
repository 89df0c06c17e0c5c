/** AST -> bound, for expressions: every name is looked up, every unknown one told with what was perhaps meant. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { factNamed } from '../std/facts.js';
import { enumerationValues, functions, isFunction } from '../std/functions.js';
import type * as ast from '../syntax/ast.js';
import { unitNamed, units } from '../types/unit.js';
import type * as bound from './bound.js';
import { noHoles, notAnEntity, unknownFunction, unknownName, unknownUnit } from './errors.js';
import { finiteWords } from './finite.js';
import { tellNoRelation, written } from './no-relation.js';
import { bindPose } from './pose.js';
import { bindPick, bindQuantifier, bindSort, membersOf } from './quantifier.js';
import type { Scope } from './scope.js';
import { bindFrom, placeNamed } from './viewer.js';

/** What expressions may refer to besides the names in scope. */
export interface Library {
  readonly relations: ReadonlyMap<string, bound.RelationDefinition>;
  readonly facts: ReadonlyMap<string, bound.FactDefinition>;
  readonly report: Report;
  /** True inside a fact or relation: it knows its parameters, and no scene. */
  readonly inDefinition?: boolean;
}

export function bindExpression(e: ast.Expression, scope: Scope, library: Library): bound.Expression {
  const inner = (x: ast.Expression): bound.Expression => bindExpression(x, scope, library);
  const { span } = e;
  switch (e.kind) {
    case 'number':
      return number(e, scope, library.report);
    case 'text':
      if (e.braces) library.report(noHoles({ text: e.value }, span));
      return { kind: 'text', value: e.value, span };
    case 'boolean':
      return { kind: 'boolean', value: e.value, span };
    case 'name':
      return named(e.name, scope, library);
    case 'unknown':
      return { kind: 'unknown', span };
    case 'tuple':
      return { kind: 'tuple', items: e.items.map(inner), span };
    case 'set':
    case 'set name':
      return { kind: 'list', members: membersOf(e, scope, library), span };
    case 'orders':
      return { kind: 'orders', members: membersOf(e.of, scope, library), span };
    case 'member':
      return member(e, scope, library);
    case 'call':
      return call(e, scope, library);
    case 'unary':
      return { kind: 'unary', operator: e.operator, operand: inner(e.operand), span };
    case 'binary':
      return binary(e, scope, library);
    case 'between':
      return { kind: 'between', value: inner(e.value), low: inner(e.low), high: inner(e.high), span };
    case 'relation':
      return relation(e, scope, library);
    case 'from':
      return bindFrom(e, scope, library);
    case 'pose':
      return bindPose(e, scope, library);
    case 'if':
      return {
        kind: 'if',
        condition: inner(e.condition),
        consequent: inner(e.consequent),
        otherwise: inner(e.otherwise),
        span,
      };
    case 'pick':
      return bindPick(e, scope, library);
    case 'sort':
      return bindSort(e, scope, library);
    case 'quantifier':
      return bindQuantifier(e, scope, library);
  }
}

function binary(e: ast.Binary, scope: Scope, library: Library): bound.Expression {
  const { operator, by, span } = e;
  const equal = operator === '=' || operator === '!=';
  const side = (x: ast.Expression, other: ast.Expression): bound.Expression =>
    equal && isCategory(other) ? wordOr(x, scope, library) : bindExpression(x, scope, library);
  const [left, right] = [side(e.left, e.right), side(e.right, e.left)];
  return { kind: 'binary', operator, left, right, by: by && bindExpression(by, scope, library), span };
}

/** `a.category` */
const isCategory = (e: ast.Expression): boolean => e.kind === 'member' && e.name.text === 'category';

/** Where a noun is wanted: a name that means nothing is one without its quotes. */
function wordOr(e: ast.Expression, scope: Scope, library: Library): bound.Expression {
  if (e.kind !== 'name' || scope.find(e.name.text) || scope.isNear(e.name.text))
    return bindExpression(e, scope, library);
  const text = `"${e.name.text}"`;
  const problem = unknownName({ name: e.name.text, hint: `A noun is a text: \`${text}\`.` }, e.span);
  library.report({ ...problem, fix: { at: e.span, text } });
  return { kind: 'error', span: e.span };
}

function number(e: ast.NumberLiteral, scope: Scope, report: Report): bound.Expression {
  if (!e.unit) return { kind: 'number', value: e.value, unit: undefined, span: e.span };
  const unit = unitNamed(e.unit.text);
  if (unit) return { kind: 'number', value: e.value, unit, span: e.span };
  report(unknownUnit({ name: e.unit.text, hint: unitHint(e.unit.text, scope) }, e.unit.span));
  return { kind: 'error', span: e.span };
}

function unitHint(name: string, scope: Scope): string | undefined {
  const noun = scope.find(name);
  if (noun?.kind === 'entity' && noun.entity.kind === 'category')
    return `A number is printed with the noun of \`${name}\` where it has a name: \`{n ${name}}\`.`;
  const written = Object.entries(writtenOut).find(([, words]) => words.includes(name.toLowerCase()));
  const known = units.map((u) => u.name);
  return written ? `Did you mean \`${written[0]}\`?` : didYouMean(name, known);
}

/** How units are written elsewhere. */
const writtenOut: Readonly<Record<string, readonly string[]>> = {
  mm: ['millimetre', 'millimetres', 'millimeter', 'millimeters'],
  cm: ['centimetre', 'centimetres', 'centimeter', 'centimeters'],
  m: ['metre', 'metres', 'meter', 'meters'],
  km: ['kilometre', 'kilometres', 'kilometer', 'kilometers'],
  ft: ['foot', 'feet'],
  in: ['inch', 'inches'],
  l: ['litre', 'litres', 'liter', 'liters'],
  deg: ['degree', 'degrees'],
  px: ['pixel', 'pixels'],
  '%': ['percent'],
};

function member(e: ast.Member, scope: Scope, library: Library): bound.Expression {
  const of = bindExpression(e.of, scope, library);
  if (scope.find(e.name.text)?.kind === 'broken') return { kind: 'error', span: e.span };
  return { kind: 'member', of, name: memberName(e.name, scope), nameSpan: e.name.span, span: e.span };
}

/** `a.m`, where m stands for a fact or a component. */
function memberName(name: ast.Name, scope: Scope): string {
  const meaning = scope.find(name.text);
  if (meaning?.kind !== 'finite' || (meaning.domain !== 'measure' && meaning.domain !== 'component')) return name.text;
  scope.use(name.text);
  return meaning.value;
}

function named(name: ast.Name, scope: Scope, library: Library): bound.Expression {
  // A name of no letters is what could not be read.
  if (name.text === '') return { kind: 'error', span: name.span };
  const meaning = scope.use(name.text);
  if (meaning?.kind === 'entity') return { kind: 'entity', entity: meaning.entity, span: name.span };
  if (meaning?.kind === 'let') return { kind: 'let', let: meaning.let, span: name.span };
  if (meaning?.kind === 'list') return { kind: 'list', members: meaning.members, span: name.span };
  if (meaning?.kind === 'broken') return { kind: 'error', span: name.span };
  if (meaning?.kind === 'option') return { kind: 'option', span: name.span };
  if (meaning?.kind === 'finite')
    return meaning.domain === 'count'
      ? { kind: 'number', value: Number(meaning.value), unit: undefined, span: name.span }
      : { kind: 'words', words: finiteWords(meaning.domain, meaning.value, library), span: name.span };
  if (name.text === 'camera') return { kind: 'camera', span: name.span };
  if (enumerationValues.has(name.text)) return { kind: 'enumeration', value: name.text, span: name.span };
  library.report(unknownName({ name: name.text, hint: hintFor(name.text, scope) }, name.span));
  return { kind: 'error', span: name.span };
}

/** What is known where it does not stand, first. */
function hintFor(name: string, scope: Scope): string | undefined {
  return name === 'option'
    ? '`{option}` stands in a claim of choices: `claim "… {option} …" of choices`.'
    : scope.hint(name);
}

function call(e: ast.Call, scope: Scope, library: Library): bound.Expression {
  const callee = e.callee.text;
  const unknown = (hint: string | undefined): bound.Expression => {
    library.report(unknownFunction({ name: callee, hint }, e.callee.span));
    return { kind: 'error', span: e.span };
  };
  // Its unit is no value.
  if (callee === 'column')
    return unknown('A column is the whole of a fact: `fact grip (a: object) = column("grip_mm", unit: mm)`.');
  const values = e.arguments.map((a) => bindExpression(a.value, scope, library));
  if (isFunction(callee)) return { kind: 'call', callee, arguments: values, span: e.span };
  const [only, ...more] = e.arguments;
  if (only && more.length === 0 && (factNamed('object', callee) || library.facts.has(callee))) {
    const text = `${written(only.value) ?? 'a'}.${callee}`;
    const problem = unknownFunction(
      { name: callee, hint: `It is a fact of a thing: write \`${text}\`.` },
      e.callee.span,
    );
    library.report(written(only.value) === undefined ? problem : { ...problem, fix: { at: e.span, text } });
    return { kind: 'error', span: e.span };
  }
  return unknown(didYouMean(callee, Object.keys(functions)));
}

function relation(e: ast.Relation, scope: Scope, library: Library): bound.Expression {
  const words = relationWords(e.words, scope);
  if (words === 'blocks') return blocks(e, scope, library);
  const found = library.relations.get(words);
  const broken = scope.find(words)?.kind === 'broken';
  if (!found && !broken && words !== 'called') {
    // What stands beside words that are none may be no operand, either, and is not told of.
    for (const side of [e.left, e.right]) bindExpression(side, scope, { ...library, report: () => {} });
    tellNoRelation(e, words, library);
    return { kind: 'error', span: e.span };
  }
  const left = bindExpression(e.left, scope, library);
  const right = words === 'called' ? wordOr(e.right, scope, library) : bindExpression(e.right, scope, library);
  if (words === 'called') return { kind: 'called', thing: left, category: right, span: e.span };
  return found ? { kind: 'relation', relation: found, left, right, span: e.span } : { kind: 'error', span: e.span };
}

/** `a r b`, where r stands for a relation. */
function relationWords(words: readonly ast.Name[], scope: Scope): string {
  const [only, second] = words;
  const meaning = only && !second ? scope.find(only.text) : undefined;
  if (only && meaning?.kind === 'finite' && meaning.domain === 'relation') {
    scope.use(only.text);
    return meaning.value;
  }
  return words.map((w) => w.text).join(' ');
}

/** `x blocks b from a`: what stands after `from` is where one looks from, not a frame. */
function blocks(e: ast.Relation, scope: Scope, library: Library): bound.Expression {
  const seen = e.right.kind === 'from' && !e.right.toward && !e.right.turned ? e.right : undefined;
  if (!seen) {
    library.report(notAnEntity({ name: 'blocks', needed: 'complete: write `x blocks b from camera`' }, e.span));
    return { kind: 'error', span: e.span };
  }
  const eye = placeNamed(seen.viewer, scope, library.report);
  const [blocker, hidden] = [bindExpression(e.left, scope, library), bindExpression(seen.value, scope, library)];
  return eye ? { kind: 'blocks', blocker, hidden, eye, span: e.span } : { kind: 'error', span: e.span };
}

export function entityNamed(
  name: ast.Name,
  scope: Scope,
  report: Report,
  also: readonly string[],
): bound.Entity | undefined {
  const meaning = scope.use(name.text);
  if (meaning?.kind === 'entity') return meaning.entity;
  if (meaning?.kind === 'broken') return undefined;
  if (meaning) report(notAnEntity({ name: name.text, needed: 'an entity that `for` binds' }, name.span));
  else report(unknownName({ name: name.text, hint: scope.hint(name.text, also) }, name.span));
  return undefined;
}
