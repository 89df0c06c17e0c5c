/**
 * `balance by words` (docs/semantics.md section 10): the groups in which nouns tell the truth of a claim or the right option,
 * one for two or three nouns of the `for` line, two for four; and what is told, against what else it might have been.
 */
import type * as typed from '../check/typed.js';
import { add, and, below, equal, int, item, join, list, named, not, text, unknown, when } from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import type { Drawn, DrawnBody } from './drawn.js';
import { binOf, fine, nounOf, optionKind, plainKeys, toldKeys } from './option-keys.js';
import { valuesOfBody } from './values-of-body.js';

/** What competes in a round: its groups, what is right, and what else is offered. */
interface Told {
  readonly groups: readonly Expression[];
  readonly value: Expression;
  readonly others: readonly Expression[];
}

/** Nouns beyond these are left aside: a draw has so many parts. */
const mostNouns = 4;

export function toldColumns(task: typed.Task, drawn: Drawn, bound: Bound): readonly Named[] {
  const cases = task.balance === 'words' ? casesOf(task, drawn, bound) : [];
  const none = cases.length === 0;
  const texts = (of: (told: Told) => readonly Expression[]): Expression =>
    when(cases.map(([is, made]) => [is, made('texts', (told) => list('texts', ...of(told)))]));
  const value = when(cases.map(([is, made]) => [is, made('text', (told) => told.value)] as const));
  const groups = texts((told) => told.groups);
  const others = texts((told) => told.others);
  return [
    named('told_groups', none ? unknown('texts') : groups),
    named('told_value', none ? unknown('text') : value),
    named('told_others', none ? unknown('texts') : others),
    named('told_draw', none ? unknown('int') : bound.draws.number('balance words')),
  ];
}

type Made = (type: 'text' | 'texts', of: (told: Told) => Expression) => Expression;

/** By format and, of claims, by phrasing; unknown where nothing is told. */
function casesOf(task: typed.Task, drawn: Drawn, bound: Bound): readonly (readonly [Expression, Made])[] {
  const { formats, is, claims, claimed, all, bodies } = drawn;
  const perBody = (make: (b: DrawnBody) => Told | undefined): readonly Made[] => {
    const told = all.map(make);
    if (told.every((t) => t === undefined)) return [];
    const ofBody = (i: number, ...[type, of]: Parameters<Made>): Expression => {
      const own = told[i];
      return own ? of(own) : unknown(type);
    };
    return [(type, of) => each(bodies, (_, i) => ofBody(i, type, of))];
  };
  const chosen = formats.includes('choice') ? perBody((b) => toldByOptions(task, b, 'choice', bound)) : [];
  const said = claims.flatMap((_, i) =>
    perBody((b) => toldOfClaim(task, b, i, drawn, bound)).map(
      (made) => [and(is('claim'), equal(claimed, int(i))), made] as const,
    ),
  );
  return [...chosen.map((made) => [is('choice'), made] as const), ...said];
}

/** A choice: which of the options is right. Things and orders are told by their own nouns. */
function toldByOptions(task: typed.Task, b: DrawnBody, format: string, bound: Bound): Told | undefined {
  const kind = optionKind(b.body);
  if (!kind || !b.options) return undefined;
  const nouns = nounsOf(task, bound);
  const named = kind === 'things' || kind === 'orders';
  if (!named && nouns.length === 0 && kind !== 'numbers') return undefined;
  const group = join(text(named ? kind : format), text(valuesOfBody(task, b.body)));
  return { groups: named ? [group] : withNouns(group, nouns), ...rightAndWrong(toldKeys(b, bound), b, bound) };
}

export function rightAndWrong(
  keys: readonly Expression[],
  { options }: DrawnBody,
  bound: Bound,
): { readonly value: Expression; readonly others: readonly Expression[] } {
  const right = options?.right ?? int(0);
  const listed = bound.columns.share(list('texts', ...keys));
  const skipping = (i: number): Expression => add(int(i), when([[below(int(i), right), int(0)]], int(1)));
  return { value: item(listed, right), others: keys.slice(1).map((_, i) => item(listed, skipping(i))) };
}

/** A claim: whether its condition is true, or whether the printed option is right. */
function toldOfClaim(task: typed.Task, b: DrawnBody, i: number, drawn: Drawn, bound: Bound): Told | undefined {
  const { claims, truth } = drawn;
  const { claim = 0, phrasing = 0 } = claims[i] ?? {};
  const said = b.body.claims[claim];
  const nouns = nounsOf(task, bound);
  if (!said || !truth) return undefined;
  const values = text(valuesOfBody(task, b.body));
  if (said.when) {
    if (nouns.length === 0) return undefined;
    const holds = said.phrasings[phrasing]?.negated ? not(truth) : truth;
    return { groups: withNouns(join(text(`claim ${claim + 1}`), values), nouns), ...trueOrFalse(holds) };
  }
  const kind = optionKind(b.body);
  const number = drawn.printed(b);
  if (!b.options || !number || kind === 'things' || kind === 'orders') return toldByOptions(task, b, 'choice', bound);
  const keys = kind === 'numbers' ? b.options.numbers.map((n) => binOf(n, fine)) : plainKeys(b);
  const option = bound.columns.share(item(bound.columns.share(list('texts', ...keys)), number));
  return { groups: withNouns(join(text('option'), values, text(', '), option), nouns), ...trueOrFalse(truth) };
}

function trueOrFalse(holds: Expression): Pick<Told, 'value' | 'others'> {
  const word = (yes: string, no: string): Expression => when([[holds, text(yes)]], text(no));
  return { value: word('True', 'False'), others: [word('False', 'True')] };
}

/** One group for two or three nouns, since they tell more together; where there is none, the group as it is. */
function withNouns(group: Expression, nouns: readonly Expression[]): readonly Expression[] {
  const [first, second, third, fourth] = nouns;
  if (!first) return [group];
  if (!second) return [join(group, text(', '), first)];
  const together = (...some: readonly Expression[]): Expression => join(group, ...some.flatMap((n) => [text(', '), n]));
  return third && fourth ? [together(first, second), together(third, fourth)] : [together(...nouns)];
}

/** Of the things and categories of the `for` line but members of drawn sets, in its order. */
function nounsOf({ binders }: typed.Task, bound: Bound): readonly Expression[] {
  const alone = binders.filter(({ order }) => order !== 'drawn').flatMap(({ entities }) => entities);
  return alone.flatMap((e) => nounOf(e, bound) ?? []).slice(0, mostNouns);
}
