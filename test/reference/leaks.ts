/**
 * Which references would give an answer away, found from the recipe alone.
 *
 * A position reference tells an order of its object. It is refused where a comparison that decides the answer
 * reads that order of that object, or where the answer is such a fact itself. Guards decide nothing.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { decidingConditions } from './claims.js';
import { guardOf, namesIn, partsOf, setOf } from './expression-parts.js';
import {
  isBareFact,
  type LeakScope,
  meant,
  type Order,
  ordersRead,
  things,
  thingsIn,
  thingsOf,
  type Use,
} from './fact-orders.js';
import { type Definitions, wordsOf } from './scene-context.js';
import { namedObjects } from './task-names.js';

/** Orders that decide the answer, per name of the `for` line. */
export type Decisive = ReadonlyMap<string, ReadonlySet<Order>>;

interface Walk {
  readonly definitions: Definitions;
  /** Every object of the `for` line: a counted thing stands in the order that one of them leads. */
  readonly objects: readonly string[];
}

export function decisiveOrders(task: ast.Task, definitions: Definitions): Decisive {
  const objects = namedObjects(task);
  const walk: Walk = { definitions, objects };
  const scope = taskScope(task, walk);
  const answers = answersOf(task);
  const uses = [
    ...decidingConditions(task).flatMap((condition) => decide(walk, scope, condition)),
    ...answers.flatMap((answer) => decide(walk, scope, answer)),
    ...answers.flatMap((answer) => (isBareFact(scope, answer) ? ordersRead(scope, answer) : [])),
  ];
  const ordersOf = (name: string) => uses.filter((use) => use.name === name).map(({ order }) => order);
  return new Map(objects.map((name) => [name, new Set(ordersOf(name))]));
}

function answersOf(task: ast.Task): readonly ast.Expression[] {
  const answer = task.answer?.value;
  if (answer === undefined) return [];
  return answer.kind === 'tuple' ? answer.items : [answer];
}

function taskScope(task: ast.Task, { objects, definitions }: Walk): LeakScope {
  const bound = objects.reduce((scope, name) => things(scope, name, [name]), noNames(definitions));
  const written = task.lets.filter(({ name }) => !objects.includes(name.text));
  return written.reduce((scope, { name, value }) => meant(scope, name.text, value, scope), bound);
}

const noNames = (definitions: Definitions): LeakScope => ({ definitions, meanings: new Map() });

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
    case 'unknown':
    case 'set':
    case 'set name':
    case 'orders':
      return [];
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? decide(walk, meaning.scope, meaning.expression) : [];
    }
    case 'member':
      return [...within(expression.of), ...factBody(walk, scope, expression)];
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
    case 'tuple':
      return within(...expression.items);
    case 'pick': {
      const inner = ranging(walk, scope, expression.range);
      const parts = [...guardOf(expression.range), expression.by];
      return [...ordersRead(inner, expression.by), ...parts.flatMap((part) => decide(walk, inner, part))];
    }
    case 'sort': {
      const inner = things(scope, expression.variable.text, thingsInSet(scope, expression.set));
      return [...ordersRead(inner, expression.by), ...decide(walk, inner, expression.by)];
    }
    case 'quantifier': {
      const inner = ranging(walk, scope, expression.range);
      return partsOf(expression).flatMap((part) => decide(walk, inner, part));
    }
  }
}

/** A member of a set is one of its things; one of the scene stands in the order that any bound thing leads. */
function ranging(walk: Walk, scope: LeakScope, range: ast.Range): LeakScope {
  const set = setOf(range);
  return things(scope, range.variable.text, set === undefined ? walk.objects : thingsInSet(scope, set));
}

const thingsInSet = (scope: LeakScope, set: ast.SetExpression): readonly string[] =>
  namesIn(set).flatMap((name) => thingsOf(scope, name));

/** A fact that is written in the language decides by its body. */
function factBody(walk: Walk, scope: LeakScope, { of, name }: ast.Member): readonly Use[] {
  const declaration = walk.definitions.facts.get(name.text);
  if (declaration === undefined) return [];
  const inner = things(noNames(walk.definitions), declaration.parameter.text, thingsIn(scope, of));
  return decide(walk, inner, declaration.body);
}

function relationBody(walk: Walk, scope: LeakScope, { left, words, right }: ast.Relation): readonly Use[] {
  const declaration = walk.definitions.relations.get(wordsOf(words));
  if (declaration === undefined) return []; // `called` reads a category only
  const first = meant(noNames(walk.definitions), declaration.left.text, left, scope);
  return decide(walk, meant(first, declaration.right.text, right, scope), declaration.body);
}
