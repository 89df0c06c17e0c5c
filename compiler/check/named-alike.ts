/**
 * Options of one question, and the members of a set, are named in one way. Where each may be named and no way is left to
 * all of them, the task would ask nothing.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { calledIn } from './distinct.js';
import { noWayInCommon } from './errors.js';
import type * as typed from './typed.js';

/** Things that are named alike, together; each by itself where it is named for itself. */
export function groupsOf(all: readonly typed.Naming[]): readonly (readonly typed.Naming[])[] {
  return [...new Set(all.map((n) => n.group))].map((group) => all.filter((n) => n.group === group));
}

/** The strategies by which a thing may be named together with those that are named like it, in their order. */
export function waysOf(naming: typed.Naming, all: readonly typed.Naming[]): readonly typed.Strategy[] {
  const group = all.filter((n) => n.group === naming.group);
  return naming.strategies.filter(({ kind }) => group.every((n) => n.strategies.some((s) => s.kind === kind)));
}

/** What has no way of its own has been told. */
export function checkAlike(all: readonly typed.Naming[], report: Report): void {
  for (const group of groupsOf(all)) {
    const [first] = group;
    if (!first || waysOf(first, all).length > 0 || group.some((n) => n.strategies.length === 0)) continue;
    const things = group.map((n) => ({ name: calledIn(n.entity), ways: n.strategies.map((s) => s.kind) }));
    report(noWayInCommon({ things }, first.entity.span));
  }
}
