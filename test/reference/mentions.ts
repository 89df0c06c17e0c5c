/** The things that a question is about: those that its text names, then others of which its text or its answer tells something. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isPickOfScene, namesIn, partsOf, setOf } from './expression-parts.js';
import type { Scope } from './interpret.js';
import { flat } from './print-template.js';
import type { TaskScope } from './task-scope.js';
import type { Value } from './value.js';

interface Said {
  readonly task: ast.Task;
  readonly taskScope: TaskScope;
  /** With `option`, where one is stated. */
  readonly scope: Scope;
  readonly template: ast.Template;
  readonly isClaim: boolean;
}

/** Ids of objects and pixels, each once: named ones in order of mention, others in the order of the `for` line. */
export function mentions({ task, taskScope, scope, template, isClaim }: Said): readonly string[] {
  const option = scope.names.get('option');
  const isStated = option !== undefined && holesOf(template).some((hole) => isName(hole, 'option'));
  const tellsAnswer = !isClaim || (isStated && idOf(option) === undefined);
  const named = holesOf(template).flatMap((hole) => (isWorthThings(task, hole) ? thingsIn(scope, hole) : []));
  const said = [...holesOf(template), ...(tellsAnswer ? answerOf(task) : [])];
  const told = new Set(said.flatMap((each) => namesSpoken(task, each)));
  const others = taskScope.bound.flatMap((each) => (told.has(each.name) ? (idOf(each.value) ?? []) : []));
  return [...new Set([...named, ...others])];
}

const holesOf = ({ parts }: ast.Template): readonly ast.Expression[] =>
  parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : []));

const isName = (e: ast.Expression, name: string): boolean => e.kind === 'name' && e.name.text === name;

const answerOf = ({ answer }: ast.Task): readonly ast.Expression[] =>
  answer === undefined ? [] : answer.as === undefined ? [answer.value] : holesOf(answer.as);

/** What stands for a thing, or for the members of a set, by itself: all else tells something of things. */
function isWorthThings(task: ast.Task, hole: ast.Expression): boolean {
  if (hole.kind === 'set' || hole.kind === 'set name') return true;
  return hole.kind === 'name' && letOf(task, hole.name.text) === undefined;
}

const letOf = ({ lets }: ast.Task, name: string): ast.Expression | undefined =>
  lets.find((each) => each.name.text === name && !isPickOfScene(each.value))?.value;

/** Ids of what a name of the question, or a set of names, stands for. */
function thingsIn(scope: Scope, hole: ast.Expression): readonly string[] {
  const names =
    hole.kind === 'name' ? [hole.name.text] : hole.kind === 'set' || hole.kind === 'set name' ? namesIn(hole) : [];
  return names.flatMap((name) => {
    const value = scope.names.get(name);
    return value === undefined ? [] : flat(value).flatMap((each) => idOf(each) ?? []);
  });
}

function idOf(value: Value): string | undefined {
  if (value.kind === 'pixel') return value.row.pixelId;
  return value.kind === 'object' && value.row !== null ? value.row.objectId : undefined;
}

/** Names of which an expression speaks, `let`s seen through; not those of its own ranges. */
function namesSpoken(task: ast.Task, e: ast.Expression): readonly string[] {
  const without = (name: ast.Name, names: readonly string[]): readonly string[] => names.filter((n) => n !== name.text);
  const inner = partsOf(e).flatMap((part) => namesSpoken(task, part));
  switch (e.kind) {
    case 'name': {
      const declared = letOf(task, e.name.text);
      return declared === undefined ? [e.name.text] : namesSpoken(task, declared);
    }
    case 'from':
      return [e.viewer.text, e.toward?.text ?? '', ...inner].flatMap((name) => spokenBy(task, name));
    case 'pose':
      return [e.at.text, e.toward?.text ?? '', ...inner].flatMap((name) => spokenBy(task, name));
    case 'set':
    case 'set name':
    case 'orders':
      return namesIn(e).flatMap((name) => spokenBy(task, name));
    case 'pick':
    case 'quantifier': {
      const set = setOf(e.range);
      const members = set === undefined ? [] : namesIn(set).flatMap((name) => spokenBy(task, name));
      return [...members, ...without(e.range.variable, inner)];
    }
    case 'sort':
      return [...namesIn(e.set).flatMap((name) => spokenBy(task, name)), ...without(e.variable, inner)];
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
    case 'if':
    case 'tuple':
      return inner;
  }
}

/** A name, or where a `let` declares it what that speaks of. */
function spokenBy(task: ast.Task, name: string): readonly string[] {
  const declared = letOf(task, name);
  return declared === undefined ? [name] : namesSpoken(task, declared);
}
