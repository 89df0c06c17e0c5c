/**
 * Landmarks (S8): things that are alone of their kind, and to which one other thing stands as no rival of it does.
 * `chunk_pairs` holds how candidates stand to each landmark; from it each object gets one landmark per relation.
 */
import type * as typed from '../check/typed.js';
import { and, apply, bool, column, equal, int, isTrue, named, not, or, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import { Columns } from './book.js';
import { calledExpression } from './called.js';
import { landmarkColumn } from './reference-needs.js';
import type { RelationTruth } from './relation-truth.js';

/** The shared relations by name, in the order in which they are made; the last has all columns of objects. */
export type SharedRelations = readonly { readonly name: string; readonly relation: Relation }[];

const stands = (relation: typed.Relation): string => `stands_${relation.name.replaceAll(' ', '_')}`;
const own: readonly string[] = ['scene', 'object', 'category', 'names', 'maybe_names', 'clean', 'covered'];

/** @param alone objects with `is_unique`, as the table `chunk_alone` will hold them */
export function withLandmarks(
  graph: Graph,
  alone: Relation,
  fields: readonly Field[],
  relations: readonly typed.Relation[],
  truth: RelationTruth,
): SharedRelations {
  if (relations.length === 0) return [{ name: 'chunk_objects', relation: alone }];
  const pairs = pairsOf(graph, fields, relations, truth);
  return [
    { name: 'chunk_alone', relation: alone },
    { name: 'chunk_pairs', relation: pairs },
    { name: 'chunk_objects', relation: placed(graph, fields, relations) },
  ];
}

/** One row per candidate x and landmark b: what x is, b's noun, and how x stands to b. */
function pairsOf(
  graph: Graph,
  fields: readonly Field[],
  relations: readonly typed.Relation[],
  truth: RelationTruth,
): Relation {
  const x = graph.table('chunk_alone', 'x', fields);
  const b = graph.filter(
    graph.table('chunk_alone', 'b', fields),
    and(column('b.is_unique', 'bool'), column('b.certain', 'bool')),
  );
  const of = (prefix: string, name: string): Expression =>
    column(`${prefix}.${name}`, fields.find((f) => f.name === name)?.type ?? 'int');
  const joined = graph.join(
    x,
    b,
    and(equal(of('x', 'scene'), of('b', 'scene')), not(equal(of('x', 'object'), of('b', 'object')))),
  );
  const columns = new Columns(graph, joined);
  const truths = relations.map((r) =>
    named(
      stands(r),
      truth(r, 'x', 'b', (value) => columns.share(value)),
    ),
  );
  return graph.project(columns.flush(), [
    ...own.map((name) => named(name, of('x', name))),
    named('landmark', of('b', 'object')),
    named('landmark_noun', of('b', 'noun')),
    ...truths,
  ]);
}

/** Each object with the first landmark, by its noun, to which it alone of its kind stands so. */
function placed(graph: Graph, fields: readonly Field[], relations: readonly typed.Relation[]): Relation {
  const pairFields: readonly Field[] = [
    ...fields.filter((f) => own.includes(f.name)),
    { name: 'landmark', type: 'int' },
    { name: 'landmark_noun', type: 'text' },
    ...relations.map((r) => ({ name: stands(r), type: 'bool' as const })),
  ];
  const of = (prefix: string, name: string): Expression =>
    column(`${prefix}.${name}`, pairFields.find((f) => f.name === name)?.type ?? 'int');
  const a = (name: string): Expression => of('p', name);
  const x = (name: string): Expression => of('q', name);
  const standing = graph.filter(
    graph.table('chunk_pairs', 'p', pairFields),
    and(a('clean'), apply('contains', 'bool', a('covered'), a('category')), or(...relations.map((r) => a(stands(r))))),
  );
  const maybe = not(isTrue(not(calledExpression(x, a('category')))));
  const beside = and(
    equal(x('scene'), a('scene')),
    equal(x('landmark'), a('landmark')),
    not(equal(x('object'), a('object'))),
  );
  const rivals = relations.map((r) =>
    named(`rivals_${r.name}`, when([[and(maybe, not(isTrue(not(x(stands(r)))))), int(1)]], int(0))),
  );
  const judged = graph.total(standing, graph.table('chunk_pairs', 'q', pairFields), {
    ...{ keys: ['p.scene', 'p.object', 'p.landmark'], on: beside, layers: [], where: bool(true), totals: rivals },
  });
  const alone = (r: typed.Relation): Expression =>
    and(isTrue(a(stands(r))), equal(column(`rivals_${r.name}`, 'int'), int(0)));
  const object = (name: string): Expression => column(`a.${name}`, fields.find((f) => f.name === name)?.type ?? 'int');
  const found = graph.total(graph.table('chunk_alone', 'a', fields), judged, {
    keys: ['a.scene', 'a.object'],
    on: and(equal(a('scene'), object('scene')), equal(a('object'), object('object'))),
    layers: [],
    where: bool(true),
    totals: relations.map((r) => ({
      ...named(landmarkColumn(r), when([[alone(r), a('landmark_noun')]])),
      fold: 'least' as const,
    })),
  });
  return graph.project(found, [
    ...fields.map((f) => named(f.name, object(f.name))),
    ...relations.map((r) => named(landmarkColumn(r), column(landmarkColumn(r), 'text'))),
  ]);
}
