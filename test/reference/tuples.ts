/** Every way to bind the names of a `for` line in one scene; sets once per subset, in a drawn order. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isCertain } from './candidates.js';
import { type DrawKey, factorial, permutation, pick } from './draws.js';
import type { SceneContext } from './scene-context.js';
import type { Value } from './value.js';
import { called } from './vocabulary.js';
import { compareBytes } from './whole-units.js';

export interface Entity {
  readonly id: string;
  readonly value: Value;
}

/** What a name of the `for` line stands for. */
export interface BoundEntity extends Entity {
  readonly name: string;
  readonly entity: ast.Binder['entity'];
}

export interface Tuple {
  readonly key: DrawKey;
  /** In the order of the `for` line, sets in their drawn order. */
  readonly bound: readonly BoundEntity[];
}

/** Per binder the entities it holds: ids of a set sorted, else in the order of its names. */
type Filling = readonly (readonly Entity[])[];

export function tuplesOf(task: ast.Task, context: SceneContext, seed: number, source: string): readonly Tuple[] {
  return fillings(task.binders, context).map((filling) => {
    const ids = filling.flatMap((entities) => entities.map((entity) => entity.id));
    const key: DrawKey = { seed, task: task.name.text, source, sceneId: context.facts.scene.sceneId, ids };
    return { key, bound: task.binders.flatMap((binder, i) => named(binder, i + 1, filling[i] ?? [], key)) };
  });
}

function named(binder: ast.Binder, number: number, entities: readonly Entity[], key: DrawKey): readonly BoundEntity[] {
  const ordered =
    binder.order === 'set' ? permutation(entities, pick(key, `order ${number}`, factorial(entities.length))) : entities;
  return binder.names.flatMap((name, i) => {
    const entity = ordered[i];
    return entity === undefined ? [] : [{ ...entity, name: name.text, entity: binder.entity }];
  });
}

function fillings(binders: readonly ast.Binder[], context: SceneContext): readonly Filling[] {
  let partial: readonly Filling[] = [[]];
  for (const [i, binder] of binders.entries()) {
    const domain = domainOf(binder, context);
    partial = partial.flatMap((filling) => {
      const taken = new Set(
        filling.flatMap((entities, j) => (binders[j]?.entity === binder.entity ? entities.map((each) => each.id) : [])),
      );
      const free = domain.filter((each) => !taken.has(each.id));
      const size = binders[i]?.names.length ?? 0;
      const choices = binder.order === 'set' ? subsets(free, size) : arrangements(free, size);
      return choices.map((choice) => [...filling, choice]);
    });
  }
  return partial;
}

/** Sorted by the bytes of the id, so that subsets come out sorted. */
function domainOf(binder: ast.Binder, context: SceneContext): readonly Entity[] {
  return [...entitiesOf(binder, context)].sort((a, b) => compareBytes(a.id, b.id));
}

function entitiesOf(binder: ast.Binder, context: SceneContext): readonly Entity[] {
  const certain = context.candidates.filter(isCertain);
  switch (binder.entity) {
    case 'object':
      return certain.map((row) => ({ id: row.objectId, value: { kind: 'object', row } }));
    case 'pixel':
      return context.facts.pixels.map((row) => ({ id: row.pixelId, value: { kind: 'pixel', row } }));
    case 'category': {
      const present = (name: string) => certain.some((row) => called(context.vocabulary, row.category, name) === true);
      const names = [...context.covered].filter((name) => binder.inVocabulary || present(name));
      return names.map((text) => ({ id: text, value: { kind: 'word', domain: 'category', text } }));
    }
  }
}

function subsets<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

function arrangements<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item) =>
    arrangements(
      items.filter((other) => other !== item),
      size - 1,
    ).map((rest) => [item, ...rest]),
  );
}
