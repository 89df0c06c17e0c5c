/**
 * The bodies of a task over one table of tuples: each tuple has the number of its body, and every value is that of its own body.
 * What all bodies have in common is computed once.
 */
import type * as typed from '../check/typed.js';
import { equal, int, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { showExpression } from '../ir/show.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

export interface BodyScope {
  readonly body: typed.Body;
  readonly scope: Scope;
}

export interface Bodies {
  readonly all: readonly [BodyScope, ...BodyScope[]];
  /** Holds where the tuple is of body i. */
  readonly is: (i: number) => Expression;
}

/** Number of the body, from 0; undefined where there is one only. */
export function bodiesOf(all: Bodies['all'], number: Expression | undefined): Bodies {
  return { all, is: (i) => equal(number ?? int(0), int(i)) };
}

/** The value of the tuple's own body. */
export function each(bodies: Bodies, make: (b: BodyScope, i: number) => Expression): Expression {
  return chosen(bodies, bodies.all.map(make));
}

function chosen(bodies: Bodies, made: readonly Expression[]): Expression {
  const [first = int(0), ...rest] = made;
  const shown = showExpression(first);
  if (rest.every((e) => showExpression(e) === shown)) return first;
  return when(made.map((e, i) => [bodies.is(i), e] as const));
}

/** The same for values of several expressions; bodies agree in the kind of an answer. */
export function eachValue(bodies: Bodies, make: (b: BodyScope, i: number) => Value): Value {
  const made = bodies.all.map(make);
  const [first] = made;
  if (!first) throw new Error('SPQ904: a task without a body');
  const pick = (get: (v: Value) => Expression): Expression => chosen(bodies, made.map(get));
  const wrong = (): never => {
    throw new Error('SPQ904: bodies whose answers are of several kinds');
  };
  switch (first.kind) {
    case 'scalar':
      return { kind: 'scalar', value: pick((v) => (v.kind === 'scalar' ? v.value : wrong())) };
    case 'bounds':
      return {
        kind: 'bounds',
        low: pick((v) => (v.kind === 'bounds' ? v.low : wrong())),
        high: pick((v) => (v.kind === 'bounds' ? v.high : wrong())),
      };
    case 'member':
    case 'order':
      // Bodies with drawn sets of several sizes have members of their own: a number means the same in all.
      return { ...first, index: pick((v) => (v.kind === first.kind ? v.index : wrong())) };
    case 'triple':
    case 'direction':
    case 'range':
    case 'entity':
    case 'list':
    case 'tuple':
    case 'box':
      return first;
  }
}
