/**
 * `for`: tuples of entities. Members of a set are joined in the order of their ids, each subset once;
 * then a draw permutes the ids and the facts are fetched by them (S9). Entities of one kind are distinct.
 */
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  apply,
  below,
  bool,
  column,
  equal,
  int,
  item,
  join,
  list,
  multiply,
  not,
  permuted,
  text,
  when,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import type { EntityKind } from '../types/type.js';
import { Columns } from './book.js';
import { Draws, digestOf, followed, type Keys, keysOf, lengthPrefixedText } from './draw.js';
import { firstKeys, ownKeys } from './entity-keys.js';
import { ringOf } from './ring.js';
import { factorial } from './sets.js';

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
  /** Length-prefixed source, scene and ids, in the order of the `for` line, those of a set sorted; then finite values. */
  readonly key: Expression;
  readonly column: (entity: typed.Entity, name: string) => Expression;
  /** The column that numbers the scene, from before any fact is fetched. */
  readonly scene: string;
  /** Columns of the ids and finite values, in the order of the key: what breaks ties. */
  readonly ranks: readonly string[];
  /** The first entity: its row carries the scene's columns. */
  readonly first: typed.Entity;
  /** Number of the tuple's body; undefined where the task has one. */
  readonly body: Expression | undefined;
}

const tableOf: Readonly<Record<EntityKind, string>> = {
  object: 'chunk_objects',
  pixel: 'chunk_pixels',
  category: 'chunk_categories',
};
const rankOf: Readonly<Record<EntityKind, string>> = { object: 'object', pixel: 'pixel', category: 'category' };

/** One place of a tuple: an entity's row, or that of a set's member before its facts are fetched. */
export interface Slot {
  readonly prefix: string;
  readonly kind: EntityKind;
  /** Of a drawn set: false for members beyond its size, which stand for its first. */
  readonly present: Expression;
  /** Members of a set ascend, so that each subset stands once. */
  readonly ascending: boolean;
}

/** Rows that bring one slot, or all of a drawn set. */
export interface Group {
  readonly relation: Relation;
  readonly slots: readonly Slot[];
  /** Of a drawn set. */
  readonly size: Expression | undefined;
}

/** The name of the column that numbers finite values. */
const finiteColumn = '#finite';

export function bindEntities(task: typed.Task, seed: number, tables: Tables, graph: Graph): Bound {
  const [first] = task.binders.flatMap((b) => b.entities);
  if (!first) throw new Error('SPQ904: a task that binds nothing');
  const field: FieldOf = (kind, prefix, name) =>
    column(`${prefix}.${name}`, tables[kind].find((f) => f.name === name)?.type ?? 'int');
  const alone = task.binders.flatMap((b) => b.entities).length === 1;
  const groups = task.binders.map((b, i) => groupsOf(b, i, alone, { seed, task: task.name, tables, graph }));
  const columns = new Columns(graph, withFinite(task, joined(groups, field, graph), graph));
  const slots = groups.flat().flatMap((g) => g.slots);
  const [anchor] = slots;
  const key = columns.share(
    join(
      field(anchor?.kind ?? 'object', anchor?.prefix ?? '', 'scene_key'),
      ...slots.map((s) => when([[s.present, field(s.kind, s.prefix, 'key')]], text(''))),
      finiteKey(task),
    ),
  );
  const draws = new Draws(seed, task.name, tupleKeys(task, slots, columns, field), (value) => columns.share(value));
  // Which tuples come first is known from their keys alone: before any fact is fetched.
  if (task.takes.some(({ per }) => per !== 'task')) {
    draws.number('select');
    columns.continueFrom((relation) => relation);
  }
  task.binders.forEach((binder, i) => {
    const own = groups[i]?.flatMap((g) => g.slots) ?? [];
    const place: Bringing = { columns, draws, tables, field, graph };
    if (binder.order === 'set') drawOrder(binder, i, own, place);
    else if (!alone || binder.order === 'drawn')
      for (const [j, entity] of binder.entities.entries()) bringRow(entity, rankAt(own[j], field), own, place);
  });
  const sizes = groups.flat().flatMap((g) => g.size ?? []);
  return {
    columns,
    draws,
    key,
    scene: `${anchor?.prefix ?? ''}.scene`,
    ranks: [...slots.map((s) => `${s.prefix}.${rankOf[s.kind]}`), ...finiteColumns(task)],
    column: (entity, name) => field(entity.kind, entity.name, name),
    first,
    body: bodyNumber(task, sizes, columns),
  };
}

const rankAt = (slot: Slot | undefined, field: FieldOf): Expression =>
  slot ? field(slot.kind, slot.prefix, rankOf[slot.kind]) : int(0);

interface Making {
  readonly seed: number;
  readonly task: string;
  readonly tables: Tables;
  readonly graph: Graph;
}

/** @param alone whether the task binds nothing else: then facts stand in the first row */
function groupsOf(binder: typed.Binder, index: number, alone: boolean, making: Making): readonly Group[] {
  const { tables, graph } = making;
  const { kind } = binder;
  const rows = (prefix: string, fields: readonly Field[]): Relation => {
    const table = graph.table(tableOf[kind], prefix, fields);
    if (kind === 'object') return graph.filter(table, column(`${prefix}.certain`, 'bool'));
    if (binder.onFloor) return graph.filter(table, column(`${prefix}.on_floor`, 'bool'));
    return kind === 'category' && !binder.inVocabulary
      ? graph.filter(table, column(`${prefix}.present`, 'bool'))
      : table;
  };
  const needed = [
    'scene',
    'scene_key',
    'key',
    ...ownKeys,
    ...firstKeys,
    rankOf[kind],
    'certain',
    'present',
    'on_floor',
  ];
  const ids = tables[kind].filter((f) => needed.includes(f.name));
  if (binder.size) return [ringOf({ kind, index, rank: rankOf[kind], size: binder.size, ids, rows, making })];
  return binder.entities.map((entity, j) => {
    const prefix = alone ? entity.name : `#${index + 1}${j + 1}`;
    const relation = rows(prefix, alone ? tables[kind] : ids);
    const slot: Slot = { prefix, kind, present: bool(true), ascending: binder.order === 'set' };
    return { relation, slots: [slot], size: undefined };
  });
}

/** All groups of one scene, their entities distinct. */
function joined(groups: readonly (readonly Group[])[], field: FieldOf, graph: Graph): Relation {
  const [first, ...rest] = groups.flat();
  if (!first) throw new Error('SPQ904: a task that binds nothing');
  let relation = first.relation;
  const earlier = [...first.slots];
  for (const group of rest) {
    const [slot] = group.slots;
    const [anchor] = earlier;
    if (!slot || !anchor) continue;
    const sameScene = equal(field(slot.kind, slot.prefix, 'scene'), field(anchor.kind, anchor.prefix, 'scene'));
    const distinct = group.slots.flatMap((s) => earlier.flatMap((other) => apart(s, other, groups, field)));
    relation = graph.join(relation, group.relation, and(sameScene, ...distinct));
    earlier.push(...group.slots);
  }
  return relation;
}

/** Each tuple once for every combination of finite values. */
function withFinite(task: typed.Task, relation: Relation, graph: Graph): Relation {
  const count = combinationsOf(task.finite).length;
  return count > 1 ? graph.join(relation, graph.series(finiteColumn, count), bool(true)) : relation;
}

const finiteColumns = ({ finite }: typed.Task): readonly string[] =>
  combinationsOf(finite).length > 1 ? [finiteColumn] : [];

const combinationsOf = (finite: readonly typed.Finite[]): readonly (readonly string[])[] =>
  finite.reduce<readonly (readonly string[])[]>(
    (made, { values }) => made.flatMap((m) => values.map((v) => [...m, v])),
    [[]],
  );

function finiteKey(task: typed.Task): Expression {
  const [first = '', ...rest] = combinationsOf(task.finite).map((words) => words.map(lengthPrefixedText).join(''));
  return rest.length > 0
    ? item(list('texts', ...[first, ...rest].map(text)), column(finiteColumn, 'int'))
    : text(first);
}

/** Of the scene and the first thing, of the others, then of finite values: what draws know of a tuple. */
function tupleKeys(task: typed.Task, [anchor, ...others]: readonly Slot[], columns: Columns, field: FieldOf): Keys {
  if (!anchor) throw new Error('SPQ904: a task that binds nothing');
  const of = ({ kind, prefix }: Slot, [first, second]: readonly [string, string]): Keys => [
    field(kind, prefix, first),
    field(kind, prefix, second),
  ];
  const shared = ([first, second]: Keys): Keys => [columns.share(first), columns.share(second)];
  const withSlot = (before: Keys, slot: Slot): Keys => {
    const next = followed(before, of(slot, ownKeys));
    if (slot.present.kind === 'literal') return next;
    // A member beyond the size of its set is none.
    const [one, other] = shared(before);
    return [when([[slot.present, next[0]]], one), when([[slot.present, next[1]]], other)];
  };
  const things = others.reduce(withSlot, of(anchor, firstKeys));
  return shared(finiteWords(task).reduce((before, words) => followed(before, wordKeys(words)), things));
}

/** For each finite binder its word in every combination. */
function finiteWords({ finite }: typed.Task): readonly (readonly string[])[] {
  const combinations = combinationsOf(finite);
  return finite.map((_, i) => combinations.map((words) => words[i] ?? ''));
}

function wordKeys(words: readonly string[]): Keys {
  const all = words.map((word) => keysOf(digestOf(text(lengthPrefixedText(word)))));
  const [only] = all;
  if (only && all.length === 1) return only;
  const chosen = (place: 0 | 1): Expression =>
    item(list('ints', ...all.map((keys) => keys[place])), column(finiteColumn, 'int'));
  return [chosen(0), chosen(1)];
}

/** Bodies are numbered by finite values, then by the sizes of drawn sets, the last fastest. */
function bodyNumber(task: typed.Task, sizes: readonly Expression[], columns: Columns): Expression | undefined {
  if (task.bodies.length === 1) return undefined;
  const drawn = task.binders.flatMap((b) => b.size ?? []);
  const finite = combinationsOf(task.finite).length > 1 ? column(finiteColumn, 'int') : int(0);
  const number = drawn.reduce<Expression>((made, { least, most }, i) => {
    const above = apply('subtract', 'int', sizes[i] ?? int(least), int(least));
    return add(multiply(made, int(most - least + 1)), above);
  }, finite);
  return columns.define('#body', number);
}

type FieldOf = (kind: EntityKind, prefix: string, name: string) => Expression;

/** Members of one set ascend; other entities of one kind differ. */
function apart(slot: Slot, other: Slot, groups: readonly (readonly Group[])[], field: FieldOf): readonly Expression[] {
  if (slot.kind !== other.kind) return [];
  const rank = (s: Slot): Expression => field(s.kind, s.prefix, rankOf[s.kind]);
  const together = groups.some((own) => [slot, other].every((s) => own.some((g) => g.slots.includes(s))));
  const isSet = slot.ascending && together;
  return [isSet ? below(rank(other), rank(slot)) : not(equal(rank(slot), rank(other)))];
}

interface Bringing {
  readonly columns: Columns;
  readonly draws: Draws;
  readonly tables: Tables;
  readonly field: FieldOf;
  readonly graph: Graph;
}

/** Gives the names of a set their members, by the permutation that the draw says. */
function drawOrder(binder: typed.Binder, index: number, slots: readonly Slot[], place: Bringing): void {
  const { columns, draws, field } = place;
  const n = binder.entities.length;
  const permutation = draws.pick(`order ${index + 1}`, factorial(n));
  const ranks = slots.map((s) => rankAt(s, field));
  binder.entities.forEach((entity, i) => {
    const at = columns.share(permuted(permutation, n, int(i)));
    const chosen = columns.define(`${entity.name}.@`, when(ranks.map((r, j) => [equal(at, int(j)), r] as const)));
    bringRow(entity, chosen, slots, place);
  });
}

/** Joins the row of the entity that is known by its number in the scene. */
function bringRow(entity: typed.Entity, rank: Expression, slots: readonly Slot[], place: Bringing): void {
  const { columns, tables, graph } = place;
  const { kind, name } = entity;
  if (rank.kind !== 'column') throw new Error('SPQ904: a thing that no column numbers');
  const keys = [
    { column: 'scene', is: `${slots[0]?.prefix ?? ''}.scene` },
    { column: rankOf[kind], is: rank.name },
  ];
  columns.continueFrom((relation) => graph.lookup(relation, tableOf[kind], name, tables[kind], keys));
}
