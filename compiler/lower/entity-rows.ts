/** The stored tables that facts are made from, their columns as the IR knows them, and how facts are added to rows. */
import { and, atMost, below, column } from '../ir/build.js';
import { fieldsOf } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation, ValueType } from '../ir/node.js';
import { Columns } from './book.js';
import type { Definition, Need } from './object-facts.js';

export const field = (name: string, type: ValueType): Field => ({ name, type });

export const objectTable: readonly Field[] = [
  ...[
    'source',
    'object_id',
    'category',
    'presence',
    'extent',
    'front',
    'noun',
    'noun_plural',
    'noun_article',
    'said',
  ].map((n) => field(n, 'text')),
  ...['scene', 'object'].map((n) => field(n, 'int')),
  field('crowd', 'bool'),
  ...['box2d', 'centre', 'size', 'rotation', 'facing'].map((n) => field(n, 'reals')),
  ...['visibility', 'truncation', 'score'].map((n) => field(n, 'real')),
  ...['names', 'maybe_names', 'own_texts'].map((n) => field(n, 'texts')),
  field('own_numbers', 'reals'),
];
export const sceneTable: readonly Field[] = [
  ...['scene_id', 'capture_id', 'image_uri'].map((n) => field(n, 'text')),
  ...['scene'].map((n) => field(n, 'int')),
  field('up', 'reals'),
  field('floor_height', 'real'),
  field('metric', 'bool'),
  field('scale_sigma', 'real'),
  field('covered', 'texts'),
];
export const pixelTable: readonly Field[] = [
  field('source', 'text'),
  field('pixel_id', 'text'),
  field('scene', 'int'),
  field('pixel', 'int'),
  field('u', 'real'),
  field('v', 'real'),
  field('point', 'reals'),
];
export const vocabularyTable: readonly Field[] = [
  field('source', 'text'),
  ...['label', 'singular', 'plural', 'article', 'verb'].map((n) => field(n, 'text')),
  field('countable', 'bool'),
];

/** Names of scene columns that every entity row carries along. */
export const ofScene = ['scene_id', 'capture_id', 'image_uri', 'up', 'floor_height', 'covered'] as const;

/** Base columns of an entity's row: those of its own table and of its scene's. */
export function baseColumns(own: readonly Field[], prefix: string): ReadonlyMap<string, Expression> {
  return new Map<string, Expression>([
    ...own.map((f) => [f.name, column(`${prefix}.${f.name}`, f.type)] as const),
    ...sceneTable.filter((f) => f.name !== 'scene').map((f) => [f.name, column(`s.${f.name}`, f.type)] as const),
  ]);
}

export function inChunk(scene: Expression): Expression {
  return and(
    atMost({ kind: 'parameter', name: 'first', type: 'int' }, scene),
    below(scene, { kind: 'parameter', name: 'end', type: 'int' }),
  );
}

export function defineAll(
  graph: Graph,
  from: Relation,
  base: ReadonlyMap<string, Expression>,
  definitions: Readonly<Record<string, Definition>>,
): Relation {
  const columns = new Columns(graph, from);
  const done = new Map<string, Expression>(base);
  const need: Need = (name) => {
    const known = done.get(name);
    if (known) return known;
    const definition = definitions[name];
    if (!definition) throw new Error(`SPQ904: no column ${name}`);
    const made = columns.define(name, definition(need));
    done.set(name, made);
    return made;
  };
  for (const name of Object.keys(definitions)) need(name);
  return columns.flush();
}

export function typeOf(relation: Relation, name: string): ValueType {
  return fieldsOf(relation).get(name)?.type ?? 'int';
}
