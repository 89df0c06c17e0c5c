/**
 * AST -> bound, for sets: `the x in S with …`, `sort`, `count`, `any`, `all`.
 * Over a named set the variable is put in: one bound expression per member. Over the scene it stays a variable.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined, memberTwice, notAnEntity, notHere, unknownName } from './errors.js';
import { bindExpression, entityNamed, type Library } from './expression.js';
import type { Meaning, Scope } from './scope.js';

/** The members of a set; empty after telling that it is none. */
export function membersOf(set: ast.SetExpression, scope: Scope, library: Library): readonly bound.Entity[] {
  const { report } = library;
  if (set.kind === 'set') {
    const members = set.members.flatMap((m) => entityNamed(m, scope, report, []) ?? []);
    if (members.length < set.members.length) return [];
    const again = set.members.find((_, i) => members.some((m, j) => j < i && m === members[i]));
    if (again) report(memberTwice({ name: again.text }, again.span));
    return again ? [] : members;
  }
  if (set.kind === 'orders') {
    report(notHere({ what: '`orders of` a set', hint: 'It stands after `in`, or after `choices`.' }, set.span));
    return [];
  }
  const meaning = scope.use(set.name.text);
  if (meaning?.kind === 'list') return meaning.members;
  if (meaning?.kind === 'broken') return [];
  if (meaning)
    report(notAnEntity({ name: set.name.text, needed: 'a set: one that `for` draws, or `{a, b}`' }, set.name.span));
  else report(unknownName({ name: set.name.text, hint: scope.hint(set.name.text) }, set.name.span));
  return [];
}

/** `e` once for each member, the variable standing for it. */
function forEach<T>(
  variable: ast.Name,
  meanings: readonly Meaning[],
  scope: Scope,
  report: Report,
  bind: (inside: Scope) => T,
): readonly T[] {
  return meanings.map((meaning) => {
    const inside = scope.inside();
    if (!inside.define(variable.text, meaning))
      report(alreadyDefined({ name: variable.text, what: 'The name' }, variable.span));
    return bind(inside);
  });
}

const asEntities = (members: readonly bound.Entity[]): readonly Meaning[] =>
  members.map((entity) => ({ kind: 'entity', entity }));

export function bindPick(e: ast.Pick, scope: Scope, library: Library): bound.Expression {
  const { range, most, span } = e;
  const failed: bound.Expression = { kind: 'error', span };
  if (range.over.kind === 'scene') {
    const hint = 'Give it a name: `let n = the object x where … with least …`.';
    library.report(notHere({ what: 'A choice among all things of the scene', hint }, span));
    return failed;
  }
  if (range.where) {
    library.report(
      notHere({ what: '`where` after a set', hint: 'Say it in a `where` of the task.' }, range.where.span),
    );
    return failed;
  }
  const { set } = range.over;
  if (set.kind === 'orders') return pickOrder(e, set, scope, library);
  const members = membersOf(set, scope, library);
  if (members.length === 0) return failed;
  const by = forEach(range.variable, asEntities(members), scope, library.report, (inside) =>
    bindExpression(e.by, inside, library),
  );
  const rank = e.rank && bindRank(e.rank, scope, library);
  if (e.rank && rank === undefined) return failed;
  return { kind: 'pick', members, by, rank, most, span };
}

function bindRank(written: ast.Expression, scope: Scope, library: Library): number | undefined {
  const rank = bindExpression(written, scope, library);
  if (rank.kind === 'number' && !rank.unit && Number.isInteger(rank.value) && rank.value > 0) return rank.value;
  if (rank.kind !== 'error')
    library.report(notHere({ what: 'This rank', hint: 'Write a number, or a `count k in 2..4`.' }, written.span));
  return undefined;
}

/** More would be 120 lengths to compare. */
const mostOrdered = 4;

function pickOrder(
  e: ast.Pick,
  set: Extract<ast.SetExpression, { kind: 'orders' }>,
  scope: Scope,
  library: Library,
): bound.Expression {
  const members = membersOf(set.of, scope, library);
  if (members.length === 0) return { kind: 'error', span: e.span };
  if (members.length > mostOrdered || e.rank) {
    const what = e.rank ? '`rank` of an order' : `Orders of more than ${mostOrdered} things`;
    library.report(notHere({ what, hint: undefined }, e.rank?.span ?? set.span));
    return { kind: 'error', span: e.span };
  }
  const orders = permutations(members).map((order): Meaning => ({ kind: 'list', members: order }));
  const by = forEach(e.range.variable, orders, scope, library.report, (inside) =>
    bindExpression(e.by, inside, library),
  );
  return { kind: 'pick order', members, by, most: e.most, span: e.span };
}

/** In lexicographic order of places. */
export function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [first, ...rest] as const),
  );
}

export function bindSort(e: ast.Sort, scope: Scope, library: Library): bound.Expression {
  const members = membersOf(e.set, scope, library);
  if (members.length === 0) return { kind: 'error', span: e.span };
  const by = forEach(e.variable, asEntities(members), scope, library.report, (inside) =>
    bindExpression(e.by, inside, library),
  );
  return { kind: 'sort', members, by, most: e.most, span: e.span };
}

export function bindQuantifier(e: ast.Quantifier, scope: Scope, library: Library): bound.Expression {
  const { quantifier, range, span } = e;
  if ((quantifier === 'all') !== (e.holds !== undefined)) {
    const hint = quantifier === 'all' ? 'Write `all(x in xs, p)`.' : `Write \`${quantifier}(x in xs where p)\`.`;
    library.report(notHere({ what: quantifier === 'all' ? '`all` without a condition' : 'This comma', hint }, span));
    return { kind: 'error', span };
  }
  return range.over.kind === 'set'
    ? overSet(e, range.over.set, scope, library)
    : overScene(e, range.over, scope, library);
}

function overSet(e: ast.Quantifier, set: ast.SetExpression, scope: Scope, library: Library): bound.Expression {
  const members = membersOf(set, scope, library);
  const { span } = e;
  const conditions = forEach(
    e.range.variable,
    asEntities(members),
    scope,
    library.report,
    (inside): bound.Expression => {
      const where = e.range.where && bindExpression(e.range.where, inside, library);
      const holds = e.holds && bindExpression(e.holds, inside, library);
      if (!holds) return where ?? { kind: 'boolean', value: true, span };
      return where
        ? {
            kind: 'binary',
            operator: 'or',
            left: { kind: 'unary', operator: 'not', operand: where, span },
            right: holds,
            by: undefined,
            span,
          }
        : holds;
    },
  );
  const [first, ...rest] = conditions;
  if (!first) return { kind: 'error', span };
  if (e.quantifier === 'count') return { kind: 'tally', conditions, span };
  const operator = e.quantifier === 'any' ? 'or' : 'and';
  return rest.reduce<bound.Expression>(
    (left, right) => ({ kind: 'binary', operator, left, right, by: undefined, span }),
    first,
  );
}

function overScene(
  e: ast.Quantifier,
  over: Extract<ast.Range['over'], { kind: 'scene' }>,
  scope: Scope,
  library: Library,
): bound.Expression {
  if (library.inDefinition) {
    const hint = 'A fact or relation speaks of what it is given; count in a `let` of the task.';
    library.report(notHere({ what: `\`${e.quantifier}\` over the scene`, hint }, e.span));
    return { kind: 'error', span: e.span };
  }
  const { variable, inside } = sceneVariable(e.range, over, scope, library);
  const where = e.range.where;
  if (!where) {
    const hint = `Say what it is: \`${over.entity.text} ${e.range.variable.text} where ${e.range.variable.text} called c\`.`;
    library.report(notHere({ what: 'A range over everything', hint }, e.range.span));
    return { kind: 'error', span: e.span };
  }
  return {
    kind: 'count',
    quantifier: e.quantifier,
    other: over.other,
    picked: scope.picked(),
    variable,
    where: bindExpression(where, inside, library),
    holds: e.holds && bindExpression(e.holds, inside, library),
    range: e.range.span,
    span: e.span,
  };
}

/** `let n = the object x where p with least f`. */
export function bindScenePick(e: ast.Pick, scope: Scope, library: Library): bound.ScenePick | undefined {
  const { over, where } = e.range;
  if (over.kind !== 'scene') return undefined;
  const { variable, inside } = sceneVariable(e.range, over, scope, library);
  if (!where || e.rank) {
    const hint = where
      ? 'Only `least` and `greatest` are known here.'
      : `Say what it is: \`where ${variable.name} called c\`.`;
    library.report(notHere({ what: where ? '`rank`' : 'A choice among everything', hint }, e.range.span));
    return undefined;
  }
  return {
    other: over.other,
    picked: scope.picked(),
    variable,
    where: bindExpression(where, inside, library),
    most: e.most,
    by: bindExpression(e.by, inside, library),
    range: e.range.span,
    span: e.span,
  };
}

function sceneVariable(
  range: ast.Range,
  over: Extract<ast.Range['over'], { kind: 'scene' }>,
  scope: Scope,
  library: Library,
): { readonly variable: bound.Entity; readonly inside: Scope } {
  objectsOnly(over.entity, library.report);
  const { text, span } = range.variable;
  const variable: bound.Entity = { name: text, kind: 'object', role: 'member', span };
  const inside: Scope = scope.inside();
  if (!inside.define(text, { kind: 'entity', entity: variable }))
    library.report(alreadyDefined({ name: text, what: 'The name' }, span));
  return { variable, inside };
}

/** Counts and relations are about objects. */
export function objectsOnly(kind: ast.Name, report: Report): void {
  if (kind.text !== 'object')
    report(notAnEntity({ name: kind.text, needed: 'known here: counts and relations are about `object`' }, kind.span));
}
