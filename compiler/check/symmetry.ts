/**
 * Parity by the draw (S9): a claim about a set is as often true as false when swapping two of its members
 * negates the condition and leaves every guard as it is. Decided on normal forms; where one is lacking, by quota.
 */
import { joined, normalForm } from './normal-form.js';
import type * as typed from './typed.js';

/** True when the draw alone balances the claim. */
export function balancedByDraw(
  task: typed.Task,
  body: typed.Body,
  { phrasings, when: condition }: typed.Claim,
): boolean {
  if (!condition) return false;
  // What is askable must not depend on who is named first: not by a hole that may be unknown, nor by a group's size.
  const plainHoles = phrasings.every(({ template }) =>
    template.parts.every((p) => p.kind === 'text' || p.value.kind === 'entity' || p.value.kind === 'words'),
  );
  if (!plainHoles || task.takes.some((t) => t.per === 'object')) return false;
  // Members of a drawn set have no names of their own, so that no order of theirs can negate anything.
  const sets = task.binders.filter((b) => b.order === 'set' && b.entities.length > 1);
  const [set] = sets;
  if (!set || sets.length > 1) return false;
  const none: ReadonlyMap<string, string> = new Map();
  return pairs(set.entities.map((e) => e.name)).every(([a, b]) => {
    if (!namedAlike(body, a, b)) return false;
    const swap = new Map([
      [a, b],
      [b, a],
    ]);
    const swapped = normalForm(condition, swap, false);
    const negated = normalForm(condition, none, true);
    return swapped !== undefined && swapped === negated && asItIs(body.wheres, swap);
  });
}

/** The two may be named in the same ways: `refer a by category` makes roles of a draw. */
function namedAlike({ naming }: typed.Body, a: string, b: string): boolean {
  const ways = (name: string): string => {
    const strategies = naming.find((n) => n.entity.name === name)?.strategies ?? [];
    return JSON.stringify(
      strategies.map((s) => (s.kind === 'relation' ? [s.kind, ...s.relations.map((r) => r.name)] : s)),
    );
  };
  return ways(a) === ways(b);
}

/** All guards together: what is asked of one name in one of them may be asked of the other in another. */
function asItIs(wheres: readonly typed.Expression[], swap: ReadonlyMap<string, string>): boolean {
  const guards = wheres.flatMap((w) => joined(w, 'and'));
  const forms = (rename: ReadonlyMap<string, string>): readonly string[] =>
    guards.flatMap((g) => normalForm(g, rename, false) ?? []).toSorted();
  const before = forms(new Map());
  return before.length === guards.length && before.join() === forms(swap).join();
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
}
