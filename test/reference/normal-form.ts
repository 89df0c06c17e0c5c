/**
 * A normal form of conditions as text: `let`s and relations expanded, comparisons turned one way, `not` pushed to
 * the comparisons, sides of symmetric functions sorted. Equal text means equal conditions; the converse is not promised.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { namesIn } from './expression-parts.js';
import { type Definitions, wordsOf } from './scene-context.js';

type Meaning =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'expression'; readonly expression: ast.Expression; readonly scope: NormalScope };

export interface NormalScope {
  readonly definitions: Definitions;
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** How many quantified variables stand around: their names are forgotten. */
  readonly depth: number;
}

const list = (head: string, parts: readonly string[]): string => `${head}(${parts.join(',')})`;
const sorted = (head: string, parts: readonly string[]): string => list(head, [...parts].sort());

/** A condition, or its negation. */
export function normalForm(condition: ast.Expression, scope: NormalScope, negated: boolean): string {
  const into = (part: ast.Expression, flip = negated) => normalForm(part, scope, flip);
  switch (condition.kind) {
    case 'name': {
      const meaning = scope.meanings.get(condition.name.text);
      if (meaning?.kind === 'expression') return normalForm(meaning.expression, meaning.scope, negated);
      return atom(valueForm(condition, scope), negated);
    }
    case 'boolean':
      return String(condition.value !== negated);
    case 'unary':
      if (condition.operator === 'not') return into(condition.operand, !negated);
      return condition.operator === 'exactly'
        ? exactly(condition.operand, scope, negated)
        : atom(valueForm(condition, scope), negated);
    case 'binary':
      if (condition.operator === 'and' || condition.operator === 'or') {
        const head = (condition.operator === 'and') === negated ? 'or' : 'and';
        return sorted(
          head,
          operandsOf(condition, condition.operator).map((part) => into(part)),
        );
      }
      return comparison(condition, scope, negated, false);
    case 'between':
      return between(condition, scope, negated, false);
    case 'relation':
      return relation(condition, scope, negated);
    case 'call':
      if (condition.callee.text !== 'agree') return atom(valueForm(condition, scope), negated);
      return sorted(
        'agree',
        condition.arguments.map(({ value }) => into(value)),
      );
    case 'if':
      return branches(condition, scope, (branch) => into(branch));
    case 'number':
    case 'text':
    case 'member':
    case 'from':
    case 'pose':
    case 'pick':
    case 'sort':
    case 'quantifier':
    case 'set':
    case 'set name':
    case 'orders':
    case 'tuple':
    case 'unknown':
      return atom(valueForm(condition, scope), negated);
  }
}

/** `p and q and r`, however it is bracketed. */
export function operandsOf(condition: ast.Expression, operator: 'and' | 'or'): readonly ast.Expression[] {
  if (condition.kind !== 'binary' || condition.operator !== operator) return [condition];
  return [...operandsOf(condition.left, operator), ...operandsOf(condition.right, operator)];
}

const atom = (text: string, negated: boolean): string => (negated ? list('not', [text]) : text);

function exactly(operand: ast.Expression, scope: NormalScope, negated: boolean): string {
  if (operand.kind === 'binary') return comparison(operand, scope, negated, true);
  if (operand.kind === 'between') return between(operand, scope, negated, true);
  return atom(list('exactly', [valueForm(operand, scope)]), negated);
}

function between(
  { value, low, high, span }: ast.Between,
  scope: NormalScope,
  negated: boolean,
  exact: boolean,
): string {
  const less = (left: ast.Expression, right: ast.Expression) =>
    comparison({ kind: 'binary', operator: '<', left, right, by: undefined, span }, scope, negated, exact);
  return sorted(negated ? 'or' : 'and', [less(low, value), less(value, high)]);
}

/** `x > y` is `y < x`; under a margin the negation of `x < y` is `y < x`, of exact numbers it is `y <= x`. */
function comparison(expression: ast.Binary, scope: NormalScope, negated: boolean, exact: boolean): string {
  const { operator, left, right } = expression;
  const by = expression.by === undefined ? '' : valueForm(expression.by, scope);
  const isExact = exact || isCount(left, scope) || isCount(right, scope);
  const mode = `${isExact ? 'exact' : 'margin'} ${by}`;
  const sides = [left, right] as const;
  if (operator === '=' || operator === '!=') {
    const head = (operator === '=') === negated ? '!=' : '=';
    return eitherSign(sides, scope, (l, r) => sorted(head, [l, r]));
  }
  if (operator === 'is about')
    return atom(
      eitherSign(sides, scope, (l, r) => sorted(`about ${mode}`, [l, r])),
      negated,
    );
  const turned = operator === '>' || operator === '>=';
  const [low, high] = turned ? [right, left] : [left, right];
  const strict = operator === '<' || operator === '>';
  if (!negated) return ordered(strict ? '<' : '<=', low, high, mode, scope);
  return ordered(isExact && strict ? '<=' : '<', high, low, mode, scope);
}

/** `x < y` is `-y < -x`. */
function ordered(
  operator: string,
  low: ast.Expression,
  high: ast.Expression,
  mode: string,
  scope: NormalScope,
): string {
  const head = `${operator} ${mode}`;
  return eitherSign(
    [low, high],
    scope,
    (l, h) => list(head, [l, h]),
    (l, h) => list(head, [h, l]),
  );
}

/** The form of two values, or that of both with the contrary sign, which means the same: the first by its text. */
function eitherSign(
  [left, right]: readonly [ast.Expression, ast.Expression],
  scope: NormalScope,
  form: (left: string, right: string) => string,
  turned = form,
): string {
  const plain = form(valueForm(left, scope), valueForm(right, scope));
  const [minusLeft, minusRight] = [opposite(left, scope), opposite(right, scope)];
  if (minusLeft === undefined || minusRight === undefined) return plain;
  return first(plain, turned(minusLeft, minusRight));
}

const first = (one: string, other: string): string => (one < other ? one : other);

/** The form of `-x`, of what is not rounded: a number, a difference, a sum of such, a word of such a difference of places. */
function opposite(expression: ast.Expression, scope: NormalScope): string | undefined {
  switch (expression.kind) {
    case 'number':
      return valueForm({ ...expression, value: 0 - expression.value }, scope);
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? opposite(meaning.expression, meaning.scope) : undefined;
    }
    case 'unary':
      return expression.operator === '-' ? valueForm(expression.operand, scope) : undefined;
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '-') return valueForm({ ...expression, left: right, right: left }, scope);
      const sides = operator === '+' ? [opposite(left, scope), opposite(right, scope)] : [];
      const known = sides.flatMap((side) => side ?? []);
      return known.length === 2 ? sorted('+', known) : undefined;
    }
    case 'member': {
      const of = opposite(expression.of, scope);
      return of && list('.', [of, expression.name.text]);
    }
    default:
      return undefined;
  }
}

/** `if p then x else y` is `if not p then y else x`. */
function branches(
  { condition, consequent, otherwise }: ast.If,
  scope: NormalScope,
  into: (branch: ast.Expression) => string,
): string {
  const [holds, fails] = [normalForm(condition, scope, false), normalForm(condition, scope, true)];
  const [x, y] = [into(consequent), into(otherwise)];
  return holds < fails ? list('if', [holds, x, y]) : list('if', [fails, y, x]);
}

function relation(expression: ast.Relation, scope: NormalScope, negated: boolean): string {
  const { left, right } = expression;
  const declaration = scope.definitions.relations.get(wordsOf(expression.words));
  if (declaration === undefined) {
    return atom(list(wordsOf(expression.words), [valueForm(left, scope), valueForm(right, scope)]), negated);
  }
  const meanings: NormalScope['meanings'] = new Map([
    [declaration.left.text, { kind: 'expression', expression: left, scope }],
    [declaration.right.text, { kind: 'expression', expression: right, scope }],
  ]);
  return normalForm(declaration.body, { ...scope, meanings }, negated);
}

/** Counts and plain numbers are exact, so that `<` has two values. */
function isCount(expression: ast.Expression, scope: NormalScope): boolean {
  if (expression.kind === 'quantifier') return expression.quantifier === 'count';
  if (expression.kind === 'name') {
    const meaning = scope.meanings.get(expression.name.text);
    return meaning?.kind === 'expression' && isCount(meaning.expression, meaning.scope);
  }
  if (expression.kind === 'binary' && (expression.operator === '+' || expression.operator === '-')) {
    return isCount(expression.left, scope) || isCount(expression.right, scope);
  }
  return false;
}

/** Functions of two things that are alike both ways. */
const SYMMETRIC = ['distance', 'gap'];

function callForm({ callee: { text }, arguments: given }: ast.Call, scope: NormalScope): string {
  const parts = given.map(({ value }) => valueForm(value, scope));
  const [one, two] = given.map(({ value }) => value);
  if (one === undefined || SYMMETRIC.includes(text)) return sorted(text, parts);
  if (text === 'angle' && two !== undefined) return eitherSign([one, two], scope, (l, r) => sorted(text, [l, r]));
  if (text === 'length') return lengthForm(one, two, scope);
  return text === 'abs' ? unsigned(text, one, scope) : list(text, parts);
}

/** Of a vector, or of a list: a way is as long back as there. */
function lengthForm(one: ast.Expression, two: ast.Expression | undefined, scope: NormalScope): string {
  const start = two === undefined ? [] : [valueForm(one, scope)];
  const members = membersIn(two ?? one, scope);
  if (members === undefined && two === undefined) return unsigned('length', one, scope);
  if (members === undefined) return list('length', [...start, valueForm(two ?? one, scope)]);
  const way = [...start, ...members];
  return first(list('length', way), list('length', way.toReversed()));
}

/** Of a set that is written out. */
function membersIn(set: ast.Expression, scope: NormalScope): readonly string[] | undefined {
  if (set.kind === 'set') return set.members.map(({ text }) => named(text, scope));
  const meaning = set.kind === 'name' ? scope.meanings.get(set.name.text) : undefined;
  return meaning?.kind === 'expression' ? membersIn(meaning.expression, meaning.scope) : undefined;
}

/** A magnitude is that of a value and of its contrary. */
function unsigned(head: string, of: ast.Expression, scope: NormalScope): string {
  const [plain, minus] = [valueForm(of, scope), opposite(of, scope)];
  return minus === undefined ? list(head, [plain]) : sorted(head, [plain, minus]);
}

/** A quantity, place or thing. */
function valueForm(expression: ast.Expression, scope: NormalScope): string {
  const into = (part: ast.Expression) => valueForm(part, scope);
  switch (expression.kind) {
    case 'number':
      return `${expression.value}${expression.unit?.text ?? ''}`;
    case 'text':
      return JSON.stringify(expression.value);
    case 'name':
      return named(expression.name.text, scope);
    case 'member':
      return memberForm(expression, scope);
    case 'call':
      return callForm(expression, scope);
    case 'binary':
      return binaryForm(expression, scope);
    case 'from':
      return list('from', [
        into(expression.value),
        named(expression.viewer.text, scope),
        ...(expression.toward === undefined ? [] : [named(expression.toward.text, scope)]),
        ...(expression.turned === undefined ? [] : [`turned ${expression.turned.text}`]),
      ]);
    case 'pose':
      return list('at', [
        into(expression.thing),
        named(expression.at.text, scope),
        expression.toward === undefined ? '' : named(expression.toward.text, scope),
        expression.turned?.text ?? '',
      ]);
    case 'unary':
      if (expression.operator === '-')
        return opposite(expression.operand, scope) ?? list('minus', [into(expression.operand)]);
      return expression.operator === 'known' ? known(expression.operand, scope) : normalForm(expression, scope, false);
    case 'if':
      return branches(expression, scope, into);
    case 'pick':
      return list(`${expression.most} ${expression.rank === undefined ? '' : into(expression.rank)}`, [
        rangeForm(expression.range, scope),
        valueForm(expression.by, quantified(scope, expression.range.variable)),
      ]);
    case 'sort':
      return list(`sort ${expression.most}`, [
        setForm(expression.set, scope),
        valueForm(expression.by, quantified(scope, expression.variable)),
      ]);
    case 'quantifier': {
      const inner = quantified(scope, expression.range.variable);
      const holds = expression.holds === undefined ? [] : [normalForm(expression.holds, inner, false)];
      return list(expression.quantifier, [rangeForm(expression.range, scope), ...holds]);
    }
    case 'set':
    case 'set name':
    case 'orders':
      return setForm(expression, scope);
    case 'tuple':
      return list('tuple', expression.items.map(into));
    case 'unknown':
      return 'unknown';
    case 'boolean':
    case 'between':
    case 'relation':
      return normalForm(expression, scope, false);
  }
}

/** A product and a quotient are the same of both sides with the contrary sign. */
function binaryForm(expression: ast.Binary, scope: NormalScope): string {
  const { operator, left, right } = expression;
  const form = (l: string, r: string) => (operator === '-' || operator === '/' ? list : sorted)(operator, [l, r]);
  if (operator === '*' || operator === '/') return eitherSign([left, right], scope, form);
  if (operator === '+' || operator === '-') return form(valueForm(left, scope), valueForm(right, scope));
  return normalForm(expression, scope, false);
}

/** A condition and its negation are known together. */
function known(operand: ast.Expression, scope: NormalScope): string {
  return sorted('known', [normalForm(operand, scope, false), normalForm(operand, scope, true)]);
}

/** A fact that is written in the language is its body. */
function memberForm({ of, name }: ast.Member, scope: NormalScope): string {
  const written = scope.definitions.facts.get(name.text);
  if (written === undefined) return list('.', [valueForm(of, scope), name.text]);
  const meanings: NormalScope['meanings'] = new Map([
    [written.parameter.text, { kind: 'expression', expression: of, scope }],
  ]);
  return valueForm(written.body, { ...scope, meanings });
}

function rangeForm({ variable, over, where }: ast.Range, scope: NormalScope): string {
  const what = over.kind === 'set' ? setForm(over.set, scope) : over.other ? 'other' : 'scene';
  return list(what, where === undefined ? [] : [normalForm(where, quantified(scope, variable), false)]);
}

function setForm(set: ast.SetExpression, scope: NormalScope): string {
  if (set.kind === 'orders') return list('orders', [setForm(set.of, scope)]);
  return sorted(
    'of',
    namesIn(set).map((name) => named(name, scope)),
  );
}

function named(name: string, scope: NormalScope): string {
  const meaning = scope.meanings.get(name);
  if (meaning === undefined) return name;
  return meaning.kind === 'word' ? meaning.word : valueForm(meaning.expression, meaning.scope);
}

function quantified(scope: NormalScope, variable: ast.Name): NormalScope {
  const word: Meaning = { kind: 'word', word: `#${scope.depth}` };
  return { ...scope, depth: scope.depth + 1, meanings: new Map([...scope.meanings, [variable.text, word]]) };
}
