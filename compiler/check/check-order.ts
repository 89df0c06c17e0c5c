/**
 * `objects (a, b)` asks of both orders. Where swapping the two changes nothing, the same question stands twice, and a set
 * is meant: `objects {a, b}`. Decided on normal forms; where one is lacking, nothing is said.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { orderMeansNothing } from './errors.js';
import { normalForm } from './normal-form.js';
import type * as typed from './typed.js';

type Swap = ReadonlyMap<string, string>;
/** A value as text, under a swap of names. */
type FormOf = (swap: Swap) => string | undefined;

/** @param binders with the place of their names, in the order of the task's */
export function checkOrders(
  binders: readonly (typed.Binder & { readonly namesSpan: typed.Expression['span'] })[],
  bodies: readonly typed.Body[],
  report: Report,
): void {
  for (const { order, entities, namesSpan } of binders) {
    const names = entities.map((e) => e.name);
    if (order !== 'ordered' || names.length < 2) continue;
    if (bodies.every((body) => transpositions(names).every((swap) => unchanged(body, swap))))
      report(orderMeansNothing({ names }, namesSpan));
  }
}

function transpositions(names: readonly string[]): readonly Swap[] {
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  return pairs.map(
    ([a, b]) =>
      new Map([
        [a, b],
        [b, a],
      ]),
  );
}

/** How it is said does not count: "How far is a from b" asks the same of both. */
function unchanged(body: typed.Body, swap: Swap): boolean {
  const { answer, choices, claims, lets, wheres, naming } = body;
  if (choices?.kind === 'statements' || claims.some((c) => c.phrasings.some((p) => p.negated))) return false;
  const ways = (name: string): string =>
    JSON.stringify(naming.find((n) => n.entity.name === name)?.strategies.map((s) => s.kind) ?? []);
  if ([...swap].some(([a, b]) => ways(a) !== ways(b))) return false;
  const picks = lets.flatMap((l) => (l.kind === 'entity' ? [l.pick.where, l.pick.by] : []));
  const conditions = [...wheres, ...picks, ...claims.flatMap((c) => c.when ?? [])];
  const forms = [...conditions.map(formOf), ...(answer ? [answerForm(answer.value)] : [])];
  return forms.every((form) => {
    const before = form(new Map());
    return before !== undefined && before === form(swap);
  });
}

const formOf =
  (e: typed.Expression): FormOf =>
  (swap) =>
    normalForm(e, swap, false);

/** Of a choice among members, each with its value, the order of the members means nothing. */
function answerForm(e: typed.Expression): FormOf {
  if (e.kind === 'let') return answerForm(e.let.value);
  if (e.kind !== 'pick') return formOf(e);
  return (swap) => {
    const members = e.members.map((m, i) => {
      const by = e.by[i];
      const value = by && normalForm(by, swap, false);
      return value === undefined ? undefined : `${swap.get(m.name) ?? m.name}: ${value}`;
    });
    return members.every((m) => m !== undefined) ? `${e.most} ${e.rank} ${members.toSorted().join('; ')}` : undefined;
  };
}
