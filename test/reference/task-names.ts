/** The names under which a task knows things that may be referred to, and which of them share a way of naming. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isPickOfScene, namesIn, setOf } from './expression-parts.js';

/** Names of objects, of the `for` line and of `let`s that pick from the scene; a drawn set has one for all members. */
export function namedObjects(task: ast.Task): readonly string[] {
  return [...boundObjects(task), ...task.lets.flatMap(({ name, value }) => (isPickOfScene(value) ? [name.text] : []))];
}

function boundObjects(task: ast.Task): readonly string[] {
  return task.binders.flatMap((binder) =>
    binder.kind === 'entities' && binder.entity === 'object' ? binder.names.map(({ text }) => text) : [],
  );
}

/** Names of the `for` line, and of picked things that some text prints or that are the answer. */
export function printedNames(task: ast.Task): ReadonlySet<string> {
  const texts = [
    ...task.asks,
    ...(task.answer?.as === undefined ? [] : [task.answer.as]),
    ...task.claims.flatMap((claim) => (claim.kind === 'relation' ? [] : claim.phrasings)),
    ...task.claims.flatMap((claim) => (claim.kind === 'when' ? claim.otherwise : [])),
    ...task.lets.flatMap(({ say }) => say),
    ...task.reasons.flatMap(({ steps }) => steps.map(({ say }) => say)),
  ];
  const holes = texts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : [])));
  const relations = [
    ...task.claims.flatMap((claim) => (claim.kind === 'relation' ? [claim.relation] : [])),
    ...task.statements,
  ];
  const sides = relations.flatMap((each) => (each.kind === 'relation' ? [each.left, each.right] : []));
  const answers = task.answer === undefined ? [] : [task.answer.value];
  const printed = [...holes, ...sides, ...answers].flatMap((value) => thingsWorth(task, value));
  return new Set([...boundObjects(task), ...printed]);
}

/** Names whose things are named by one strategy: options, and members of a set; groups that share a name are one. */
export function groupsNamedAlike(task: ast.Task): readonly ReadonlySet<string>[] {
  const sets = task.binders.flatMap((binder) =>
    binder.kind === 'entities' && (binder.order === 'set' || binder.order === 'drawn')
      ? [new Set(binder.names.map(({ text }) => text))]
      : [],
  );
  const options = optionNames(task);
  const isOption = (set: ReadonlySet<string>) => [...set].some((name) => options.has(name));
  const withOptions = sets.filter(isOption).flatMap((set) => [...set]);
  return [new Set([...options, ...withOptions]), ...sets.filter((set) => !isOption(set))];
}

/** Names that are options: listed, what an answer may be, what statements speak of. */
function optionNames(task: ast.Task): ReadonlySet<string> {
  const listed = task.choices?.kind === 'listed' ? task.choices.options : [];
  const sides = task.choices?.kind === 'statements' ? task.statements : [];
  const spoken = sides.flatMap((each) => (each.kind === 'relation' ? [each.left, each.right] : []));
  const answer = resolved(task, task.answer?.value);
  const mayBe = answer === undefined || answer.kind === 'name' ? [] : [answer];
  return new Set([...listed, ...spoken, ...mayBe].flatMap((each) => thingsWorth(task, each)));
}

/** The expression that a name of a `let` stands for. */
function resolved(task: ast.Task, expression: ast.Expression | undefined): ast.Expression | undefined {
  if (expression?.kind !== 'name') return expression;
  const { text } = expression.name;
  const found = task.lets.find(({ name }) => name.text === text);
  return found === undefined || isPickOfScene(found.value) ? expression : resolved(task, found.value);
}

/** Names of the things that an expression may be worth. */
function thingsWorth(task: ast.Task, expression: ast.Expression): readonly string[] {
  const value = resolved(task, expression) ?? expression;
  switch (value.kind) {
    case 'name':
      return [value.name.text];
    case 'if':
      return [...thingsWorth(task, value.consequent), ...thingsWorth(task, value.otherwise)];
    case 'pick': {
      const set = setOf(value.range);
      return set === undefined ? [] : namesIn(set);
    }
    case 'sort':
      return namesIn(value.set);
    case 'tuple':
      return value.items.flatMap((item) => thingsWorth(task, item));
    case 'set':
    case 'set name':
    case 'orders':
      return namesIn(value);
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'member':
    case 'call':
    case 'unary':
    case 'binary':
    case 'between':
    case 'relation':
    case 'from':
    case 'pose':
    case 'quantifier':
      return [];
  }
}
