/**
 * Cells of the balance (docs/semantics.md section 10): claims by phrasing and truth, words and counts by format and answer;
 * each body of a task by itself, and within it by the forms of the references.
 */
import { answerBalancedByDraw, balancedByDraw, chosenFrom } from '../check/symmetry.js';
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  bool,
  equal,
  int,
  isKnown,
  item,
  join,
  list,
  named,
  text,
  toText,
  unknown,
  when,
} from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { scalarOf } from './compare.js';
import type { Drawn, DrawnBody } from './drawn.js';
import type { Name } from './naming.js';
import { placeOf, plainKeys, spaced } from './option-keys.js';
import { orderedNames } from './text.js';
import { rightAndWrong, toldColumns } from './told.js';
import type { Value } from './value.js';
import { valuesOfBody } from './values-of-body.js';

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
  const groups = task.balance === 'none' ? [] : groupsOf(task, drawn, printed);
  const group = groups.length === 0 ? unknown('text') : bound.columns.share(when(groups));
  const none = group.kind === 'literal' && group.value === null;
  return [
    named('balance_group', group),
    named('balance_form', none ? unknown('text') : formOf(names)),
    // What is in no group is in one cell, whatever its answer.
    named('balance_value', none ? unknown('text') : when([[isKnown(group), when(valuesOf(drawn, bound))]])),
    named('balance_others', none ? unknown('texts') : othersOf(drawn, group, bound)),
    named('balance_draw', none ? unknown('int') : bound.draws.number('balance')),
    ...toldColumns(task, drawn, bound),
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
      return (b && claimGroup(task, b, { claim, number: i + 1, values, drawn, printed })) ?? unknown('text');
    });
    return [and(is('claim'), equal(claimed, int(i))), group] as const;
  });
  const asked = (['open', 'choice'] as const).filter((f) => drawn.formats.includes(f));
  const byQuota = each(bodies, ({ body }) =>
    bool(repeats(body) || choosesUnevenly(task, body) || body.choices?.kind === 'statements'),
  );
  const cases = [...ofClaims, ...asked.map((f) => [is(f), when([[byQuota, join(text(f), values)]])] as const)];
  return cases.some(([, group]) => group.kind !== 'literal' || group.value !== null) ? cases : [];
}

interface Said {
  readonly claim: number;
  /** Of the phrasing, from 1. */
  readonly number: number;
  readonly values: Expression;
  readonly drawn: Drawn;
  readonly printed: (b: DrawnBody) => Expression | undefined;
}

/** Undefined where the draw balances the claim. */
function claimGroup(task: typed.Task, b: DrawnBody, made: Said): Expression | undefined {
  const { claim, number, values, drawn, printed } = made;
  const said = b.body.claims[claim];
  const group = join(text(`claim ${number}`), values);
  if (said?.when) return balancedByDraw(task, b.body, said) ? undefined : group;
  // What is guessed from a printed word or count, or from whose name is printed, is balanced for each of them.
  const thing = choosesUnevenly(task, b.body) ? printedPlace(b, drawn) : undefined;
  const option = repeats(b.body) ? printed(b) : thing;
  return option && join(group, text(', '), option);
}

/** Of the printed thing the place among those that the answer may be. */
function printedPlace(b: DrawnBody, drawn: Drawn): Expression | undefined {
  const { choices, answer } = b.body;
  const printed = drawn.printed(b);
  const things = chosenFrom(answer?.value);
  if (!printed || !things || choices?.kind !== 'entities') return undefined;
  return when(choices.entities.map((e, i) => [equal(printed, int(i)), text(placeOf(e, things))] as const));
}

/** Words and counts have answers that repeat; numbers have not. */
function repeats({ answer }: typed.Body): boolean {
  const type = answer?.value.type;
  return type?.kind === 'enumeration' || (type?.kind === 'quantity' && type.dimension === 'count');
}

/** The answer is one of the things that the question is about, or an order of them, and no draw makes each as likely. */
const choosesUnevenly = (task: typed.Task, body: typed.Body): boolean =>
  chosenFrom(body.answer?.value) !== undefined && !answerBalancedByDraw(task, body);

/** Of a choice what else was offered; the answers of a group of claims or open questions are known by what occurs. */
function othersOf({ is, formats, bodies, all }: Drawn, group: Expression, bound: Bound): Expression {
  if (!formats.includes('choice')) return unknown('texts');
  const others = each(bodies, (_, i) => {
    const b = all[i];
    return b?.options ? list('texts', ...rightAndWrong(plainKeys(b), b, bound).others) : unknown('texts');
  });
  return when([[and(is('choice'), isKnown(group)), others]]);
}

function valuesOf({ truth, is, formats, bodies, all }: Drawn, bound: Bound): Cases {
  const values: (readonly [Expression, Expression])[] = [];
  if (truth)
    values.push([is('claim'), item(list('texts', text('False'), text('True')), when([[truth, int(1)]], int(0)))]);
  if (formats.includes('choice')) {
    const right = each(bodies, (_, i) => {
      const b = all[i];
      return b?.options ? rightAndWrong(plainKeys(b), b, bound).value : text('');
    });
    values.push([is('choice'), right]);
  }
  const answered = formats.filter((f) => f === 'open');
  if (answered.length === 0 || all.some((b) => !b.answer)) return values;
  const value = each(bodies, (_, i) => {
    const b = all[i];
    return b?.answer ? answerText(b.answer, b) : text('');
  });
  return [...values, ...answered.map((f) => [is(f), value] as const)];
}

/** Of a thing its place among those that the answer may be, from 1; of an order the places of all. */
function answerText(answer: Value, { scope }: DrawnBody): Expression {
  switch (answer.kind) {
    case 'scalar':
    case 'bounds': {
      const found = scalarOf(answer);
      return found.type === 'int' ? toText(found) : found;
    }
    case 'member':
      return toText(add(answer.index, int(1)));
    case 'order': {
      const place = (e: typed.Entity): Expression => text(placeOf(e, answer.members));
      const places = orderedNames(answer.members, answer.index, place, scope);
      return spaced(places);
    }
    case 'triple':
    case 'direction':
    case 'range':
    case 'list':
    case 'tuple':
    case 'box':
    case 'box3d':
    case 'entity':
      return text('');
  }
}
