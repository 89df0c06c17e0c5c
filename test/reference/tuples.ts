/** Every way to bind the names of a `for` line in one scene; sets once per subset, in a drawn order. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { PixelRow } from '../../runtime/facts/rows.js';
import type { Body, FiniteValue } from './bodies.js';
import { isCertain } from './candidates.js';
import { setsOnRing } from './drawn-sets.js';
import { type DrawKey, factorial, permutation, pick } from './draws.js';
import { pixelBase } from './object-facts.js';
import type { SceneContext } from './scene-context.js';
import { quantity, type Value } from './value.js';
import { called } from './vocabulary.js';
import { compareBytes } from './whole-units.js';

export interface Entity {
  readonly id: string;
  readonly value: Value;
}

/** What a name of the `for` line stands for; of a drawn set each member has the name of the set. */
export interface BoundEntity extends Entity {
  readonly name: string;
  readonly entity: ast.EntityBinder['entity'];
}

export interface Tuple {
  readonly key: DrawKey;
  /** In the order of the `for` line, sets in their drawn order. */
  readonly bound: readonly BoundEntity[];
  /** What every name of the `for` line means. */
  readonly names: ReadonlyMap<string, Value>;
}

/** Per binder the entities it holds: ids of a set sorted, else in the order of its names or of the ring. */
type Filling = readonly (readonly Entity[])[];

export interface Drawing {
  readonly context: SceneContext;
  readonly seed: number;
  readonly source: string;
}

export function tuplesOf({ task, values }: Body, drawing: Drawing): readonly Tuple[] {
  const { context, seed, source } = drawing;
  const base = { seed, task: task.name.text, source, sceneId: context.facts.scene.sceneId };
  return fillings(task.binders, context, { ...base, ids: [] }).map((filling) => {
    const ids = filling.flatMap((entities) => entities.map((entity) => entity.id));
    const key: DrawKey = { ...base, ids: [...ids, ...[...values.values()].map(({ text }) => text)] };
    const bound = task.binders.flatMap((binder, i) => named(binder, i + 1, filling[i] ?? [], key));
    return { key, bound, names: namesOf(task.binders, bound, values) };
  });
}

function named(binder: ast.Binder, number: number, entities: readonly Entity[], key: DrawKey): readonly BoundEntity[] {
  if (binder.kind === 'finite') return [];
  const [set] = binder.names;
  if (binder.order === 'drawn') {
    return entities.map((each) => ({ ...each, name: set?.text ?? '', entity: binder.entity }));
  }
  const ordered =
    binder.order === 'set' ? permutation(entities, pick(key, `order ${number}`, factorial(entities.length))) : entities;
  return binder.names.flatMap((name, i) => {
    const entity = ordered[i];
    return entity === undefined ? [] : [{ ...entity, name: name.text, entity: binder.entity }];
  });
}

function namesOf(
  binders: readonly ast.Binder[],
  bound: readonly BoundEntity[],
  values: Body['values'],
): ReadonlyMap<string, Value> {
  const entities = binders.flatMap((binder): readonly (readonly [string, Value])[] => {
    if (binder.kind === 'finite') return [];
    return binder.names.map(({ text }) => {
      const meant = bound.filter(({ name }) => name === text).map(({ value }) => value);
      const [only] = meant;
      if (binder.order !== 'drawn' && only !== undefined) return [text, only];
      return [text, { kind: 'list', items: meant }];
    });
  });
  return new Map([...entities, ...[...values].map(([name, value]) => [name, finite(value)] as const)]);
}

function finite({ domain, text }: FiniteValue): Value {
  return domain === 'count' ? quantity('number', Number(text)) : { kind: 'term', domain, text };
}

function fillings(binders: readonly ast.Binder[], context: SceneContext, key: DrawKey): readonly Filling[] {
  let partial: readonly Filling[] = [[]];
  for (const [i, binder] of binders.entries()) {
    if (binder.kind === 'finite') {
      partial = partial.map((filling) => [...filling, []]);
      continue;
    }
    const domain = domainOf(binder, context);
    const rings = binder.order === 'drawn' ? setsOnRing(domain, binder, i + 1, key) : [];
    partial = partial.flatMap((filling) => {
      const taken = new Set(filling.flatMap((entities, j) => (isOf(binders[j], binder) ? entities.map(idOf) : [])));
      return choicesOf(
        binder,
        domain.filter(({ id }) => !taken.has(id)),
        rings.filter((set) => set.every(({ id }) => !taken.has(id))),
      ).map((choice) => [...filling, choice]);
    });
  }
  return partial;
}

const idOf = ({ id }: Entity): string => id;

const isOf = (other: ast.Binder | undefined, binder: ast.EntityBinder): boolean =>
  other?.kind === 'entities' && other.entity === binder.entity;

function choicesOf(
  binder: ast.EntityBinder,
  free: readonly Entity[],
  rings: readonly (readonly Entity[])[],
): readonly (readonly Entity[])[] {
  switch (binder.order) {
    case 'drawn':
      return rings;
    case 'set':
      return subsets(free, binder.names.length);
    case 'one':
    case 'ordered':
      return arrangements(free, binder.names.length);
  }
}

/** Sorted by the bytes of the id, so that subsets come out sorted. */
function domainOf(binder: ast.EntityBinder, context: SceneContext): readonly Entity[] {
  return [...entitiesOf(binder, context)].sort((a, b) => compareBytes(a.id, b.id));
}

function entitiesOf(binder: ast.EntityBinder, context: SceneContext): readonly Entity[] {
  const certain = context.candidates.filter(isCertain);
  const { scene } = context.facts;
  const isShown = (row: PixelRow): boolean => !binder.onFloor || isOnFloor(pixelBase(row, scene));
  switch (binder.entity) {
    case 'object':
      return certain.map((row) => ({ id: row.objectId, value: { kind: 'object', row } }));
    case 'pixel':
      return context.facts.pixels.filter(isShown).map((row) => ({ id: row.pixelId, value: { kind: 'pixel', row } }));
    case 'category': {
      const countable = (name: string) => context.vocabulary.get(name)?.countable === true;
      const present = (name: string) => certain.some((row) => called(context.vocabulary, row.category, name) === true);
      const names = [...context.covered].filter((name) => countable(name) && (binder.inVocabulary || present(name)));
      return names.map((text) => ({ id: text, value: { kind: 'word', domain: 'category', text } }));
    }
  }
}

/** Whole um: what is seen of the floor may be off by 1 cm. */
const isOnFloor = (base: number | null): boolean => base !== null && Math.abs(base) <= 10_000;

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
