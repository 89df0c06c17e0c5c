/** `count(…)`: two bounds over the candidates of the scene (S4, S5), as one total per tuple. */
import type * as typed from '../check/typed.js';
import { and, apply, column, equal, int, isTrue, named, not, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression } from '../ir/node.js';
import type { Bound, Tables } from './binding.js';
import { lowerScalar } from './expression.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

/** More things than any picture shows: what a crowd region may hold. */
const crowd = 1_000_000;

export function countMembers(
  e: typed.Counting,
  place: {
    /** Number of the body that counts; tuples of others need not. */
    readonly body: number;
    /** Of all counts of the task. */
    readonly index: number;
    readonly task: typed.Task;
    readonly bound: Bound;
    readonly tables: Tables;
    readonly graph: Graph;
    readonly scope: Scope;
  },
): Value {
  const { body, index, task, bound, tables, graph, scope } = place;
  // No entity can be called so: its columns must not meet those of the tuple.
  const prefix = `${e.variable.name}#${index}`;
  const ofMember = (name: string): Expression =>
    column(`${prefix}.${name}`, tables.candidate.find((f) => f.name === name)?.type ?? 'int');
  const inside: Scope = {
    ...scope,
    column: (entity, name) => (entity === e.variable ? ofMember(name) : scope.column(entity, name)),
    // Inside the total there is no row to keep a shared value in.
    share: (value) => value,
  };
  const condition = lowerScalar(e.where, inside);
  const sameScene = equal(ofMember('scene'), bound.column(bound.first, 'scene'));
  const objects = task.binders.flatMap((b) => b.entities).filter((o) => o.kind === 'object');
  const others = e.other ? objects.map((o) => not(equal(ofMember('object'), bound.column(o, 'object')))) : [];
  const mine = bound.body ? [equal(bound.body, int(body))] : [];
  const may = not(isTrue(not(condition)));
  const low = when([[and(ofMember('certain'), isTrue(condition)), int(1)]], int(0));
  const high = when(
    [
      [and(may, ofMember('crowd')), int(crowd)],
      [may, int(1)],
    ],
    int(0),
  );
  const [lowName, highName] = [`count${index}.low`, `count${index}.high`];
  bound.columns.continueFrom((relation) =>
    graph.total(relation, graph.table('chunk_facts', prefix, tables.candidate), and(...mine, sameScene, ...others), [
      named(lowName, low),
      named(highName, high),
    ]),
  );
  const covers = (category: typed.Expression): Expression =>
    apply('contains', 'bool', bound.column(bound.first, 'covered'), lowerScalar(category, scope));
  const covered = and(...e.categories.map(covers));
  const known = (name: string): Expression => when([[covered, column(name, 'int')]]);
  return { kind: 'bounds', low: scope.share(known(lowName)), high: scope.share(known(highName)) };
}
