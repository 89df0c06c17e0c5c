/**
 * The bodies of a task over one table of tuples: each tuple has the number of its body, and every value is that of its own body.
 * What all bodies have in common is computed once.
 */
import type * as typed from '../check/typed.js';
import { equal, int, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { allEqual } from '../ir/numbering.js';
import type { Scope } from './scope.js';

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
  const made = bodies.all.map(make);
  const [first = int(0)] = made;
  if (allEqual(made)) return first;
  return when(made.map((e, i) => [bodies.is(i), e] as const));
}
