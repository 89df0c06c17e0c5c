/**
 * What lowering an expression needs: how an entity's columns are reached, where shared values are kept,
 * and how a count is made. Tasks and relation macros supply different ones.
 */
import type { Counting, Entity, Settings, ValueLet } from '../check/typed.js';
import type { Expression } from '../ir/node.js';
import type { Value } from './value.js';

export interface Scope {
  readonly settings: Settings;
  /** A column of the entity's row. */
  readonly column: (entity: Entity, name: string) => Expression;
  /** Keeps a value that is used more than once in a column of its own. */
  readonly share: (value: Expression) => Expression;
  readonly valueOf: (declared: ValueLet) => Value;
  readonly count: (counted: Counting) => Value;
}

/** The same scope, in which some entities stand for others: a relation's sides, the variable of a pick. */
export function renamed(scope: Scope, names: ReadonlyMap<Entity, Entity>): Scope {
  return { ...scope, column: (entity, name) => scope.column(names.get(entity) ?? entity, name) };
}
