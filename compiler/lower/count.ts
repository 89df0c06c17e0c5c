/** `count(…)`: two bounds over the candidates of the scene (S4, S5), as one total per tuple. */
import type * as typed from '../check/typed.js';
import { and, apply, column, equal, int, isTrue, maybe, named, not, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Relation } from '../ir/node.js';
import type { Bound, Tables } from './binding.js';
import { lowerScalar } from './expression.js';
import type { Scope } from './scope.js';
import { sharedValues } from './shared-values.js';
import { tupleKeys } from './tuple-keys.js';
import type { Value } from './value.js';

/** More things than any picture shows: what a crowd region may hold. */
const crowd = 1_000_000;

interface Place {
  /** Number of the body that counts; tuples of others need not. */
  readonly body: number;
  /** Of all counts of the task. */
  readonly index: number;
  readonly task: typed.Task;
  readonly bound: Bound;
  readonly tables: Tables;
  readonly graph: Graph;
  readonly scope: Scope;
}

export function countMembers(e: typed.Counting, place: Place): Value {
  const { body, index, task, bound, scope } = place;
  // No entity can be called so: its columns must not meet those of the tuple.
  const prefix = `${e.variable.name}#${index}`;
  const ofMember = memberColumn(prefix, place.tables);
  const objects = [...task.binders.flatMap((b) => b.entities).filter((o) => o.kind === 'object'), ...e.picked];
  const others = e.other ? objects.map((o) => not(equal(ofMember('object'), bound.column(o, 'object')))) : [];
  const mine = bound.body ? [equal(bound.body, int(body))] : [];
  const pairs = and(...mine, equal(ofMember('scene'), bound.column(bound.first, 'scene')), ...others);
  const names = [`count${index}.low`, `count${index}.high`] as const;
  // Before the tuples go on: a `let` that stands in the condition alone becomes a column of theirs.
  const values = sharedValues(`${prefix}.#`);
  const condition = lowerScalar(e.where, inside(e, ofMember, scope, values.share));
  const counted: Counted = { layers: values.layers(), condition, prefix, pairs, names };
  bound.columns.continueFrom((relation) => totalled(relation, counted, place));
  const covers = (category: typed.Expression): Expression =>
    apply('contains', 'bool', bound.column(bound.first, 'covered'), lowerScalar(category, scope));
  const covered = and(...e.categories.map(covers));
  const known = (name: string): Expression => when([[covered, column(name, 'int')]]);
  return { kind: 'bounds', low: scope.share(known(names[0])), high: scope.share(known(names[1])) };
}

const memberColumn =
  (prefix: string, tables: Tables) =>
  (name: string): Expression =>
    column(`${prefix}.${name}`, tables.candidate.find((f) => f.name === name)?.type ?? 'int');

/** The scope of the condition, in which the variable is the candidate. */
const inside = (
  { variable }: typed.Counting,
  ofMember: (name: string) => Expression,
  scope: Scope,
  share: Scope['share'],
): Scope => ({
  ...scope,
  column: (entity, name) => (entity === variable ? ofMember(name) : scope.column(entity, name)),
  share,
});

interface Counted {
  readonly layers: readonly (readonly Named[])[];
  readonly condition: Expression;
  readonly prefix: string;
  /** Which candidates a tuple is paired with. */
  readonly pairs: Expression;
  readonly names: readonly [low: string, high: string];
}

function totalled(relation: Relation, counted: Counted, { bound, tables, graph }: Place): Relation {
  const { layers, condition, prefix, pairs, names } = counted;
  const [low, high] = boundsOf(condition, memberColumn(prefix, tables));
  return graph.total(relation, graph.table('chunk_facts', prefix, tables.candidate), {
    keys: tupleKeys(relation, bound),
    on: pairs,
    layers,
    // What surely does not count adds nothing.
    where: maybe(condition),
    totals: [named(names[0], low), named(names[1], high)],
  });
}

/** 1 where a candidate surely counts; and 1, or a crowd's many, where it may. */
function boundsOf(condition: Expression, ofMember: (name: string) => Expression): readonly [Expression, Expression] {
  const may = not(isTrue(not(condition)));
  const low = when([[and(ofMember('certain'), isTrue(condition)), int(1)]], int(0));
  const high = when(
    [
      [and(may, ofMember('crowd')), int(crowd)],
      [may, int(1)],
    ],
    int(0),
  );
  return [low, high];
}
