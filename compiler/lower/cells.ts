/**
 * Cells of the balance (docs/semantics.md section 10): claims by phrasing and truth, words and counts by format and answer;
 * each body of a task by itself, and within it by the forms of the references.
 */
import { balancedByDraw } from '../check/symmetry.js';
import type * as typed from '../check/typed.js';
import { and, equal, int, isKnown, item, join, list, named, text, toText, unknown, when } from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { scalarOf } from './compare.js';
import type { Drawn, DrawnBody } from './drawn.js';
import type { Name } from './naming.js';

type Cases = readonly (readonly [Expression, Expression])[];

interface Balancing {
  readonly drawn: Drawn;
  readonly bound: Bound;
  readonly names: ReadonlyMap<typed.Entity, Name>;
}

/** @param printed the text of the option that a claim of choices prints, per body */
export function balanceColumns(
  task: typed.Task,
  { drawn, bound, names }: Balancing,
  printed: (b: DrawnBody) => Expression | undefined,
): readonly Named[] {
  const groups = task.balance ? groupsOf(task, drawn, printed) : [];
  const group = groups.length === 0 ? unknown('text') : bound.columns.share(when(groups));
  const none = group.kind === 'literal' && group.value === null;
  return [
    named('balance_group', group),
    named('balance_form', none ? unknown('text') : formOf(names)),
    // What is in no group is in one cell, whatever its answer.
    named('balance_value', none ? unknown('text') : when([[isKnown(group), when(valuesOf(drawn))]])),
    named('balance_draw', none ? unknown('int') : bound.draws.number('balance')),
  ];
}

/** How the things of a question are named, whatever they are. */
function formOf(names: ReadonlyMap<typed.Entity, Name>): Expression {
  const forms = [...new Set(names.values())].map(({ form }) => form);
  return join(...forms.flatMap((form, i) => (i === 0 ? [form] : [text(', '), form])));
}

function groupsOf(task: typed.Task, drawn: Drawn, printed: (b: DrawnBody) => Expression | undefined): Cases {
  const { is, claimed, claims, bodies, all } = drawn;
  const values = each(bodies, ({ body }) => text(valuesOfBody(task, body)));
  const ofClaims = claims.map(({ claim }, i) => {
    const group = each(bodies, (_, k) => {
      const b = all[k];
      return (b && claimGroup(task, b, { claim, number: i + 1, values, printed })) ?? unknown('text');
    });
    return [and(is('claim'), equal(claimed, int(i))), group] as const;
  });
  const asked = balancedAnswer(task) ? (['open', 'choice'] as const).filter((f) => drawn.formats.includes(f)) : [];
  const cases = [...ofClaims, ...asked.map((f) => [is(f), join(text(f), values)] as const)];
  return cases.some(([, group]) => group.kind !== 'literal' || group.value !== null) ? cases : [];
}

interface Said {
  readonly claim: number;
  /** Of the phrasing, from 1. */
  readonly number: number;
  readonly values: Expression;
  readonly printed: (b: DrawnBody) => Expression | undefined;
}

/** Undefined where the draw balances the claim. */
function claimGroup(task: typed.Task, b: DrawnBody, { claim, number, values, printed }: Said): Expression | undefined {
  const said = b.body.claims[claim];
  const group = join(text(`claim ${number}`), values);
  if (said?.when) return balancedByDraw(task, b.body, said) ? undefined : group;
  // What is guessed from a printed word or count is balanced for each of them.
  const option = balancedAnswer(task) ? printed(b) : undefined;
  return option && join(group, text(', '), option);
}

/** What tells a body from the others of its task: the values of finite binders, then the sizes of drawn sets. */
function valuesOfBody(task: typed.Task, { values, sizes }: typed.Body): string {
  if (task.bodies.length === 1) return '';
  const finite = task.finite.map((f, i) => f.values[values[i] ?? 0] ?? '');
  const drawn = task.binders.flatMap((_, i) => sizes.get(i) ?? []);
  return [...finite, ...drawn].map((value) => `, ${value}`).join('');
}

/** Words and counts have answers that repeat; numbers have not. */
function balancedAnswer(task: typed.Task): boolean {
  const type = task.bodies[0].answer?.value.type;
  return type?.kind === 'enumeration' || (type?.kind === 'quantity' && type.dimension === 'count');
}

function valuesOf({ truth, is, formats, bodies, all }: Drawn): Cases {
  const values: (readonly [Expression, Expression])[] = [];
  if (truth)
    values.push([is('claim'), item(list('texts', text('False'), text('True')), when([[truth, int(1)]], int(0)))]);
  const answered = formats.filter((f) => f !== 'claim');
  if (answered.length === 0 || all.some((b) => !b.answer)) return values;
  const value = each(bodies, (_, i) => {
    const answer = all[i]?.answer;
    if (!answer || (answer.kind !== 'scalar' && answer.kind !== 'bounds')) return text('');
    const found = scalarOf(answer);
    return found.type === 'int' ? toText(found) : found;
  });
  return [...values, ...answered.map((f) => [is(f), value] as const)];
}
