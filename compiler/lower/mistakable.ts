/** Whether a box drawn around one thing could be taken for another's. */
import { add, apply, atMost, divide, larger, multiply, real, smaller, subtract } from '../ir/build.js';
import type { Expression } from '../ir/node.js';

type BoxColumns = (column: string) => Expression;

/** A box around a, as drawn or enlarged 1.2 times, that covers x's box by half (IoU) could be taken for x's. */
export function mistakable(a: BoxColumns, x: BoxColumns): Expression {
  const half = (low: Expression, high: Expression): Expression => multiply(subtract(high, low), real(0.1));
  const [dx, dy] = [half(a('x1'), a('x2')), half(a('y1'), a('y2'))];
  const enlarged: Record<string, Expression> = {
    x1: subtract(a('x1'), dx),
    y1: subtract(a('y1'), dy),
    x2: add(a('x2'), dx),
    y2: add(a('y2'), dy),
  };
  const close = (box: BoxColumns): Expression => atMost(real(0.5), iou(box, x));
  return apply(
    'or',
    'bool',
    close(a),
    close((n) => enlarged[n] ?? a(n)),
  );
}

/** Intersection over union of two boxes of the picture; unknown where a box is. */
function iou(a: BoxColumns, b: BoxColumns): Expression {
  const overlap = (low: string, high: string): Expression =>
    larger(real(0), subtract(smaller(a(high), b(high)), larger(a(low), b(low))));
  const area = (box: BoxColumns): Expression =>
    multiply(subtract(box('x2'), box('x1')), subtract(box('y2'), box('y1')));
  const shared = multiply(overlap('x1', 'x2'), overlap('y1', 'y2'));
  return divide(shared, subtract(add(area(a), area(b)), shared));
}
