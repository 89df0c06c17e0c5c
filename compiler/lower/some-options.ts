/** Choices that draw their wrong options: values of an enumeration, orders of a set, statements (docs/semantics.md section 12). */
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  apply,
  atMost,
  below,
  equal,
  int,
  isKnown,
  isTrue,
  item,
  larger,
  list,
  not,
  permuted,
  smaller,
  text,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Draws } from './draw.js';
import { lowerScalar } from './expression.js';
import type { Options } from './options.js';
import type { Scope } from './scope.js';
import { factorial } from './sets.js';
import { listed, nameOf, orderedNames, renderTemplate, type Writing } from './text.js';
import type { Value } from './value.js';

type Of<K extends typed.Choices['kind']> = Extract<typed.Choices, { kind: K }>;

/** Places of the drawn others among m of them: the next is drawn among those that are left. */
function drawnPlaces(count: number, m: Expression, scope: Scope, draws: Draws): readonly Expression[] {
  const found: Expression[] = [];
  for (let i = 0; i < count; i++) {
    const left = scope.share(larger(int(1), apply('subtract', 'int', m, int(i))));
    const draw = draws.pick(`other ${i + 1}`, left);
    found.push(scope.share(past(draw, found, scope)));
  }
  return found;
}

/** The draw-th place that is not taken: every taken one at or below it moves it up, lowest first. */
function past(draw: Expression, taken: readonly Expression[], scope: Scope): Expression {
  const [a, b] = taken;
  const moved = (at: Expression, by: Expression): Expression =>
    scope.share(add(at, when([[atMost(by, at), int(1)]], int(0))));
  if (!a) return draw;
  if (!b) return moved(draw, a);
  return moved(moved(draw, smaller(a, b)), larger(a, b));
}

export function someValues(choices: Of<'some values'>, answer: Value | undefined, scope: Scope, draws: Draws): Options {
  const { values, excluded, count } = choices;
  const word = answer?.kind === 'scalar' ? answer.value : text('');
  const right = scope.share(when(values.map((v, i) => [equal(word, text(v)), int(i)] as const)));
  const others = scope.share(when(excluded.map((e, i) => [equal(right, int(i)), int(e.length)] as const)));
  const places = drawnPlaces(count - 1, others, scope, draws);
  const table = list('texts', ...values.map(text));
  const wrong = places.map((place) =>
    when(
      excluded.map(
        (e, i) => [equal(right, int(i)), item(list('texts', ...e.map((j) => text(values[j] ?? ''))), place)] as const,
      ),
    ),
  );
  return {
    count,
    amounts: [],
    right: int(0),
    numbers: [right, ...wrong.map((word) => numberOf(word, values))],
    askable: () => and(isKnown(right), atMost(int(count - 1), others)),
    texts: () => [item(table, right), ...wrong],
  };
}

const numberOf = (word: Expression, values: readonly string[]): Expression =>
  when(values.map((v, i) => [equal(word, text(v)), int(i)] as const));

export function someOrders(choices: Of<'orders'>, answer: Value | undefined, scope: Scope, draws: Draws): Options {
  const { members, count } = choices;
  const all = factorial(members.length);
  const right = answer?.kind === 'order' ? answer.index : int(0);
  const ordered = (index: Expression, writing: Writing): Expression =>
    listed(orderedNames(members, index, (e) => nameOf(e, writing), scope));
  if (!choices.drawn) {
    // All of them: nothing is drawn but the order in which they are shown.
    const every = Array.from({ length: all }, (_, i) => int(i));
    const texts = (writing: Writing) => every.map((index) => ordered(index, writing));
    return { count, amounts: [], right, numbers: every, askable: () => isKnown(right), texts };
  }
  const places = drawnPlaces(count - 1, int(all - 1), scope, draws);
  const wrong = places.map((place) => scope.share(around(add(add(right, int(1)), place), all)));
  return {
    count,
    amounts: [],
    right: int(0),
    numbers: [right, ...wrong],
    askable: () => isKnown(right),
    texts: (writing) => [right, ...wrong].map((index) => ordered(index, writing)),
  };
}

const around = (number: Expression, all: number): Expression =>
  when([[atMost(int(all), number), apply('subtract', 'int', number, int(all))]], number);

/** In a drawn order the first true statement is right; the first false ones are wrong. */
export function someStatements({ statements, count }: Of<'statements'>, scope: Scope, draws: Draws): Options {
  const m = statements.length;
  const truths = statements.map((s) => scope.share(lowerScalar(s.relation, scope)));
  const order = draws.pick('statements', factorial(m));
  const at = truths.map((_, place) => scope.share(permuted(order, m, int(place))));
  const truthAt = at.map((s) => scope.share(when(truths.map((t, i) => [equal(s, int(i)), t] as const))));
  const right = scope.share(when(truthAt.map((t, place) => [isTrue(t), at[place] ?? int(0)] as const)));
  const falseBefore: Expression[] = [int(0)];
  for (const t of truthAt) {
    const before = falseBefore.at(-1) ?? int(0);
    falseBefore.push(scope.share(add(before, when([[isTrue(not(t)), int(1)]], int(0)))));
  }
  const wrong = Array.from({ length: count - 1 }, (_, k) =>
    scope.share(
      when(
        truthAt.map(
          (t, place) =>
            [and(isTrue(not(t)), equal(falseBefore[place] ?? int(0), int(k))), at[place] ?? int(0)] as const,
        ),
      ),
    ),
  );
  return {
    count,
    amounts: [],
    right: int(0),
    numbers: [right, ...wrong],
    askable: () => and(isKnown(right), below(int(count - 2), falseBefore.at(-1) ?? int(0))),
    texts: (writing) => {
      const said = statements.map((s) => renderTemplate(s.says, writing));
      return [right, ...wrong].map((s) => when(said.map((t, i) => [equal(s, int(i)), t] as const)));
    },
  };
}
