/** `the x in S with least f`, with a rank, or of the scene's objects; and `sort`. Unknown wherever two are too close to call. */
import type * as ast from '../../compiler/syntax/ast.js';
import { calledCategories } from './called-categories.js';
import { isCertain } from './candidates.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { isClearlyLess } from './interpret-comparison.js';
import { membersOf, withName } from './interpret-sets.js';
import type { Truth } from './kleene.js';
import { type ObjectValue, type Quantity, unknownLike, type Value } from './value.js';

/** One that may be the one: whether it is a member, and how much it has. */
interface Entrant {
  readonly value: Value;
  readonly isMember: Truth;
  readonly measure: Quantity;
}

type Order = 'least' | 'greatest';

export function pickMember(scope: Scope, expression: ast.Pick): Value {
  const { over } = expression.range;
  if (over.kind === 'scene') return pickOfScene(scope, expression, over.other);
  const members = membersOf(scope, over.set);
  const [first] = members;
  if (first === undefined) throw new Error('an empty set has no least');
  const rank = expression.rank === undefined ? 1 : numberOf(evaluateIn(scope, expression.rank));
  const entrants = members.map((value) => entrant(scope, expression, value));
  return winner(scope, entrants, expression.most, rank) ?? unknownLike(first);
}

/** The certain candidate that clearly stands before every other candidate that may be meant. */
function pickOfScene(scope: Scope, expression: ast.Pick, other: boolean): ObjectValue {
  const nothing: ObjectValue = { kind: 'object', row: null };
  if (expression.rank !== undefined) throw new Error('the definition gives no rank among the things of a scene');
  const categories = calledCategories(scope, expression.range);
  const { context } = scope;
  if (!categories.every((category) => category !== null && context.covered.has(category))) return nothing;
  const rows = context.candidates.filter((row) => !(other && scope.bound.has(row.objectId)));
  const entrants = rows.map((row): Entrant => {
    const found = entrant(scope, expression, { kind: 'object', row });
    return found.isMember === true && !isCertain(row) ? { ...found, isMember: null } : found;
  });
  const found = winner(scope, entrants, expression.most, 1);
  // Alone among those that may be meant, it still must have as much as is known.
  const isKnown = entrants.some(({ value, measure }) => value === found && measure.amount !== null);
  if (!isKnown) return nothing;
  return found?.kind === 'object' ? found : nothing;
}

function entrant(scope: Scope, { range, by }: ast.Pick, value: Value): Entrant {
  const inner = withName(scope, range.variable, value);
  const isMember = range.where === undefined ? true : truthOf(inner, range.where);
  return { value, isMember, measure: measureOf(inner, by) };
}

function measureOf(scope: Scope, by: ast.Expression): Quantity {
  const measure = evaluateIn(scope, by);
  if (measure.kind !== 'quantity') throw new Error('only quantities have a least');
  return measure;
}

function numberOf(value: Value): number {
  if (value.kind !== 'quantity' || value.amount === null) throw new Error('a rank is a number');
  return value.amount;
}

/** The sure member with exactly `rank - 1` sure members clearly before it, and all others clearly after it. */
function winner(scope: Scope, entrants: readonly Entrant[], most: Order, rank: number): Value | undefined {
  const field = entrants.filter(({ isMember }) => isMember !== false);
  const won = field.find((each) => {
    if (each.isMember !== true) return false;
    const others = field.filter((other) => other !== each);
    const before = others.filter((other) => isBefore(scope, most, other.measure, each.measure));
    const after = others.filter((other) => isBefore(scope, most, each.measure, other.measure));
    const isSure = before.every(({ isMember }) => isMember === true);
    return isSure && before.length === rank - 1 && before.length + after.length === others.length;
  });
  return won?.value;
}

function isBefore(scope: Scope, most: Order, a: Quantity, b: Quantity): boolean {
  const { settings } = scope.context;
  return most === 'least' ? isClearlyLess(a, b, settings) : isClearlyLess(b, a, settings);
}

/** The members in order; unknown unless every two are clearly apart. */
export function sortMembers(scope: Scope, { variable, set, most, by }: ast.Sort): Value {
  const entries = membersOf(scope, set).map((value) => ({
    value,
    measure: measureOf(withName(scope, variable, value), by),
  }));
  const ranked = entries.map((each) => ({
    ...each,
    place: entries.filter((other) => isBefore(scope, most, other.measure, each.measure)).length,
    apart: entries.filter(
      (other) =>
        isBefore(scope, most, other.measure, each.measure) || isBefore(scope, most, each.measure, other.measure),
    ).length,
  }));
  if (ranked.some(({ apart }) => apart < entries.length - 1)) return { kind: 'list', items: null };
  return { kind: 'list', items: [...ranked].sort((a, b) => a.place - b.place).map(({ value }) => value) };
}
