/** The things whose label an answer or a claim depends on: to name them by it would give the answer away. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type Relations, wordsOf } from './scene-context.js';

/** What a name stands for: things of the `for` line, or a value and the meanings it was written under. */
type Meaning =
  | { readonly kind: 'things'; readonly names: readonly string[] }
  | { readonly kind: 'value'; readonly value: ast.Expression; readonly scope: Meanings };
type Meanings = ReadonlyMap<string, Meaning>;

export function labelsTold(task: ast.Task, relations: Relations): ReadonlySet<string> {
  let scope: Meanings = new Map(
    task.binders.flatMap(({ names }) => names.map(({ text }) => [text, { kind: 'things', names: [text] }] as const)),
  );
  for (const { name, value } of task.lets) scope = new Map([...scope, [name.text, { kind: 'value', value, scope }]]);
  const asked = [...(task.answer === undefined ? [] : [task.answer.value]), ...task.claims.map(({ when }) => when)];
  return new Set(asked.flatMap((each) => told(each, scope, relations)));
}

function thingsMeant(expression: ast.Expression, scope: Meanings): readonly string[] {
  if (expression.kind !== 'name') return [];
  const meaning = scope.get(expression.name.text);
  if (meaning === undefined) return [];
  return meaning.kind === 'things' ? meaning.names : thingsMeant(meaning.value, meaning.scope);
}

function told(expression: ast.Expression, scope: Meanings, relations: Relations): readonly string[] {
  const within = (...parts: readonly ast.Expression[]) => parts.flatMap((part) => told(part, scope, relations));
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'count': // names of counted categories have a rule of their own
      return [];
    case 'name': {
      const meaning = scope.get(expression.name.text);
      return meaning?.kind === 'value' ? told(meaning.value, meaning.scope, relations) : [];
    }
    case 'member':
      return expression.name.text === 'category' ? thingsMeant(expression.of, scope) : within(expression.of);
    case 'from':
      return within(expression.value);
    case 'unary':
      return within(expression.operand);
    case 'call':
      return within(...expression.arguments.map(({ value }) => value));
    case 'binary':
      return within(expression.left, expression.right);
    case 'between':
      return within(expression.value, expression.low, expression.high);
    case 'if':
      return within(expression.condition, expression.consequent, expression.otherwise);
    case 'pick': {
      const names = expression.members.flatMap(({ text }) => {
        const meaning = scope.get(text);
        return meaning?.kind === 'things' ? meaning.names : [];
      });
      const inner: Meanings = new Map([...scope, [expression.variable.text, { kind: 'things', names }]]);
      return told(expression.by, inner, relations);
    }
    case 'relation': {
      if (wordsOf(expression.words) === 'called') return thingsMeant(expression.left, scope);
      const declared = relations.get(wordsOf(expression.words));
      if (declared === undefined) return [];
      const named = (value: ast.Expression): Meaning => ({ kind: 'things', names: thingsMeant(value, scope) });
      const inner: Meanings = new Map([
        [declared.left.text, named(expression.left)],
        [declared.right.text, named(expression.right)],
      ]);
      return told(declared.body, inner, relations);
    }
  }
}
