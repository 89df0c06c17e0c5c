/** The expressions directly within an expression, so that walks that look for one thing need not list them all. */
import type * as ast from '../../compiler/syntax/ast.js';

export function partsOf(expression: ast.Expression): readonly ast.Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'name':
    case 'set':
    case 'set name':
    case 'orders':
      return [];
    case 'member':
      return [expression.of];
    case 'from':
      return [expression.value];
    case 'pose':
      return [expression.thing];
    case 'unary':
      return [expression.operand];
    case 'call':
      return expression.arguments.map(({ value }) => value);
    case 'binary':
      return [expression.left, expression.right, ...(expression.by === undefined ? [] : [expression.by])];
    case 'relation':
      return [expression.left, expression.right];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'if':
      return [expression.condition, expression.consequent, expression.otherwise];
    case 'pick':
      return [...guardOf(expression.range), expression.by];
    case 'sort':
      return [expression.by];
    case 'quantifier':
      return [...guardOf(expression.range), ...(expression.holds === undefined ? [] : [expression.holds])];
    case 'tuple':
      return expression.items;
  }
}

export function guardOf({ where }: ast.Range): readonly ast.Expression[] {
  return where === undefined ? [] : [where];
}

/** Names that stand in a set, those of its orders as well. */
export function namesIn(set: ast.SetExpression): readonly string[] {
  switch (set.kind) {
    case 'set':
      return set.members.map(({ text }) => text);
    case 'set name':
      return [set.name.text];
    case 'orders':
      return namesIn(set.of);
  }
}

/** The set a variable ranges over; undefined where it ranges over the scene. */
export function setOf({ over }: ast.Range): ast.SetExpression | undefined {
  return over.kind === 'set' ? over.set : undefined;
}

/** `the object x where p with least f`: as a `let`, it binds one more thing. */
export function isPickOfScene(expression: ast.Expression): boolean {
  return expression.kind === 'pick' && expression.range.over.kind === 'scene';
}
