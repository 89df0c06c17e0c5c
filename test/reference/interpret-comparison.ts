/** Comparisons as written: their margin from the two sides, from `by`, or none under `exactly`. */
import type * as ast from '../../compiler/syntax/ast.js';
import { about, asRange, EXACT, less, type Margin, type MarginSettings, marginOf, rangeLess } from './comparison.js';
import { evaluateIn, type Scope } from './interpret.js';
import { not, or, type Truth } from './kleene.js';
import { type Bounds, isSame, plain, type Quantity, type Range, type TruthValue, truth, type Value } from './value.js';

export function compare(scope: Scope, expression: ast.Binary, exactly: boolean): TruthValue {
  const left = evaluateIn(scope, expression.left);
  const right = evaluateIn(scope, expression.right);
  const { operator } = expression;
  if (left.kind === 'unknown' || right.kind === 'unknown') return truth(null);
  if (left.kind === 'range' || right.kind === 'range') {
    const margin = exactly
      ? EXACT
      : (marginBy(scope, expression.by) ?? marginOf('signed', 'signed', scope.context.settings));
    return truth(compareRanges(operator, measured(left), measured(right), margin));
  }
  if (left.kind === 'quantity' && right.kind === 'quantity') {
    const [a, b] = withRatioScale(left, right);
    const margin = exactly
      ? EXACT
      : (marginBy(scope, expression.by) ?? marginOf(a.measure, b.measure, scope.context.settings));
    const isCount = a.bounds !== undefined || b.bounds !== undefined;
    return truth(isCount ? compareCounts(operator, a, b) : compareQuantities(operator, a, b, margin));
  }
  if (operator === '=') return truth(same(left, right));
  if (operator === '!=') return truth(not(same(left, right)));
  throw new Error(`no ${operator} between a ${left.kind} and a ${right.kind}`);
}

/** Whether one quantity is clearly less than another, counts by their bounds. */
export function isClearlyLess(left: Quantity, right: Quantity, margins: MarginSettings): boolean {
  const [a, b] = withRatioScale(left, right);
  if (a.bounds !== undefined || b.bounds !== undefined) return compareCounts('<', a, b) === true;
  return less(a.amount, b.amount, marginOf(a.measure, b.measure, margins)) === true;
}

function measured(value: Value): Quantity | Range {
  if (value.kind === 'quantity' || value.kind === 'range') return value;
  throw new Error(`a ${value.kind} has no order`);
}

/** A plain number beside a ratio is a ratio: `a.width / b.width > 2`. */
function withRatioScale(left: Quantity, right: Quantity): readonly [Quantity, Quantity] {
  const scaled = (value: Quantity): Quantity =>
    value.measure === 'number'
      ? { ...value, measure: 'ratio', amount: value.amount === null ? null : value.amount * 1e9 }
      : value;
  return left.measure === 'ratio' || right.measure === 'ratio' ? [scaled(left), scaled(right)] : [left, right];
}

/** `by 30 cm` sets the absolute part alone, `by 30%` the relative part alone. */
function marginBy(scope: Scope, by: ast.Expression | undefined): Margin | undefined {
  if (by === undefined) return undefined;
  const value = evaluateIn(scope, by);
  if (value.kind !== 'quantity' || value.amount === null) throw new Error('`by` takes a known quantity');
  return value.measure === 'ratio'
    ? { absolute: 0, relativePpm: value.amount / 1000, twoValued: false }
    : { absolute: value.amount, relativePpm: 0, twoValued: false };
}

function compareQuantities(operator: ast.BinaryOperator, a: Quantity, b: Quantity, margin: Margin): Truth {
  const below = less(a.amount, b.amount, margin);
  const above = less(b.amount, a.amount, margin);
  switch (operator) {
    case '<':
      return below;
    case '>':
      return above;
    case 'is about':
      return about(a.amount, b.amount, margin);
    case '<=':
      return exactOnly(margin, not(above));
    case '>=':
      return exactOnly(margin, not(below));
    case '=':
      return exactOnly(margin, not(or([below, above])));
    case '!=':
      return exactOnly(margin, or([below, above]));
    case 'or':
    case 'and':
    case '+':
    case '-':
    case '*':
    case '/':
      throw new Error(`${operator} is no comparison`);
  }
}

/** Counts are compared by their bounds: true iff surely so, false iff surely not. */
function compareCounts(operator: ast.BinaryOperator, a: Quantity, b: Quantity): Truth {
  const [p, q] = [boundsOf(a), boundsOf(b)];
  if (p === null || q === null) return null;
  const surely = (yes: boolean, no: boolean): Truth => (yes ? true : no ? false : null);
  const same = surely(p.low === p.high && q.low === q.high && p.low === q.low, p.high < q.low || q.high < p.low);
  switch (operator) {
    case '<':
      return surely(p.high < q.low, p.low >= q.high);
    case '>':
      return surely(p.low > q.high, p.high <= q.low);
    case '<=':
      return surely(p.high <= q.low, p.low > q.high);
    case '>=':
      return surely(p.low >= q.high, p.high < q.low);
    case '=':
      return same;
    case '!=':
      return not(same);
    case 'is about':
    case 'or':
    case 'and':
    case '+':
    case '-':
    case '*':
    case '/':
      throw new Error(`${operator} is no comparison of counts`);
  }
}

function boundsOf({ bounds, amount }: Quantity): Bounds | null {
  return bounds ?? (amount === null ? null : { low: amount, high: amount });
}

function exactOnly(margin: Margin, found: Truth): Truth {
  if (!margin.twoValued) throw new Error('measured values have no equality');
  return found;
}

function compareRanges(operator: ast.BinaryOperator, a: Quantity | Range, b: Quantity | Range, margin: Margin): Truth {
  if (operator === '<') return rangeLess(asRange(a), asRange(b), margin);
  if (operator === '>') return rangeLess(asRange(b), asRange(a), margin);
  throw new Error(`no ${operator} between spans`);
}

/** Words, truths and things: equal when they are the same; unknown when either is. */
function same(left: Value, right: Value): Truth {
  const [a, b] = [plain(left), plain(right)];
  return a === null || b === null ? null : isSame(left, right);
}
