/** What a range over the scene speaks of: the conjuncts `x called c` of its guard, without which nothing can be counted. */
import type * as ast from '../../compiler/syntax/ast.js';
import { evaluateIn, type Scope } from './interpret.js';
import { wordsOf } from './scene-context.js';

/**
 * The names said by the conjuncts `x called c`, in the scope of the range.
 *
 * @throws when there is none
 */
export function calledCategories(scope: Scope, { variable, where }: ast.Range): readonly (string | null)[] {
  const said = where === undefined ? [] : calledNames(variable, where);
  if (said.length === 0) throw new Error('what is counted is said by `x called c`');
  return said.map((right) => {
    const value = evaluateIn(scope, right);
    if (value.kind !== 'word') throw new Error('`called` takes a name');
    return value.text;
  });
}

/** What stands right of `called` in the conjuncts about the variable. */
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
