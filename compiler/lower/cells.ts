/** Cells of the balance (docs/semantics.md section 10): claims by phrasing and truth, words and counts by format and answer. */
import { balancedByDraw } from '../check/symmetry.js';
import type * as typed from '../check/typed.js';
import { and, equal, int, item, join, list, named, text, toText, unknown, when } from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { scalarOf } from './compare.js';
import type { Drawn, DrawnBody } from './drawn.js';

type Cases = readonly (readonly [Expression, Expression])[];

/** @param printed the text of the option that a claim of choices prints, per body */
export function balanceColumns(
  task: typed.Task,
  drawn: Drawn,
  bound: Bound,
  printed: (b: DrawnBody) => Expression | undefined,
): readonly Named[] {
  const groups = groupsOf(task, drawn, printed);
  const none = groups.length === 0 || !task.balance;
  return [
    named('balance_group', none ? unknown('text') : when(groups)),
    named('balance_value', none ? unknown('text') : when(valuesOf(drawn))),
    named('balance_draw', none ? unknown('int') : bound.draws.number('balance')),
  ];
}

function groupsOf(task: typed.Task, drawn: Drawn, printed: (b: DrawnBody) => Expression | undefined): Cases {
  const { is, claimed, claims, bodies, all } = drawn;
  const ofClaims = claims.flatMap(({ claim }, i) => {
    const test = and(is('claim'), equal(claimed, int(i)));
    const group = `claim ${i + 1}`;
    const said = task.bodies[0].claims[claim];
    if (said?.when) return byDraw(task, claim) ? [] : [[test, text(group)] as const];
    // What is guessed from a printed word or count is balanced for each of them.
    if (!balancedAnswer(task)) return [];
    const shown = each(bodies, (_, k) => {
      const b = all[k];
      return (b && printed(b)) ?? text('');
    });
    return [[test, join(text(`${group} `), shown)] as const];
  });
  const asked = balancedAnswer(task)
    ? (['open', 'choice'] as const).filter((f) => drawn.formats.includes(f)).map((f) => [is(f), text(f)] as const)
    : [];
  return [...ofClaims, ...asked];
}

/** Truth is balanced by the draw where it is so in every body. */
function byDraw(task: typed.Task, claim: number): boolean {
  return task.bodies.every((body) => {
    const said = body.claims[claim];
    return said !== undefined && balancedByDraw(task, body, said);
  });
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
