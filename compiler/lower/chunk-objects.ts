/** `chunk_objects`: candidates with what referring to them needs (S8): uniqueness, superlatives, boxes that cannot be mistaken. */
import {
  add,
  and,
  apply,
  atMost,
  below,
  column,
  divide,
  equal,
  int,
  isTrue,
  larger,
  multiply,
  named,
  not,
  real,
  smaller,
  subtract,
  when,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation } from '../ir/node.js';
import { type Superlative, superlativeNames } from '../std/references.js';
import { calledExpression } from './called.js';

/** What `relationOf(a, x)` must hold to every other of its kind for "the leftmost …". */
export type SuperlativeTruth = (superlative: Superlative, a: string, x: string) => Expression;

/**
 * Adds to each candidate what referring to it needs: whether its noun is its alone, which superlatives are true of it,
 * and whether a box around it could be taken for another's.
 */
export function objectsWithReferences(graph: Graph, facts: readonly Field[], truth: SuperlativeTruth): Relation {
  const of = (entity: string, name: string): Expression =>
    column(`${entity}.${name}`, facts.find((f) => f.name === name)?.type ?? 'int');
  const a = graph.table('chunk_facts', 'a', facts);
  const x = graph.table('chunk_facts', 'x', facts);
  const maybe = not(isClearlyNot(calledExpression((n) => of('x', n), of('a', 'category'))));
  const surely = isTrue(calledExpression((n) => of('x', n), of('a', 'category')));
  const oneIf = (condition: Expression): Expression => when([[condition, int(1)]], int(0));
  const totals = [
    named('others', oneIf(maybe)),
    named('sure_others', oneIf(and(of('x', 'certain'), surely))),
    ...superlativeNames.map((s) => named(`not_${s}`, oneIf(and(maybe, not(isTrue(truth(s, 'a', 'x'))))))),
    named(
      'clashes',
      oneIf(
        isTrue(
          mistakable(
            (n) => of('a', n),
            (n) => of('x', n),
          ),
        ),
      ),
    ),
  ];
  const other = and(equal(of('x', 'scene'), of('a', 'scene')), not(equal(of('x', 'object'), of('a', 'object'))));
  const counted = graph.total(a, x, other, totals);
  const total = (name: string): Expression => column(name, 'int');
  const zero = (name: string): Expression => equal(total(name), int(0));
  const nounIsSafe = and(of('a', 'clean'), apply('contains', 'bool', of('a', 'covered'), of('a', 'category')));
  const wide = (low: string, high: string): Expression => atMost(real(8), subtract(of('a', high), of('a', low)));
  return graph.project(counted, [
    ...facts.map((f) => named(f.name, of('a', f.name))),
    named('is_unique', isTrue(and(nounIsSafe, zero('others')))),
    ...superlativeNames.map((s) =>
      named(`is_${s}`, isTrue(and(nounIsSafe, below(int(0), total('sure_others')), zero(`not_${s}`)))),
    ),
    named('is_boxable', isTrue(and(wide('x1', 'x2'), wide('y1', 'y2'), zero('clashes')))),
  ]);
}

/** False conditions, as a two-valued test. */
function isClearlyNot(condition: Expression): Expression {
  return isTrue(not(condition));
}

/** A box around a, as drawn or enlarged 1.2 times, that covers x's box by half (IoU) could be taken for x's. */
function mistakable(a: (column: string) => Expression, x: (column: string) => Expression): Expression {
  const half = (low: Expression, high: Expression): Expression => multiply(subtract(high, low), real(0.1));
  const [dx, dy] = [half(a('x1'), a('x2')), half(a('y1'), a('y2'))];
  const enlarged: Record<string, Expression> = {
    x1: subtract(a('x1'), dx),
    y1: subtract(a('y1'), dy),
    x2: add(a('x2'), dx),
    y2: add(a('y2'), dy),
  };
  const close = (box: (column: string) => Expression): Expression => atMost(real(0.5), iou(box, x));
  return apply(
    'or',
    'bool',
    close(a),
    close((n) => enlarged[n] ?? a(n)),
  );
}

/** Intersection over union of two boxes of the picture; unknown where a box is. */
function iou(a: (column: string) => Expression, b: (column: string) => Expression): Expression {
  const overlap = (low: string, high: string): Expression =>
    larger(real(0), subtract(smaller(a(high), b(high)), larger(a(low), b(low))));
  const area = (box: (column: string) => Expression): Expression =>
    multiply(subtract(box('x2'), box('x1')), subtract(box('y2'), box('y1')));
  const shared = multiply(overlap('x1', 'x2'), overlap('y1', 'y2'));
  return divide(shared, subtract(add(area(a), area(b)), shared));
}
