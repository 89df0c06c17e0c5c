/**
 * Whether the drawn order of a set makes a claim as often true as false by itself: swapping any two of the set's
 * names negates the condition and leaves every guard as it is. Decided on expressions, by a normal form.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { Statement } from './claims.js';
import { type NormalScope, normalForm, operandsOf } from './normal-form.js';
import type { Definitions } from './scene-context.js';

/** @param asked the sentences of one condition */
export function isSwapSymmetric(task: ast.Task, asked: Statement, definitions: Definitions): boolean {
  const sets = task.binders.filter((binder) => binder.kind === 'entities' && binder.order === 'set');
  const [set] = sets;
  if (set?.kind !== 'entities' || sets.length > 1 || rolesDiffer(task, asked, set)) return false;
  const plain = scopeOf(task, definitions, new Map());
  return pairs(set.names.map(({ text }) => text)).every(([a, b]) => {
    const swapped = scopeOf(
      task,
      definitions,
      new Map([
        [a, b],
        [b, a],
      ]),
    );
    const negates = normalForm(asked.when, swapped, false) === normalForm(asked.when, plain, true);
    return negates && guardsIn(task, swapped) === guardsIn(task, plain);
  });
}

/** All guards of a task together, in no order. */
function guardsIn(task: ast.Task, scope: NormalScope): string {
  const guards = task.wheres.flatMap((where) => operandsOf(where, 'and'));
  return guards
    .map((guard) => normalForm(guard, scope, false))
    .sort()
    .join();
}

/** Whether something besides the condition depends on who is drawn first. */
function rolesDiffer(task: ast.Task, asked: Statement, set: ast.EntityBinder): boolean {
  const told = asked.templates.some(({ parts }) =>
    parts.some((part) => part.kind === 'hole' && !isEntity(task, part.value)),
  );
  const named = set.names.map(({ text }) => {
    const own = task.refers.filter(({ entity }) => entity?.text === text).at(-1);
    return own?.strategies.map((strategy) => strategy.text).join();
  });
  return told || new Set(named).size > 1 || task.takes.some(({ per }) => per.text === 'object');
}

function isEntity(task: ast.Task, value: ast.Expression): boolean {
  return value.kind === 'name' && namesOf(task).includes(value.name.text);
}

/** What the `for` line binds. A hole for a finite value is the same whoever stands first. */
function namesOf(task: ast.Task): readonly string[] {
  return task.binders.flatMap((binder) =>
    binder.kind === 'entities' ? binder.names.map(({ text }) => text) : [binder.name.text],
  );
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
}

function scopeOf(task: ast.Task, definitions: Definitions, renamed: ReadonlyMap<string, string>): NormalScope {
  let meanings: NormalScope['meanings'] = new Map(
    namesOf(task).map((name) => [name, { kind: 'word', word: renamed.get(name) ?? name }]),
  );
  for (const { name, value } of task.lets) {
    const scope: NormalScope = { definitions, meanings, depth: 0 };
    meanings = new Map([...meanings, [name.text, { kind: 'expression', expression: value, scope }]]);
  }
  return { definitions, meanings, depth: 0 };
}
