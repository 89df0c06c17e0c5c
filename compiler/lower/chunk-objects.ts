/**
 * Candidates with what referring to them needs (S8): uniqueness, superlatives, ordinals, captions, and boxes that cannot be
 * mistaken. One total over pairs of candidates proves all of it.
 */

import { marginOf } from '../check/margin.js';
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  apply,
  atMost,
  below,
  bool,
  column,
  equal,
  int,
  isKnown,
  isTrue,
  less,
  named,
  not,
  real,
  subtract,
  when,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Named, Relation } from '../ir/node.js';
import { factNamed } from '../std/facts.js';
import { ordinals, type SizeSuperlative, type Superlative, sizeSuperlatives, superlatives } from '../std/references.js';
import { calledExpression } from './called.js';
import { mistakable } from './mistakable.js';
import type { ReferenceNeeds } from './reference-needs.js';
import type { RelationTruth } from './relation-truth.js';

export interface Pair {
  readonly a: (name: string) => Expression;
  readonly x: (name: string) => Expression;
  /** x is not clearly another thing than a's label says. */
  readonly maybe: Expression;
  readonly recipe: typed.Recipe;
  readonly truth: RelationTruth;
}

const oneIf = (condition: Expression): Expression => when([[condition, int(1)]], int(0));
const total = (name: string): Expression => column(name, 'int');
const none = (name: string): Expression => equal(total(name), int(0));

export function objectsWithReferences(
  graph: Graph,
  facts: readonly Field[],
  recipe: typed.Recipe,
  truth: RelationTruth,
  needs: ReferenceNeeds,
): Relation {
  const of = (entity: string, name: string): Expression =>
    column(`${entity}.${name}`, facts.find((f) => f.name === name)?.type ?? 'int');
  const a = (name: string): Expression => of('a', name);
  const x = (name: string): Expression => of('x', name);
  const called = calledExpression(x, a('category'));
  const maybe = not(isTrue(not(called)));
  const pair: Pair = { a, x, maybe, recipe, truth };
  const totals = totalsOf(needs, pair, isTrue(called));
  const objects = graph.table('chunk_facts', 'a', facts);
  const other = and(equal(x('scene'), a('scene')), not(equal(x('object'), a('object'))));
  const counted = graph.total(objects, graph.table('chunk_facts', 'x', facts), {
    ...{ keys: ['a.scene', 'a.object'], on: other, layers: [], where: bool(true), totals },
  });
  return graph.project(counted, [...facts.map((f) => named(f.name, a(f.name))), ...provenOf(needs, a)]);
}

/** Ends that an ordinal is counted between. */
export const endsNeeded = (needs: ReferenceNeeds): readonly Superlative[] => [
  ...new Set([...needs.superlatives, ...(needs.ordinal ? (['leftmost', 'rightmost'] as const) : [])]),
];

function totalsOf(needs: ReferenceNeeds, pair: Pair, surely: Expression): readonly Named[] {
  const { a, x, maybe } = pair;
  const ends = endsNeeded(needs);
  const compared = ends.length > 0 || needs.sizes.length > 0;
  const unlike = (truth: Expression): Expression => oneIf(and(maybe, not(isTrue(truth))));
  return [
    ...(needs.unique || needs.ordinal ? [named('others', oneIf(maybe))] : []),
    ...(compared ? [named('sure_others', oneIf(and(x('certain'), surely)))] : []),
    ...ends.map((s) => named(`not_${s}`, unlike(endTruth(s, pair)))),
    ...needs.sizes.map((s) => named(`not_${s}`, unlike(sizeTruth(s, pair)))),
    ...(needs.caption ? [named('twins', oneIf(isTrue(equal(x('said'), a('said')))))] : []),
    ...(needs.box ? [named('clashes', oneIf(isTrue(mistakable(a, x))))] : []),
  ];
}

/** a is farther that way than x: the standard relation of the superlative. */
export function endTruth(superlative: Superlative, { recipe, truth }: Pair): Expression {
  const relation = recipe.relations.find((r) => r.name === superlatives[superlative].relation);
  if (!relation) throw new Error(`SPQ904: the library lacks \`${superlatives[superlative].relation}\``);
  return truth(relation, 'a', 'x');
}

export function sizeTruth(superlative: SizeSuperlative, { a, x, recipe }: Pair): Expression {
  const { fact, most } = sizeSuperlatives[superlative];
  const type = factNamed('object', fact)?.type;
  if (type?.kind !== 'quantity') throw new Error(`SPQ904: \`${fact}\` is no measure`);
  const { absolute, relativePpm } = marginOf(type, type, recipe.settings);
  const [low, high] = most === 'greatest' ? [x(fact), a(fact)] : [a(fact), x(fact)];
  return less(low, high, absolute, relativePpm);
}

/** What the totals prove, as columns of the object. */
function provenOf(needs: ReferenceNeeds, a: (name: string) => Expression): readonly Named[] {
  const safe = and(a('clean'), apply('contains', 'bool', a('covered'), a('category')));
  const beyond = (s: string): Named =>
    named(`is_${s}`, isTrue(and(safe, below(int(0), total('sure_others')), none(`not_${s}`))));
  const wide = (low: string, high: string): Expression => atMost(real(8), subtract(a(high), a(low)));
  return [
    ...(needs.unique ? [named('is_unique', isTrue(and(safe, none('others'))))] : []),
    ...needs.superlatives.map(beyond),
    ...needs.sizes.map(beyond),
    ...(needs.ordinal ? placesOf(safe) : []),
    ...(needs.caption ? [named('is_said', and(isKnown(a('said')), none('twins')))] : []),
    ...(needs.box ? [named('is_boxable', isTrue(and(wide('x1', 'x2'), wide('y1', 'y2'), none('clashes'))))] : []),
  ];
}

/** Its place in the row of its kind, from the end that is nearer; NULL where it has none, or it stands at an end. */
function placesOf(safe: Expression): readonly Named[] {
  const all = total('others');
  const [right, left] = [subtract(all, total('not_leftmost')), subtract(all, total('not_rightmost'))];
  const ordered = and(equal(add(left, right), all), equal(total('sure_others'), all), atMost(int(2), all), safe);
  const [fromLeft, fromRight] = [add(left, int(1)), add(right, int(1))];
  const spoken = (place: Expression): Expression => and(atMost(int(2), place), atMost(place, int(ordinals.length + 1)));
  return [
    named('from_left', when([[and(ordered, spoken(fromLeft), atMost(fromLeft, fromRight)), fromLeft]])),
    named('from_right', when([[and(ordered, spoken(fromRight), below(fromRight, fromLeft)), fromRight]])),
  ];
}
