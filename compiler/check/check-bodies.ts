/** The bodies of a task make one column of answers: what finite binders stand for must not change its type. */
import type * as bound from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { show, type Type } from '../types/type.js';
import { severalKinds } from './errors.js';
import type * as typed from './typed.js';

export function bodiesAgree(bodies: readonly typed.Body[], task: bound.Task, report: Report): void {
  const typeOf = (body: typed.Body): Type | undefined => body.answer?.value.type;
  const [first, ...rest] = bodies;
  const one = first && typeOf(first);
  const other = rest.find((body) => {
    const type = typeOf(body);
    return one && type && kindOf(type) !== kindOf(one) && one.kind !== 'error' && type.kind !== 'error';
  });
  const found = other && typeOf(other);
  if (!first?.answer || !one || !other || !found) return;
  const [finite] = task.finite;
  const also = finite ? [{ at: finite.span, note: `with ${first.about}, or with ${other.about}` }] : [];
  report(severalKinds({ one: show(one), other: show(found) }, first.answer.value.span, also));
}

/** Types of one kind are printed, balanced and given choices in one way. */
function kindOf(type: Type): string {
  if (type.kind === 'quantity') return type.dimension;
  if (type.kind === 'enumeration') return type.values.join();
  return type.kind === 'entity' || type.kind === 'list' ? `${type.kind} ${type.entity}` : type.kind;
}
