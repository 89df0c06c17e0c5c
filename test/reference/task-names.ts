/** The names under which a task knows things that may be referred to. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isPickOfScene } from './expression-parts.js';

/** Names of objects, of the `for` line and of `let`s that pick from the scene; a drawn set has one for all members. */
export function namedObjects(task: ast.Task): readonly string[] {
  const bound = task.binders.flatMap((binder) =>
    binder.kind === 'entities' && binder.entity === 'object' ? binder.names.map(({ text }) => text) : [],
  );
  return [...bound, ...task.lets.flatMap(({ name, value }) => (isPickOfScene(value) ? [name.text] : []))];
}
