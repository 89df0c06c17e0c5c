/**
 * What a range over the scene looked at: for one tuple a row per candidate, with what was asked of it.
 * Nothing is left out, so that it can be told why a thing was not counted.
 */
import type * as typed from '../check/typed.js';
import { and, column, equal, isTrue, named, not } from '../ir/build.js';
import type { Candidates } from '../ir/evidence.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Named, Relation } from '../ir/node.js';
import { Numbering } from '../ir/numbering.js';
import { calledExpression } from './called.js';
import { evidenceOf, type Looking, type Ranging } from './evidence.js';
import { lowerScalar } from './expression.js';
import type { Share } from './object-facts.js';
import type { Hold } from './reading.js';
import { sharedValues } from './shared-values.js';

/** Columns of every such query, beside `kin` and those that hold values. */
export const candidateColumns = ['object_id', 'category', 'certain', 'crowd'] as const;

export interface Place {
  readonly task: typed.Task;
  readonly candidate: readonly Field[];
  readonly graph: Graph;
  /** A column of the tuple. */
  readonly column: (entity: typed.Entity, name: string) => Expression;
  readonly first: typed.Entity;
}

/** Queries over pairs of a tuple and a candidate; made when the tuples are. */
export interface CandidateQueries {
  readonly look: (ranging: Ranging, looking: Looking) => Candidates;
  readonly all: (tuple: Relation) => readonly Relation[];
}

export function candidateQueries(place: Place): CandidateQueries {
  const made: ((tuple: Relation) => Relation)[] = [];
  const look = (ranging: Ranging, looking: Looking): Candidates => {
    const query = made.length;
    const prefix = `${ranging.variable.name}#why${query}`;
    const values = sharedValues(`${prefix}.#`);
    const held = holding('c', values.share);
    const of = (name: string): Expression =>
      column(`${prefix}.${name}`, place.candidate.find((f) => f.name === name)?.type ?? 'int');
    const inside: Looking = {
      ...looking,
      hold: held.hold,
      scope: {
        ...looking.scope,
        column: (entity, name) => (entity === ranging.variable ? of(name) : looking.scope.column(entity, name)),
        share: values.share,
      },
    };
    const where = evidenceOf(ranging.where, inside);
    const called = ranging.categories.map((c) => calledExpression(of, lowerScalar(c, looking.scope)));
    // What is clearly called otherwise is no near miss.
    const kin = named('kin', not(isTrue(not(and(...called)))));
    const by = ranging.by && evidenceOf(ranging.by, inside);
    made.push((tuple) => {
      const paired = place.graph.join(
        tuple,
        place.graph.table('chunk_facts', prefix, place.candidate),
        pairs(ranging, of, place),
      );
      const measured = values.layers().reduce<Relation>((rows, layer) => place.graph.compute(rows, layer), paired);
      return place.graph.project(measured, [
        ...candidateColumns.map((name) => named(name, of(name))),
        kin,
        ...held.columns(),
      ]);
    });
    return {
      query,
      where,
      by,
      most: ranging.most,
      margin: ranging.margin,
      categories: ranging.categories.map((c) => evidenceOf(c, looking).value),
    };
  };
  return { look, all: (tuple) => made.map((make) => make(tuple)) };
}

function pairs(
  { other }: Ranging,
  of: (name: string) => Expression,
  { task, column: bound, first }: Place,
): Expression {
  const objects = task.binders.flatMap((b) => b.entities).filter((o) => o.kind === 'object');
  const others = other ? objects.map((o) => not(equal(of('object'), bound(o, 'object')))) : [];
  return and(equal(of('scene'), bound(first, 'scene')), ...others);
}

/** Columns of a query, each value once. */
export function holding(
  prefix: string,
  share: Share,
): { readonly hold: Hold; readonly columns: () => readonly Named[] } {
  const numbering = new Numbering();
  const known = new Map<number, Named>();
  const hold: Hold = (value) => {
    const kept = share(value);
    const key = numbering.of(kept);
    const column = known.get(key) ?? named(`${prefix}${known.size + 1}`, kept);
    known.set(key, column);
    return column.name;
  };
  return { hold, columns: () => [...known.values()] };
}
