/**
 * Whether the drawn order of a set makes a claim as often true as false by itself: swapping any two of the set's
 * names negates the condition and leaves every guard as it is. Decided on expressions, by a normal form.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { type NormalScope, normalForm } from './normal-form.js';
import type { Relations } from './scene-context.js';

export function isSwapSymmetric(task: ast.Task, claim: ast.Claim, relations: Relations): boolean {
  const sets = task.binders.filter((binder) => binder.order === 'set');
  const [set] = sets;
  if (set === undefined || sets.length > 1 || rolesDiffer(task, claim, set)) return false;
  const plain = scopeOf(task, relations, new Map());
  return pairs(set.names.map(({ text }) => text)).every(([a, b]) => {
    const swapped = scopeOf(
      task,
      relations,
      new Map([
        [a, b],
        [b, a],
      ]),
    );
    const negates = normalForm(claim.when, swapped, false) === normalForm(claim.when, plain, true);
    return (
      negates && task.wheres.every((where) => normalForm(where, swapped, false) === normalForm(where, plain, false))
    );
  });
}

/** Whether something besides the condition depends on who is drawn first. */
function rolesDiffer(task: ast.Task, claim: ast.Claim, set: ast.Binder): boolean {
  const told = claim.phrasings.some(({ parts }) =>
    parts.some((part) => part.kind === 'hole' && !isEntity(task, part.value)),
  );
  const named = set.names.map(({ text }) => {
    const own = task.refers.filter(({ entity }) => entity?.text === text).at(-1);
    return own?.strategies.map((strategy) => strategy.text).join();
  });
  return told || new Set(named).size > 1 || task.takes.some(({ per }) => per.text === 'object');
}

function isEntity(task: ast.Task, value: ast.Expression): boolean {
  return value.kind === 'name' && task.binders.some(({ names }) => names.some(({ text }) => text === value.name.text));
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
}

function scopeOf(task: ast.Task, relations: Relations, renamed: ReadonlyMap<string, string>): NormalScope {
  const names = task.binders.flatMap((binder) => binder.names.map(({ text }) => text));
  let meanings: NormalScope['meanings'] = new Map(
    names.map((name) => [name, { kind: 'word', word: renamed.get(name) ?? name }]),
  );
  for (const { name, value } of task.lets) {
    const scope: NormalScope = { relations, meanings, depth: 0 };
    meanings = new Map([...meanings, [name.text, { kind: 'expression', expression: value, scope }]]);
  }
  return { relations, meanings, depth: 0 };
}
