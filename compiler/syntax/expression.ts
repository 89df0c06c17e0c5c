/** Concrete tree -> AST, for expressions. One function per grammar rule, in the grammar's order. */
import type { CstNode } from 'chevrotain';
import { join } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import { Missing, maybeNode, maybeToken, name, node, nodes, type Origin, spanOf, token, tokens } from './concrete.js';

export function expression(cst: CstNode, at: Origin): ast.Expression {
  const conditional = maybeNode(cst, 'ifExpression');
  if (conditional) {
    return {
      kind: 'if',
      condition: expression(node(conditional, 'condition'), at),
      consequent: expression(node(conditional, 'then'), at),
      otherwise: expression(node(conditional, 'otherwise'), at),
      span: spanOf(conditional, at),
    };
  }
  return disjunction(node(cst, 'disjunction'), at);
}

function disjunction(cst: CstNode, at: Origin): ast.Expression {
  return chain(
    nodes(cst, 'operand').map((c) => conjunction(c, at)),
    'or',
  );
}

function conjunction(cst: CstNode, at: Origin): ast.Expression {
  return chain(
    nodes(cst, 'operand').map((c) => negation(c, at)),
    'and',
  );
}

function chain(operands: readonly ast.Expression[], operator: 'and' | 'or'): ast.Expression {
  const [first, ...rest] = operands;
  if (!first) throw new Missing(operator);
  return rest.reduce((left, right) => binary(operator, left, right, undefined), first);
}

function binary(
  operator: ast.BinaryOperator,
  left: ast.Expression,
  right: ast.Expression,
  by: ast.Expression | undefined,
): ast.Binary {
  return { kind: 'binary', operator, left, right, by, span: join(left.span, (by ?? right).span) };
}

function negation(cst: CstNode, at: Origin): ast.Expression {
  const operator = maybeToken(cst, 'operator');
  const operand = node(cst, 'operand');
  if (!operator) return comparison(operand, at);
  const span = spanOf(cst, at);
  if (operator.image === 'not') return { kind: 'unary', operator: 'not', operand: negation(operand, at), span };
  const prefix = operator.image === 'known' ? 'known' : 'exactly';
  return { kind: 'unary', operator: prefix, operand: comparison(operand, at), span };
}

function comparison(cst: CstNode, at: Origin): ast.Expression {
  const left = sum(node(cst, 'left'), at);
  const comparator = maybeNode(cst, 'comparator');
  if (comparator) {
    const by = maybeNode(cst, 'by');
    return binary(comparatorOf(comparator), left, sum(node(cst, 'right'), at), by && sum(by, at));
  }
  const words = maybeNode(cst, 'relationWords');
  if (words) {
    const right = sum(node(cst, 'right'), at);
    const spelled = [...tokens(words, 'word')].sort((a, b) => a.startOffset - b.startOffset).map((t) => name(t, at));
    return { kind: 'relation', left, words: spelled, right, span: join(left.span, right.span) };
  }
  const low = maybeNode(cst, 'low');
  if (!low) return left;
  const high = sum(node(cst, 'high'), at);
  return { kind: 'between', value: left, low: sum(low, at), high, span: join(left.span, high.span) };
}

const comparators: Readonly<Record<string, ast.BinaryOperator>> = {
  Less: '<',
  Greater: '>',
  LessEqual: '<=',
  GreaterEqual: '>=',
  Equal: '=',
  NotEqual: '!=',
  'keyword-is': 'is about',
};

function comparatorOf(cst: CstNode): ast.BinaryOperator {
  for (const [token, operator] of Object.entries(comparators)) if (cst.children[token]) return operator;
  throw new Missing('comparator');
}

export function sum(cst: CstNode, at: Origin): ast.Expression {
  return leftToRight(
    cst,
    nodes(cst, 'operand').map((c) => product(c, at)),
  );
}

function product(cst: CstNode, at: Origin): ast.Expression {
  return leftToRight(
    cst,
    nodes(cst, 'operand').map((c) => view(c, at)),
  );
}

function leftToRight(cst: CstNode, operands: readonly ast.Expression[]): ast.Expression {
  const [first, ...rest] = operands;
  if (!first) throw new Missing('operand');
  if (rest.length === 0) return first;
  const operators = [...tokens(cst, 'operator')].sort((a, b) => a.startOffset - b.startOffset).map((t) => t.image);
  return rest.reduce((left, right, i) => binary(arithmetic(operators[i]), left, right, undefined), first);
}

function arithmetic(image: string | undefined): ast.BinaryOperator {
  if (image === '+' || image === '-' || image === '*' || image === '/') return image;
  throw new Missing('operator');
}

function view(cst: CstNode, at: Origin): ast.Expression {
  const value = unary(node(cst, 'value'), at);
  if (!cst.children.viewer && !cst.children.at) return value;
  const [viewer, place, toward, turned] = ['viewer', 'at', 'toward', 'turned']
    .map((label) => maybeToken(cst, label))
    .map((found) => found && name(found, at));
  const span = spanOf(cst, at);
  if (viewer) return { kind: 'from', value, viewer, toward, turned, span };
  return place ? { kind: 'pose', thing: value, at: place, toward, turned, span } : value;
}

function unary(cst: CstNode, at: Origin): ast.Expression {
  if (!maybeToken(cst, 'minus')) return postfix(node(cst, 'postfix'), at);
  return { kind: 'unary', operator: '-', operand: unary(node(cst, 'operand'), at), span: spanOf(cst, at) };
}

function postfix(cst: CstNode, at: Origin): ast.Expression {
  const members = [...tokens(cst, 'member')].sort((a, b) => a.startOffset - b.startOffset);
  if (members.length === 0) return primary(node(cst, 'primary'), at);
  const whole = spanOf(cst, at);
  return members.reduce<ast.Expression>(
    (of, found) => {
      const member = name(found, at);
      return { kind: 'member', of, name: member, span: { ...whole, end: member.span.end } };
    },
    primary(node(cst, 'primary'), at),
  );
}

function primary(cst: CstNode, at: Origin): ast.Expression {
  const span = spanOf(cst, at);
  const literal = maybeNode(cst, 'number');
  if (literal) return number(literal, at);
  const text = maybeToken(cst, 'text');
  if (text) return { kind: 'text', value: unquote(text.image), braces: hasBraces(text.image), span };
  const boolean = maybeToken(cst, 'boolean');
  if (boolean) return { kind: 'boolean', value: boolean.image === 'true', span };
  if (maybeToken(cst, 'unknown')) return { kind: 'unknown', span };
  const made = construct(cst, at);
  if (made) return made;
  const named = maybeToken(cst, 'name');
  if (named) return { kind: 'name', name: name(named, at), span };
  const [first, ...more] = nodes(cst, 'expression').map((c) => expression(c, at));
  if (!first) throw new Missing('expression');
  return more.length > 0 ? { kind: 'tuple', items: [first, ...more], span } : first;
}

/** Braces that no backslash stands before. */
const hasBraces = (image: string): boolean => /[{}]/.test(image.replaceAll(/\\./g, ''));

/** Constructs that have a rule of their own. */
function construct(cst: CstNode, at: Origin): ast.Expression | undefined {
  for (const [rule, read] of constructs) {
    const found = maybeNode(cst, rule);
    if (found) return read(found, at);
  }
  return undefined;
}

const constructs = new Map<string, (found: CstNode, at: Origin) => ast.Expression>([
  ['quantifier', quantifier],
  ['pick', pick],
  ['sort', sort],
  ['setLiteral', setLiteral],
  ['call', call],
]);

export function number(cst: CstNode, at: Origin): ast.NumberLiteral {
  const unit = maybeToken(cst, 'unit');
  return {
    kind: 'number',
    value: Number(token(cst, 'value').image),
    unit: unit && name(unit, at),
    span: spanOf(cst, at),
  };
}

function quantifier(cst: CstNode, at: Origin): ast.Quantifier {
  const { image } = token(cst, 'quantifier');
  const holds = maybeNode(cst, 'holds');
  return {
    kind: 'quantifier',
    quantifier: image === 'any' || image === 'all' ? image : 'count',
    range: range(node(cst, 'range'), at),
    holds: holds && expression(holds, at),
    span: spanOf(cst, at),
  };
}

function range(cst: CstNode, at: Origin): ast.Range {
  const entity = maybeToken(cst, 'entity');
  const condition = maybeNode(cst, 'condition');
  return {
    variable: name(token(cst, 'variable'), at),
    over: entity
      ? { kind: 'scene', entity: name(entity, at), other: maybeToken(cst, 'other') !== undefined }
      : { kind: 'set', set: set(node(cst, 'set'), at) },
    where: condition && expression(condition, at),
    span: spanOf(cst, at),
  };
}

export function set(cst: CstNode, at: Origin): ast.SetExpression {
  const named = maybeToken(cst, 'name');
  if (named) return { kind: 'set name', name: name(named, at), span: spanOf(cst, at) };
  return setLiteral(node(cst, 'setLiteral'), at);
}

function setLiteral(cst: CstNode, at: Origin): ast.SetExpression {
  const span = spanOf(cst, at);
  const of = maybeNode(cst, 'set');
  if (of) return { kind: 'orders', of: set(of, at), span };
  return { kind: 'set', members: tokens(cst, 'member').map((t) => name(t, at)), span };
}

function pick(cst: CstNode, at: Origin): ast.Pick {
  const rank = maybeNode(cst, 'rank');
  return {
    kind: 'pick',
    range: range(node(cst, 'range'), at),
    rank: rank && primary(rank, at),
    most: most(cst),
    by: sum(node(cst, 'by'), at),
    span: spanOf(cst, at),
  };
}

function most(cst: CstNode): 'least' | 'greatest' {
  return token(node(cst, 'most'), 'most').image === 'least' ? 'least' : 'greatest';
}

function sort(cst: CstNode, at: Origin): ast.Sort {
  return {
    kind: 'sort',
    variable: name(token(cst, 'variable'), at),
    set: set(node(cst, 'set'), at),
    most: most(cst),
    by: sum(node(cst, 'by'), at),
    span: spanOf(cst, at),
  };
}

export function call(cst: CstNode, at: Origin): ast.Call {
  return {
    kind: 'call',
    callee: name(token(cst, 'callee'), at),
    arguments: nodes(cst, 'argument').map((argument) => {
      const label = maybeToken(argument, 'name');
      return {
        name: label && name(label, at),
        value: expression(node(argument, 'value'), at),
        span: spanOf(argument, at),
      };
    }),
    span: spanOf(cst, at),
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** The text between the quotes, escapes resolved. */
export function unquote(image: string): string {
  const inside = image.slice(1, -1);
  return inside.includes('\\') ? inside.replace(/\\(.)/g, (_, c: string) => escapes[c] ?? c) : inside;
}
