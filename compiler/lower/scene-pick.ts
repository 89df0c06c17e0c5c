/**
 * `let n = the object x where p with least f`: one more entity, picked from the candidates of the scene.
 * Of those for which p may hold f is known of all; the one with the least is picked where it is certain and clear of the second.
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
import type { Expression, Named, Relation, Total } from '../ir/node.js';
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
  const ofMember = memberColumn({ prefix, tables });
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
  bound.columns.continueFrom((relation) =>
    picked(relation, {
      entity,
      prefix,
      objects,
      covers,
      others,
      layers: values.layers(),
      truth,
      value,
      margins,
      bodies,
      bound,
      tables,
      graph,
    }),
  );
}

interface Picking {
  readonly entity: typed.Entity;
  readonly prefix: string;
  /** Those that `for` binds, and those picked before. */
  readonly objects: readonly typed.Entity[];
  /** Of a tuple: whether all that could be called so are known. */
  readonly covers: Expression;
  /** Of a tuple and a candidate, and so are those that follow. */
  readonly others: Expression;
  readonly layers: readonly (readonly Named[])[];
  readonly truth: Expression;
  readonly value: Expression;
  readonly margins: readonly typed.Margin[];
  readonly bodies: Bodies;
  readonly bound: Bound;
  readonly tables: Tables;
  readonly graph: Graph;
}

/**
 * What is picked has the least value, by the margin, of all that may be meant. So of two with the same value it does not matter
 * which of them is found to have the least.
 */
function picked(relation: Relation, p: Picking): Relation {
  const { entity, prefix, graph, bound, tables, value } = p;
  const of = (name: string, type: 'int' | 'bool' = 'int'): Expression => column(`${prefix}.${name}`, type);
  const candidates = graph.table('chunk_facts', `${prefix}.each`, tables.candidate);
  const totals: readonly Total[] = [
    named(`${prefix}.among`, int(1)),
    named(`${prefix}.vague`, when([[isKnown(value), int(0)]], int(1))),
    { ...named(`${prefix}.least`, value), fold: 'least' },
    { ...named(`${prefix}.next`, value), fold: 'second' },
    { ...named(`${prefix}.object`, memberColumn(p)('object')), fold: 'of least', by: value },
    { ...named(`${prefix}.sure`, isTrue(and(memberColumn(p)('certain'), p.truth))), fold: 'of least', by: value },
  ];
  const measured = graph.total(graph.filter(relation, p.covers), candidates, {
    keys: tupleKeys(relation, bound),
    on: and(equal(memberColumn(p)('scene'), bound.column(bound.first, 'scene')), p.others),
    layers: p.layers,
    where: maybe(p.truth),
    totals,
  });
  const clear = each(p.bodies, (_, i) => {
    const { absolute = 0, relativePpm = 0 } = p.margins[i] ?? {};
    return isTrue(less(of('least'), of('next'), absolute, relativePpm));
  });
  const alone = equal(of('among'), int(1));
  // What is bound already has its name: a thing is not named twice.
  const apart = p.objects.map((o) => not(equal(of('object'), bound.column(o, 'object'))));
  const known = equal(of('vague'), int(0));
  const clearly = graph.filter(measured, and(known, of('sure', 'bool'), or(alone, clear), ...apart));
  return graph.lookup(clearly, 'chunk_objects', entity.name, tables.object, [
    { column: 'scene', is: bound.scene },
    { column: 'object', is: `${prefix}.object` },
  ]);
}

const memberColumn =
  ({ prefix, tables }: Pick<Picking, 'prefix' | 'tables'>) =>
  (name: string): Expression =>
    column(`${prefix}.each.${name}`, tables.candidate.find((f) => f.name === name)?.type ?? 'int');
