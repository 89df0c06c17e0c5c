/** The tuple of a question, bound anew in a scene: which thing each name of the `for` line stands for. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type Body, bodiesOf } from '../reference/bodies.js';
import { type DrawKey, factorial, permutation, pick } from '../reference/draws.js';
import type { SceneContext } from '../reference/scene-context.js';
import type { BoundEntity, Tuple } from '../reference/tuples.js';
import { quantity, type Value } from '../reference/value.js';

export interface BoundBody {
  readonly body: Body;
  readonly tuple: Tuple;
}

export interface Binding {
  readonly task: ast.Task;
  /** As the pipeline keys it: sets sorted, finite values last. */
  readonly key: DrawKey;
  readonly context: SceneContext;
}

/** Undefined where the scene does not have one of the things. Ids are the same in truth and noise. */
export function boundTuple({ task, key, context }: Binding): BoundBody | undefined {
  const finite = task.binders.filter((binder) => binder.kind === 'finite').length;
  const ids = key.ids.slice(0, key.ids.length - finite);
  const values = key.ids.slice(ids.length);
  const body = bodiesOf(task).find((each) => [...each.values.values()].every(({ text }, i) => text === values[i]));
  const groups = groupsOf(task.binders, ids).map(({ binder, at, members }) => ordered(binder, at, members, key));
  const bound = groups.flat().flatMap(({ id, name, entity }): readonly BoundEntity[] => {
    const value = meant(entity, id, context);
    return value === undefined ? [] : [{ id, name, entity, value }];
  });
  if (body === undefined || bound.length < ids.length) return undefined;
  return { body, tuple: { key, bound, names: namesOf(task.binders, bound, body) } };
}

interface Group {
  readonly binder: ast.EntityBinder;
  /** In the `for` line, from 1. */
  readonly at: number;
  readonly members: readonly string[];
}

/** A drawn set has what the others leave. */
function groupsOf(binders: readonly ast.Binder[], ids: readonly string[]): readonly Group[] {
  const fixed = binders.flatMap((b) => (b.kind === 'entities' && b.order !== 'drawn' ? b.names : [])).length;
  let from = 0;
  return binders.flatMap((binder, i) => {
    if (binder.kind === 'finite') return [];
    const size = binder.order === 'drawn' ? ids.length - fixed : binder.names.length;
    from += size;
    return [{ binder, at: i + 1, members: ids.slice(from - size, from) }];
  });
}

type Meant = Pick<BoundEntity, 'id' | 'name' | 'entity'>;

function ordered(
  { names, order, entity }: ast.EntityBinder,
  at: number,
  ids: readonly string[],
  key: DrawKey,
): readonly Meant[] {
  const [set] = names;
  if (order === 'drawn') return ids.map((id) => ({ id, name: set?.text ?? '', entity }));
  const drawn = order === 'set' ? permutation(ids, pick(key, `order ${at}`, factorial(ids.length))) : ids;
  return drawn.map((id, i) => ({ id, name: names[i]?.text ?? '', entity }));
}

function meant(entity: BoundEntity['entity'], id: string, { facts }: SceneContext): Value | undefined {
  switch (entity) {
    case 'object': {
      const row = facts.objects.find(({ objectId }) => objectId === id);
      return row && { kind: 'object', row };
    }
    case 'pixel': {
      const row = facts.pixels.find(({ pixelId }) => pixelId === id);
      return row && { kind: 'pixel', row };
    }
    case 'category':
      return { kind: 'word', domain: 'category', text: id };
  }
}

function namesOf(binders: readonly ast.Binder[], bound: readonly BoundEntity[], { values }: Body): Tuple['names'] {
  const entities = binders.flatMap((binder): readonly (readonly [string, Value])[] => {
    if (binder.kind === 'finite') return [];
    return binder.names.map(({ text }) => {
      const items = bound.filter(({ name }) => name === text).map(({ value }) => value);
      const [only] = items;
      return [text, binder.order !== 'drawn' && only !== undefined ? only : { kind: 'list', items }];
    });
  });
  const finite = [...values].map(([name, { domain, text }]): readonly [string, Value] => [
    name,
    domain === 'count' ? quantity('number', Number(text)) : { kind: 'term', domain, text },
  ]);
  return new Map([...entities, ...finite]);
}
