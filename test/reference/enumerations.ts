/** All values of an enumeration, in its order: those of a function, of a set's orders, or the texts of an `if`. */
import type * as ast from '../../compiler/syntax/ast.js';
import { allWords } from './direction-words.js';
import { evaluateIn, type Scope } from './interpret.js';
import { COMPASS, FACINGS, HOURS, LINES, SIDES } from './sectors.js';
import type { Value } from './value.js';

const OF_FUNCTIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['side', SIDES],
  ['compass8', COMPASS],
  ['facing8', FACINGS],
  ['axis4', LINES],
  ['clock', HOURS],
]);

const word = (text: string): Value => ({ kind: 'word', domain: 'enumeration', text });

/** @throws when the expression is no enumeration */
export function valuesOf(scope: Scope, task: ast.Task, expression: ast.Expression): readonly Value[] {
  if (expression.kind === 'orders' || expression.kind === 'set') return listed(evaluateIn(scope, expression));
  if (expression.kind === 'name' && expression.name.text === 'words')
    return allWords(isViewersAnswer(scope, task)).map(word);
  const named = expression.kind === 'name' ? OF_FUNCTIONS.get(expression.name.text) : undefined;
  if (named !== undefined) return named.map(word);
  const texts = [...new Set(textsOf(task, expression))];
  if (texts.length === 0) throw new Error('no enumeration to draw from');
  return texts.map(word);
}

/** Whether the vector whose words are the answer is seen by a viewer. */
function isViewersAnswer(scope: Scope, task: ast.Task): boolean {
  let answer = task.answer?.value;
  while (answer?.kind === 'name') {
    const { text } = answer.name;
    answer = task.lets.find(({ name }) => name.text === text)?.value;
  }
  const [vector] = answer?.kind === 'call' && answer.callee.text === 'words' ? answer.arguments : [];
  if (vector === undefined) throw new Error('only `words(v)` is of words');
  const value = evaluateIn(scope, vector.value);
  return value.kind === 'framed place' && value.isViewers;
}

function listed(value: Value): readonly Value[] {
  return value.kind === 'list' ? (value.items ?? []) : [];
}

function textsOf(task: ast.Task, expression: ast.Expression): readonly string[] {
  switch (expression.kind) {
    case 'text':
      return [expression.value];
    case 'if':
      return [...textsOf(task, expression.consequent), ...textsOf(task, expression.otherwise)];
    case 'call':
      return OF_FUNCTIONS.get(expression.callee.text) ?? [];
    case 'name': {
      const { text } = expression.name;
      const found = task.lets.find(({ name }) => name.text === text);
      return found === undefined ? [] : textsOf(task, found.value);
    }
    case 'number':
    case 'boolean':
    case 'member':
    case 'unary':
    case 'binary':
    case 'between':
    case 'relation':
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
      return [];
  }
}
