/** The counts a task makes, wherever in it: references that tell how many bear a noun must stay clear of them. */
import type * as ast from '../../compiler/syntax/ast.js';

export function taskCounts(task: ast.Task): readonly ast.Count[] {
  const texts = [
    ...task.asks,
    ...(task.answer?.as === undefined ? [] : [task.answer.as]),
    ...task.claims.flatMap(({ phrasings }) => phrasings),
    ...task.reasons,
  ];
  return [
    ...texts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : []))),
    ...task.lets.map(({ value }) => value),
    ...task.wheres,
    ...(task.answer === undefined ? [] : [task.answer.value]),
    ...task.claims.map(({ when }) => when),
  ].flatMap(countsIn);
}

function countsIn(expression: ast.Expression): readonly ast.Count[] {
  switch (expression.kind) {
    case 'count':
      return [expression];
    case 'number':
    case 'text':
    case 'boolean':
    case 'name':
      return [];
    case 'member':
      return countsIn(expression.of);
    case 'from':
      return countsIn(expression.value);
    case 'unary':
      return countsIn(expression.operand);
    case 'pick':
      return countsIn(expression.by);
    case 'binary':
    case 'relation':
      return [expression.left, expression.right].flatMap(countsIn);
    case 'between':
      return [expression.value, expression.low, expression.high].flatMap(countsIn);
    case 'if':
      return [expression.condition, expression.consequent, expression.otherwise].flatMap(countsIn);
    case 'call':
      return expression.arguments.flatMap(({ value }) => countsIn(value));
  }
}
