/**
 * `let n = the object x where p with least f`: one more entity, picked from the candidates of the scene.
 * Those for which p may hold are ordered by f, unknown ones first; the first is picked where it is certain and clear of the second.
 */
import type * as typed from '../check/typed.js';
import {
  and,
  apply,
  bool,
  column,
  equal,
  int,
  isKnown,
  isTrue,
  less,
  maybe,
  named,
  negate,
  not,
  or,
  when,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Relation } from '../ir/node.js';
import type { Bound, Tables } from './binding.js';
import { type Bodies, type BodyScope, each } from './bodies.js';
import { lowerScalar } from './expression.js';
import type { Scope } from './scope.js';
import { sharedValues } from './shared-values.js';
import { tupleKeys } from './tuple-keys.js';

interface Place {
  readonly task: typed.Task;
  readonly bound: Bound;
  readonly bodies: Bodies;
  readonly tables: Tables;
  readonly graph: Graph;
}

/** Picks the entities of all such lets, in order; their rows are then like those of bound ones. */
export function pickFromScene(place: Place): void {
  const [first] = place.bodies.all;
  first.body.lets.forEach((declared, i) => {
    if (declared.kind === 'entity') pickOne(declared.entity, i, place);
  });
}

function pickOne(entity: typed.Entity, index: number, { task, bound, bodies, tables, graph }: Place): void {
  const [first] = bodies.all;
  const prefix = `${entity.name}#pick`;
  const values = sharedValues(`${prefix}.#`);
  const ofMember = (name: string): Expression =>
    column(`${prefix}.${name}`, tables.candidate.find((f) => f.name === name)?.type ?? 'int');
  const perBody = (make: (pick: typed.ScenePick, inside: Scope, b: BodyScope) => Expression): Expression =>
    each(bodies, (b) => {
      const declared = b.body.lets[index];
      if (declared?.kind !== 'entity') throw new Error('SPQ904: bodies with other lets');
      const column_ = (e: typed.Entity, name: string): Expression =>
        e === declared.pick.variable ? ofMember(name) : b.scope.column(e, name);
      return make(declared.pick, { ...b.scope, column: column_, share: values.share }, b);
    });
  const truth = perBody((pick, inside) => lowerScalar(pick.where, inside));
  const value = perBody((pick, inside) => {
    const by = lowerScalar(pick.by, inside);
    return pick.most === 'least' ? by : negate(by);
  });
  const declared = first.body.lets[index];
  const before = declared?.kind === 'entity' ? declared.pick.picked : [];
  const objects = [...task.binders.flatMap((b) => b.entities).filter((o) => o.kind === 'object'), ...before];
  const others = perBody((pick) =>
    pick.other ? and(...objects.map((o) => not(equal(ofMember('object'), bound.column(o, 'object'))))) : bool(true),
  );
  const covers = perBody((pick, _inside, { scope }) =>
    and(
      ...pick.categories.map((c) =>
        apply('contains', 'bool', bound.column(bound.first, 'covered'), lowerScalar(c, scope)),
      ),
    ),
  );
  const margins = bodies.all.map(({ body }) => {
    const declared = body.lets[index];
    return declared?.kind === 'entity' ? declared.pick.margin : { absolute: 0, relativePpm: 0 };
  });
  bound.columns.continueFrom((relation) => {
    const candidates = graph.table('chunk_facts', prefix, tables.candidate);
    const sameScene = equal(ofMember('scene'), bound.column(bound.first, 'scene'));
    const pairs = graph.filter(graph.join(relation, candidates, sameScene), and(covers, others));
    const measured = values.layers().reduce<Relation>((made, layer) => graph.compute(made, layer), pairs);
    const possible = graph.filter(measured, maybe(truth));
    return picked(possible, { entity, prefix, objects, truth, value, margins, bodies, bound, tables, graph });
  });
}

interface Picking {
  readonly entity: typed.Entity;
  readonly prefix: string;
  /** Those that `for` binds, and those picked before. */
  readonly objects: readonly typed.Entity[];
  readonly truth: Expression;
  readonly value: Expression;
  readonly margins: readonly typed.Margin[];
  readonly bodies: Bodies;
  readonly bound: Bound;
  readonly tables: Tables;
  readonly graph: Graph;
}

function picked(possible: Relation, p: Picking): Relation {
  const { entity, prefix, graph, bound, tables } = p;
  const [known, value, sure, place, among, next] = ['known', 'value', 'sure', 'place', 'among', 'next'].map(
    (n) => `${prefix}.${n}`,
  );
  if (!known || !value || !sure || !place || !among || !next) return possible;
  const measured = graph.compute(possible, [
    named(value, p.value),
    named(known, when([[isKnown(p.value), int(1)]], int(0))),
    named(sure, isTrue(and(column(`${prefix}.certain`, 'bool'), p.truth))),
  ]);
  const per = tupleKeys(measured, bound);
  const by = [known, value, `${prefix}.object`];
  const ordered = graph.place(measured, { per, by, place, among, next: { name: next, of: value } });
  const first = graph.filter(
    ordered,
    and(equal(column(place, 'int'), int(0)), equal(column(known, 'int'), int(1)), column(sure, 'bool')),
  );
  const clear = each(p.bodies, (_, i) => {
    const { absolute = 0, relativePpm = 0 } = p.margins[i] ?? {};
    return isTrue(less(column(value, 'int'), column(next, 'int'), absolute, relativePpm));
  });
  const alone = equal(column(among, 'int'), int(1));
  // What is bound already has its name: a thing is not named twice.
  const object = column(`${prefix}.object`, 'int');
  const apart = p.objects.map((o) => not(equal(object, bound.column(o, 'object'))));
  const clearly = graph.filter(first, and(or(alone, clear), ...apart));
  return graph.lookup(clearly, 'chunk_objects', entity.name, tables.object, [
    { column: 'scene', is: bound.scene },
    { column: 'object', is: `${prefix}.object` },
  ]);
}
