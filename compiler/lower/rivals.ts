/**
 * Why a thing is named as it is: for every two candidates of a scene what naming one of them asked of the other (S8),
 * and what it asked of each by itself. The conditions are those that `chunk-objects.ts` totals.
 */
import type * as typed from '../check/typed.js';
import { and, apply, atMost, column, equal, isKnown, isTrue, named, not, real, subtract } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import { calledExpression } from './called.js';
import { endsNeeded, endTruth, type Pair, sizeTruth } from './chunk-objects.js';
import { mistakable } from './mistakable.js';
import type { ReferenceNeeds } from './reference-needs.js';
import type { RelationTruth } from './relation-truth.js';

export interface Rivals {
  /** object_id, rival, category, certain, maybe; twin, clash; and the superlatives, each true where it holds of the pair. */
  readonly pairs: Relation;
  /** object_id, clean, covered, wide, said. */
  readonly alone: Relation;
  readonly superlatives: readonly string[];
}

export function rivalsOf(
  graph: Graph,
  facts: readonly Field[],
  recipe: typed.Recipe,
  truth: RelationTruth,
  needs: ReferenceNeeds,
): Rivals {
  const of =
    (row: string) =>
    (name: string): Expression =>
      column(`${row}.${name}`, facts.find((f) => f.name === name)?.type ?? 'int');
  const [a, x] = [of('a'), of('x')];
  const maybe = not(isTrue(not(calledExpression(x, a('category')))));
  const pair: Pair = { a, x, maybe, recipe, truth };
  const other = and(equal(x('scene'), a('scene')), not(equal(x('object'), a('object'))));
  const rows = graph.table('chunk_facts', 'a', facts);
  const ends = endsNeeded(needs);
  return {
    pairs: graph.project(graph.join(rows, graph.table('chunk_facts', 'x', facts), other), [
      named('object_id', a('object_id')),
      named('rival', x('object_id')),
      named('category', x('category')),
      named('certain', x('certain')),
      named('maybe', maybe),
      named('twin', isTrue(equal(x('said'), a('said')))),
      named('clash', isTrue(mistakable(a, x))),
      ...ends.map((s) => named(s, isTrue(endTruth(s, pair)))),
      ...needs.sizes.map((s) => named(s, isTrue(sizeTruth(s, pair)))),
    ]),
    alone: graph.project(rows, [
      named('object_id', a('object_id')),
      named('clean', isTrue(a('clean'))),
      named('covered', apply('contains', 'bool', a('covered'), a('category'))),
      named('wide', isTrue(and(wide(a('x1'), a('x2')), wide(a('y1'), a('y2'))))),
      named('said', isKnown(a('said'))),
    ]),
    superlatives: [...ends, ...needs.sizes],
  };
}

const wide = (low: Expression, high: Expression): Expression => atMost(real(8), subtract(high, low));
