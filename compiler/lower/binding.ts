/**
 * `for`: tuples of entities. Members of a set are joined in the order of their ids, each subset once;
 * then a draw permutes the ids and the facts are fetched by them (S9). Entities of one kind are distinct.
 */
import type * as typed from '../check/typed.js';
import { and, below, column, equal, int, join, not, permuted, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import type { EntityKind } from '../types/type.js';
import { Columns } from './book.js';
import { Draws } from './draw.js';

/** Fields of the shared relations that tasks read. */
export interface Tables {
  readonly object: readonly Field[];
  readonly pixel: readonly Field[];
  readonly category: readonly Field[];
  /** Every candidate, certain or possible: what `count` ranges over. */
  readonly candidate: readonly Field[];
}

export interface Bound {
  readonly columns: Columns;
  readonly draws: Draws;
  /** Length-prefixed source, scene and ids, in the order of the `for` line, those of a set sorted. */
  readonly key: Expression;
  readonly column: (entity: typed.Entity, name: string) => Expression;
  /** The first entity: its row carries the scene's columns. */
  readonly first: typed.Entity;
}

const tableOf: Readonly<Record<EntityKind, string>> = {
  object: 'chunk_objects',
  pixel: 'chunk_pixels',
  category: 'chunk_categories',
};
const rankOf: Readonly<Record<EntityKind, string>> = { object: 'object', pixel: 'pixel', category: 'category' };

/** One place of a tuple: an entity's row, or the row of a set's member before the draw. */
interface Slot {
  readonly prefix: string;
  readonly kind: EntityKind;
  readonly relation: Relation;
}

export function bindEntities(task: typed.Task, seed: number, tables: Tables, graph: Graph): Bound {
  const entities = task.binders.flatMap((b) => b.entities);
  const [first] = entities;
  if (!first) throw new Error('SPQ904: a task that binds nothing');
  const field = (kind: EntityKind, prefix: string, name: string): Expression =>
    column(`${prefix}.${name}`, tables[kind].find((f) => f.name === name)?.type ?? 'int');
  const slots = task.binders.map((b, i) => slotsOf(b, i, tables, graph));
  const all = slots.flat();
  const relation = all.slice(1).reduce<Relation>(
    (left, slot, i) => {
      const earlier = all.slice(0, i + 1);
      const [anchor = slot] = earlier;
      const sameScene = equal(field(slot.kind, slot.prefix, 'scene'), field(anchor.kind, anchor.prefix, 'scene'));
      return graph.join(
        left,
        slot.relation,
        and(sameScene, ...earlier.flatMap((other) => apart(slot, other, slots, field))),
      );
    },
    all[0]?.relation ?? graph.table(tableOf.object, first.name, tables.object),
  );
  const columns = new Columns(graph, relation);
  const key = columns.share(
    join(
      field(all[0]?.kind ?? 'object', all[0]?.prefix ?? '', 'scene_key'),
      ...all.map((s) => field(s.kind, s.prefix, 'key')),
    ),
  );
  const draws = new Draws(seed, task.name, key, (value) => columns.share(value));
  task.binders.forEach((binder, i) => {
    if (binder.order === 'set') drawOrder(binder, i, slots[i] ?? [], { columns, draws, tables, field, graph });
  });
  const of = (entity: typed.Entity, name: string): Expression => field(entity.kind, entity.name, name);
  return { columns, draws, key, column: of, first };
}

function slotsOf(binder: typed.Binder, index: number, tables: Tables, graph: Graph): readonly Slot[] {
  const { kind } = binder;
  const rows = (prefix: string, fields: readonly Field[]): Relation => {
    const table = graph.table(tableOf[kind], prefix, fields);
    if (kind === 'object') return graph.filter(table, column(`${prefix}.certain`, 'bool'));
    return kind === 'category' && !binder.inVocabulary
      ? graph.filter(table, column(`${prefix}.present`, 'bool'))
      : table;
  };
  const idsOnly = ['scene', 'scene_key', 'key', rankOf[kind], ...(kind === 'object' ? ['certain'] : [])];
  return binder.entities.map((entity, j) => {
    if (binder.order !== 'set') return { prefix: entity.name, kind, relation: rows(entity.name, tables[kind]) };
    const prefix = `#${index + 1}${j + 1}`;
    return {
      prefix,
      kind,
      relation: rows(
        prefix,
        tables[kind].filter((f) => idsOnly.includes(f.name)),
      ),
    };
  });
}

type FieldOf = (kind: EntityKind, prefix: string, name: string) => Expression;

/** Members of one set ascend; other entities of one kind differ. */
function apart(slot: Slot, other: Slot, slots: readonly (readonly Slot[])[], field: FieldOf): readonly Expression[] {
  if (slot.kind !== other.kind) return [];
  const rank = (s: Slot): Expression => field(s.kind, s.prefix, rankOf[s.kind]);
  const together = slots.some((group) => group.includes(slot) && group.includes(other));
  const isSet = slot.prefix.startsWith('#') && together;
  return [isSet ? below(rank(other), rank(slot)) : not(equal(rank(slot), rank(other)))];
}

interface Drawing {
  readonly columns: Columns;
  readonly draws: Draws;
  readonly tables: Tables;
  readonly field: FieldOf;
  readonly graph: Graph;
}

/** Gives the names of a set their members, by the permutation that the draw says. */
function drawOrder(
  binder: typed.Binder,
  index: number,
  slots: readonly Slot[],
  { columns, draws, tables, field, graph }: Drawing,
): void {
  const n = binder.entities.length;
  const { kind } = binder;
  const rank = rankOf[kind];
  const permutation = draws.pick(`order ${index + 1}`, factorial(n));
  const ranks = slots.map((s) => field(kind, s.prefix, rank));
  const scene = field(kind, slots[0]?.prefix ?? '', 'scene');
  binder.entities.forEach((entity, i) => {
    const place = columns.share(permuted(permutation, n, int(i)));
    const chosen = columns.define(`${entity.name}.@`, when(ranks.map((r, j) => [equal(place, int(j)), r] as const)));
    columns.continueFrom((relation) =>
      graph.join(
        relation,
        graph.table(tableOf[kind], entity.name, tables[kind]),
        and(equal(field(kind, entity.name, 'scene'), scene), equal(field(kind, entity.name, rank), chosen)),
      ),
    );
  });
}

export function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
