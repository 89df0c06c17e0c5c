/** `the x in {a, b} with least f` and `count(object x where p)`: unknown wherever the members leave it open. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { isCertain } from './candidates.js';
import { less, marginOf } from './comparison.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { wordsOf } from './scene-context.js';
import { type Quantity, quantity, unknownLike, type Value } from './value.js';

/** A crowd region may hold any number of things. */
const CROWD = 1_000_000;

function withName(scope: Scope, name: ast.Name, value: Value): Scope {
  return { ...scope, names: new Map([...scope.names, [name.text, value]]) };
}

/** The member clearly less (greater) than every other. */
export function pickMember(scope: Scope, { variable, members, most, by }: ast.Pick): Value {
  const entries = members.map((name) => {
    const value = scope.names.get(name.text);
    if (value === undefined) throw new Error(`no ${name.text} to pick`);
    const measure = evaluateIn(withName(scope, variable, value), by);
    if (measure.kind !== 'quantity') throw new Error('only quantities have a least');
    return { value, measure };
  });
  const before = (a: Quantity, b: Quantity) => {
    const margin = marginOf(a.measure, b.measure, scope.context.settings.length);
    return most === 'least' ? less(a.amount, b.amount, margin) : less(b.amount, a.amount, margin);
  };
  const winner = entries.find((entry) =>
    entries.every((other) => other === entry || before(entry.measure, other.measure) === true),
  );
  const [first] = entries;
  if (first === undefined) throw new Error('an empty set has no least');
  return winner?.value ?? unknownLike(first.value);
}

/** Known iff its two bounds meet: certain members that are true, and all members that may be. */
export function countWhere(scope: Scope, expression: ast.Count): Value {
  const { context } = scope;
  const categories = calledCategories(scope, expression);
  if (categories.length === 0) throw new Error('a count says what it counts: `x called c`');
  if (!categories.every((category) => category !== null && context.covered.has(category)))
    return quantity('count', null);
  const members = context.candidates.filter((row) => !(expression.other && scope.bound.has(row.objectId)));
  let low = 0;
  let high = 0;
  for (const row of members) {
    const holds = truthOf(withName(scope, expression.variable, { kind: 'object', row }), expression.where);
    if (holds === false) continue;
    if (holds === true && isCertain(row)) low += 1;
    high += weight(row);
  }
  return { ...quantity('count', low === high ? low : null), bounds: { low, high } };
}

function weight(row: ObjectRow): number {
  return row.crowd ? CROWD : 1;
}

/** The names that the conjuncts `x called c` of a count say, in the scope of the count. */
export function calledCategories(scope: Scope, { variable, where }: ast.Count): readonly (string | null)[] {
  return calledNames(variable, where).map((right) => {
    const value = evaluateIn(scope, right);
    if (value.kind !== 'word') throw new Error('`called` takes a name');
    return value.text;
  });
}

/** What stands right of `called` in the conjuncts about the counted variable. */
function calledNames(variable: ast.Name, where: ast.Expression): readonly ast.Expression[] {
  if (where.kind === 'binary' && where.operator === 'and') {
    return [...calledNames(variable, where.left), ...calledNames(variable, where.right)];
  }
  const isCalled =
    where.kind === 'relation' &&
    wordsOf(where.words) === 'called' &&
    where.left.kind === 'name' &&
    where.left.name.text === variable.text;
  return isCalled ? [where.right] : [];
}
