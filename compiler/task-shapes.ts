/** How many tuples a task may have, as far as the recipe alone tells: what it binds, and what it takes. */
import type * as typed from './check/typed.js';

export interface TaskShape {
  readonly name: string;
  readonly binders: readonly {
    readonly kind: 'object' | 'pixel' | 'category';
    /** `set`: without order; `drawn`: one set for each thing of the scene. */
    readonly order: 'one' | 'set' | 'ordered' | 'drawn';
    readonly count: number;
  }[];
  /** Combinations of the values of finite binders. */
  readonly values: number;
  /** Questions of one tuple. */
  readonly formats: number;
  readonly takes: readonly { readonly count: number; readonly per: 'scene' | 'object' | 'task' }[];
}

export function shapesOf(recipe: typed.Recipe): readonly TaskShape[] {
  return recipe.levels.flatMap(({ tasks }) => tasks.map(shapeOf));
}

function shapeOf(task: typed.Task): TaskShape {
  return {
    name: task.name,
    binders: task.binders.map(({ kind, order, entities }) => ({ kind, order, count: entities.length })),
    values: task.finite.reduce((product, { values }) => product * values.length, 1),
    formats: task.formats?.all === true ? formatsOf(task) : 1,
    takes: task.takes.map(({ count, per }) => ({ count, per })),
  };
}

function formatsOf({ bodies: [body] }: typed.Task): number {
  const open = body.asks.length > 0 ? 1 : 0;
  const choice = body.choices === undefined ? 0 : 1;
  const claim = body.claims.length > 0 ? 1 : 0;
  return open + choice + claim;
}
