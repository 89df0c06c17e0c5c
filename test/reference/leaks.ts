/**
 * Which references would give an answer away, found from the recipe alone.
 *
 * A position reference tells an order of its object. It is refused where a comparison that decides the answer
 * reads that order of that object, or where the answer is such a fact itself. Guards decide nothing.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import {
  isBareFact,
  type LeakScope,
  meant,
  type Order,
  ordersRead,
  things,
  thingsOf,
  type Use,
} from './fact-orders.js';
import { type Relations, wordsOf } from './scene-context.js';

/** Orders that decide the answer, per name of the `for` line. */
export type Decisive = ReadonlyMap<string, ReadonlySet<Order>>;

interface Walk {
  readonly relations: Relations;
  /** Every object of the `for` line: a counted thing stands in the order that one of them leads. */
  readonly objects: readonly string[];
}

export function decisiveOrders(task: ast.Task, relations: Relations): Decisive {
  const objects = task.binders
    .filter((binder) => binder.entity === 'object')
    .flatMap(({ names }) => names.map(({ text }) => text));
  const walk: Walk = { relations, objects };
  const scope = taskScope(task, objects);
  const answer = task.answer?.value;
  const uses = [
    ...task.claims.flatMap((claim) => decide(walk, scope, claim.when)),
    ...(answer === undefined ? [] : decide(walk, scope, answer)),
    ...(answer !== undefined && isBareFact(scope, answer) ? ordersRead(scope, answer) : []),
  ];
  const ordersOf = (name: string) => uses.filter((use) => use.name === name).map(({ order }) => order);
  return new Map(objects.map((name) => [name, new Set(ordersOf(name))]));
}

function taskScope(task: ast.Task, objects: readonly string[]): LeakScope {
  const bound = objects.reduce((scope, name) => things(scope, name, [name]), noNames);
  return task.lets.reduce((scope, { name, value }) => meant(scope, name.text, value, scope), bound);
}

const noNames: LeakScope = new Map();

const SECTORS = ['side', 'compass8', 'facing8'];
const NOT_COMPARED = ['and', 'or', '+', '-', '*', '/'];

/** Finds the comparisons, picks, counts and sectors within an expression, and the orders they read. */
function decide(walk: Walk, scope: LeakScope, expression: ast.Expression): readonly Use[] {
  const within = (...parts: readonly ast.Expression[]) => parts.flatMap((part) => decide(walk, scope, part));
  const read = (...parts: readonly ast.Expression[]) => parts.flatMap((part) => ordersRead(scope, part));
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return [];
    case 'name': {
      const meaning = scope.get(expression.name.text);
      return meaning?.kind === 'expression' ? decide(walk, meaning.scope, meaning.expression) : [];
    }
    case 'member':
      return within(expression.of);
    case 'from':
      return within(expression.value);
    case 'unary':
      return within(expression.operand);
    case 'call': {
      const values = expression.arguments.map(({ value }) => value);
      return [...within(...values), ...(SECTORS.includes(expression.callee.text) ? read(...values) : [])];
    }
    case 'binary': {
      const sides = [expression.left, expression.right];
      return [...within(...sides), ...(NOT_COMPARED.includes(expression.operator) ? [] : read(...sides))];
    }
    case 'between': {
      const parts = [expression.value, expression.low, expression.high];
      return [...within(...parts), ...read(...parts)];
    }
    case 'relation':
      return [...within(expression.left, expression.right), ...relationBody(walk, scope, expression)];
    case 'if':
      return within(expression.condition, expression.consequent, expression.otherwise);
    case 'pick': {
      const members = expression.members.flatMap(({ text }) => thingsOf(scope, text));
      const inner = things(scope, expression.variable.text, members);
      return [...ordersRead(inner, expression.by), ...decide(walk, inner, expression.by)];
    }
    case 'count':
      return decide(walk, things(scope, expression.variable.text, walk.objects), expression.where);
  }
}

function relationBody(walk: Walk, scope: LeakScope, { left, words, right }: ast.Relation): readonly Use[] {
  const declaration = walk.relations.get(wordsOf(words));
  if (declaration === undefined) return []; // `called` reads a category only
  const first = meant(new Map(), declaration.left.text, left, scope);
  return decide(walk, meant(first, declaration.right.text, right, scope), declaration.body);
}
