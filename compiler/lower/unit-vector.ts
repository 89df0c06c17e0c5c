/** The direction of a vector as a vector of length 1 (docs/semantics.md section 9). */
import { atMost, divide, multiply, real, toReal, where, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Scope } from './scope.js';
import { length, mapXyz, xyz } from './triple.js';
import type { Value } from './value.js';

/** Components in whole 1e-9, in the frame of the vector; unknown where it is shorter than three length margins. */
export function unitVector(value: Value, scope: Pick<Scope, 'settings' | 'share'>): Value {
  if (value.kind !== 'triple') throw new Error('SPQ904: the direction of no vector');
  const v = mapXyz(xyz(value.right, value.up, value.forward), (e) => scope.share(toReal(e)));
  const long = scope.share(length(v));
  const far = atMost(real(3 * scope.settings.margin.lengthUm), long);
  const component = (e: Expression): Expression => where(far, whole(multiply(divide(e, long), real(1e9))));
  return { ...value, right: component(v.x), up: component(v.y), forward: component(v.z) };
}
