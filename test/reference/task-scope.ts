/** What the names of one tuple mean: those of its `for` line, then each `let` in order; a `let` may bind one more thing. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isPickOfScene } from './expression-parts.js';
import { evaluateIn, type Scope } from './interpret.js';
import type { SceneContext } from './scene-context.js';
import type { BoundEntity, Tuple } from './tuples.js';

export interface TaskScope {
  readonly scope: Scope;
  /** The entities of the tuple, then those that a `let` picked from the scene. */
  readonly bound: readonly BoundEntity[];
  /** False where a `let` that picks from the scene found nothing, or what is bound already. */
  readonly isComplete: boolean;
}

export function taskScope(task: ast.Task, tuple: Tuple, context: SceneContext): TaskScope {
  let bound = tuple.bound;
  let scope: Scope = { context, names: tuple.names, bound: objectIds(bound) };
  let isComplete = true;
  for (const { name, value } of task.lets) {
    const found = evaluateIn(scope, value);
    scope = { ...scope, names: new Map([...scope.names, [name.text, found]]) };
    if (!isPickOfScene(value) || found.kind !== 'object') continue;
    if (found.row === null || scope.bound.has(found.row.objectId)) isComplete = false;
    else bound = [...bound, { name: name.text, entity: 'object', id: found.row.objectId, value: found }];
    scope = { ...scope, bound: objectIds(bound) };
  }
  return { scope, bound, isComplete };
}

function objectIds(bound: readonly BoundEntity[]): ReadonlySet<string> {
  return new Set(bound.filter(({ entity }) => entity === 'object').map(({ id }) => id));
}
