/**
 * Drawn sets, `objects {xs: 3..5}`: a scene's entities stand on a ring in a drawn order; from each, a drawn number of neighbours is a set.
 * So a scene of n things gives about n sets, however many subsets there are, and every thing is in as many of them.
 */
import { add, and, atMost, below, bool, column, equal, int, named, or, subtract, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import type { EntityKind } from '../types/type.js';
import type { Group, Slot } from './binding.js';
import { Columns } from './book.js';
import { Draws } from './draw.js';
import { firstKeys, ownKeys } from './entity-keys.js';

export interface Ring {
  readonly kind: EntityKind;
  /** Place of the binder in the `for` line, from 0. */
  readonly index: number;
  /** Name of the column that numbers entities of a scene. */
  readonly rank: string;
  readonly size: { readonly least: number; readonly most: number };
  /** Columns that are needed of an entity before its facts. */
  readonly ids: readonly Field[];
  readonly rows: (prefix: string, fields: readonly Field[]) => Relation;
  readonly making: { readonly seed: number; readonly task: string; readonly graph: Graph };
}

export function ringOf(ring: Ring): Group {
  const { index, size, making } = ring;
  const prefix = `#${index + 1}`;
  const placed = placedOn(ring, prefix);
  const at = (name: string): Expression => column(`${prefix}.${name}`, 'int');
  const fits = or(below(at('size'), at('among')), and(equal(at('size'), at('among')), equal(at('place'), int(0))));
  const kept = ['scene', 'scene_key', 'key', ...ownKeys, ...firstKeys, ring.rank];
  const of = (name: string): Expression =>
    column(`${prefix}.${name}`, ring.ids.find((f) => f.name === name)?.type ?? 'int');
  const own = ['size', 'place', 'among'].map((n) => named(`${prefix}.${n}`, at(n)));
  const others = Array.from({ length: size.most - 1 }, (_, j) => memberOf(ring, prefix, j + 1));
  const start = making.graph.project(making.graph.filter(placed, fits), [
    ...own,
    // Columns of their own: by a computed place a database may join all members of a scene before it looks at places.
    ...others.map(({ next, place }) => named(next, place)),
    ...kept.map((n) => named(`${prefix}1.${n}`, of(n))),
  ]);
  let relation: Relation = start;
  const slots: Slot[] = [{ prefix: `${prefix}1`, kind: ring.kind, present: bool(true), ascending: false }];
  for (const { member, present, next } of others) {
    const row = making.graph.project(placed, [
      ...[...kept.slice(0, 1), ...kept.slice(2)].map((n) => named(`${member}.${n}`, of(n))),
      named(`${member}.place`, at('place')),
    ]);
    const sameScene = equal(column(`${member}.scene`, 'int'), column(`${prefix}1.scene`, 'int'));
    const samePlace = equal(column(`${member}.place`, 'int'), column(next, 'int'));
    relation = making.graph.join(relation, row, and(sameScene, samePlace));
    slots.push({ prefix: member, kind: ring.kind, present, ascending: false });
  }
  return { relation, slots, size: at('size') };
}

/** The member so many places after the first: its prefix, where it has one, and the column that says at which place it stands. */
function memberOf({ size }: Ring, prefix: string, j: number) {
  const at = (name: string): Expression => column(`${prefix}.${name}`, 'int');
  const present = j < size.least ? bool(true) : below(int(j), at('size'));
  // Beyond its size a set has no member: its first stands there, so that no row is lost.
  const place = when([[present, around(add(at('place'), int(j)), at('among'))]], at('place'));
  return { member: `${prefix}${j + 1}`, next: `${prefix}.next${j + 1}`, present, place };
}

/** Every entity with its place on the ring, how many stand there, and the size of the set that starts from it. */
function placedOn({ index, size, ids, rows, making }: Ring, prefix: string): Relation {
  const { graph } = making;
  const of = (name: string): Expression => column(`${prefix}.${name}`, 'int');
  const book = new Columns(graph, rows(prefix, ids), `${prefix}.v`);
  const draws = new Draws(making.seed, making.task, [of(firstKeys[0]), of(firstKeys[1])], (value) => book.share(value));
  const [draw, drawnSize] = [
    draws.number(`ring ${index + 1}`),
    draws.pick(`size ${index + 1}`, size.most - size.least + 1),
  ];
  const drawn = graph.compute(book.flush(), [
    named(`${prefix}.draw`, draw),
    named(`${prefix}.size`, add(int(size.least), drawnSize)),
  ]);
  return graph.place(drawn, {
    per: [`${prefix}.scene`],
    by: [`${prefix}.draw`, `${prefix}.key`],
    place: `${prefix}.place`,
    among: `${prefix}.among`,
  });
}

/** A place after the last is one at the beginning. */
function around(place: Expression, among: Expression): Expression {
  return when([[atMost(among, place), subtract(place, among)]], place);
}
