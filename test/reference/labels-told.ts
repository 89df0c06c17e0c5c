/** The things whose label an answer or a claim depends on: to name them by it would give the answer away. */
import type * as ast from '../../compiler/syntax/ast.js';
import { decidingConditions } from './claims.js';
import { namesIn, partsOf, setOf } from './expression-parts.js';
import { type Definitions, wordsOf } from './scene-context.js';
import { namedObjects } from './task-names.js';

/** What a name stands for: things of the `for` line, or a value and the meanings it was written under. */
type Meaning =
  | { readonly kind: 'things'; readonly names: readonly string[] }
  | { readonly kind: 'value'; readonly value: ast.Expression; readonly scope: Meanings };
type Meanings = ReadonlyMap<string, Meaning>;

export function labelsTold(task: ast.Task, definitions: Definitions): ReadonlySet<string> {
  const names = namedObjects(task);
  let scope: Meanings = new Map(names.map((name) => [name, { kind: 'things', names: [name] }]));
  for (const { name, value } of task.lets) {
    if (!names.includes(name.text)) scope = new Map([...scope, [name.text, { kind: 'value', value, scope }]]);
  }
  const asked = [...(task.answer === undefined ? [] : [task.answer.value]), ...decidingConditions(task)];
  return new Set(asked.flatMap((each) => told(each, scope, definitions)));
}

function thingsMeant(expression: ast.Expression, scope: Meanings): readonly string[] {
  if (expression.kind !== 'name') return [];
  const meaning = scope.get(expression.name.text);
  if (meaning === undefined) return [];
  return meaning.kind === 'things' ? meaning.names : thingsMeant(meaning.value, meaning.scope);
}

function told(expression: ast.Expression, scope: Meanings, definitions: Definitions): readonly string[] {
  const within = () => partsOf(expression).flatMap((part) => told(part, scope, definitions));
  switch (expression.kind) {
    case 'name': {
      const meaning = scope.get(expression.name.text);
      return meaning?.kind === 'value' ? told(meaning.value, meaning.scope, definitions) : [];
    }
    case 'member':
      return expression.name.text === 'category' ? thingsMeant(expression.of, scope) : toldByFact(expression);
    case 'pick':
    case 'quantifier': {
      const set = setOf(expression.range);
      // Names of counted categories have a rule of their own.
      if (set === undefined) return [];
      const inner = ranging(scope, expression.range.variable, set);
      return partsOf(expression).flatMap((part) => told(part, inner, definitions));
    }
    case 'sort':
      return told(expression.by, ranging(scope, expression.variable, expression.set), definitions);
    case 'relation':
      return toldByRelation(expression, scope, definitions);
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'set':
    case 'set name':
    case 'orders':
    case 'from':
    case 'unary':
    case 'call':
    case 'binary':
    case 'between':
    case 'if':
    case 'tuple':
      return within();
  }

  function toldByFact({ of, name }: ast.Member): readonly string[] {
    const declared = definitions.facts.get(name.text);
    if (declared === undefined) return within();
    const names = thingsMeant(of, scope);
    return told(declared.body, new Map([[declared.parameter.text, { kind: 'things', names }]]), definitions);
  }
}

function ranging(scope: Meanings, variable: ast.Name, set: ast.SetExpression): Meanings {
  const names = namesIn(set).flatMap((name) => {
    const meaning = scope.get(name);
    return meaning?.kind === 'things' ? meaning.names : [];
  });
  return new Map([...scope, [variable.text, { kind: 'things', names }]]);
}

function toldByRelation(expression: ast.Relation, scope: Meanings, definitions: Definitions): readonly string[] {
  if (wordsOf(expression.words) === 'called') return thingsMeant(expression.left, scope);
  const declared = definitions.relations.get(wordsOf(expression.words));
  if (declared === undefined) return [];
  const named = (value: ast.Expression): Meaning => ({ kind: 'things', names: thingsMeant(value, scope) });
  const inner: Meanings = new Map([
    [declared.left.text, named(expression.left)],
    [declared.right.text, named(expression.right)],
  ]);
  return told(declared.body, inner, definitions);
}
