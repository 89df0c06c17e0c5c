/** Options of a choice: what they are, which is right, and the drawn order they are shown in (S10). */
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  apply,
  atMost,
  divide,
  equal,
  int,
  isKnown,
  join,
  list,
  multiply,
  permuted,
  real,
  smaller,
  subtract,
  text,
  toReal,
  toText,
  when,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { factorial } from './binding.js';
import type { Draws } from './draw.js';
import { type Print, printDigits, printedDigits } from './numbers.js';
import type { Scope } from './scope.js';
import { nameOf, type Writing } from './text.js';
import type { Value } from './value.js';

export interface Options {
  readonly count: number;
  /** Lengths that the options print; they take part in choosing the unit. */
  readonly lengths: readonly Expression[];
  /** Index of the right option in the order in which they are listed. */
  readonly right: Expression;
  /** Whether the options can be asked, once the unit is chosen. */
  readonly askable: (print: Print) => Expression;
  readonly texts: (writing: Writing) => readonly Expression[];
}

export function optionsOf(choices: typed.Choices, answer: Value, scope: Scope, draws: Draws): Options {
  switch (choices.kind) {
    case 'entities': {
      const member = answer.kind === 'member' ? answer : undefined;
      const right = when(
        choices.entities.map(
          (e, i) => [equal(member?.index ?? int(-1), int(member?.members.indexOf(e) ?? -1)), int(i)] as const,
        ),
      );
      return plain(choices.entities.length, right, (writing) => choices.entities.map((e) => nameOf(e, writing)));
    }
    case 'values': {
      const word = answer.kind === 'scalar' ? answer.value : text('');
      const right = when(choices.values.map((v, i) => [equal(word, text(v)), int(i)] as const));
      return plain(choices.values.length, right, () => choices.values.map(text));
    }
    case 'near':
      return choices.quantity.dimension === 'count'
        ? nearCount(answer, scope, draws)
        : nearLength(answer, scope, draws);
  }
}

function plain(count: number, right: Expression, texts: Options['texts']): Options {
  return { count, lengths: [], right, askable: () => isKnown(right), texts };
}

/** n - rank .. n - rank + 3, never below zero. */
function nearCount(answer: Value, scope: Scope, draws: Draws): Options {
  const n = scope.share(
    answer.kind === 'bounds'
      ? when([[equal(answer.low, answer.high), answer.low]])
      : answer.kind === 'scalar'
        ? answer.value
        : int(0),
  );
  const rank = draws.pick('rank', scope.share(add(smaller(n, int(3)), int(1))));
  return plain(4, rank, () => [0, 1, 2, 3].map((j) => toText(add(subtract(n, rank), int(j)))));
}

/** A drawn rank by size, then neighbours at a drawn factor: no size is likelier to be right. */
function nearLength(answer: Value, scope: Scope, draws: Draws): Options {
  const v = scope.share(answer.kind === 'scalar' ? answer.value : int(0));
  const rank = draws.pick('rank', 4);
  const factor = scope.share(toReal(add(int(1800), draws.pick('spread', 601))));
  const chain = (step: (previous: Expression) => Expression): readonly Expression[] => {
    const found = [v];
    for (let i = 0; i < 3; i++) found.push(scope.share(whole(step(toReal(found[i] ?? v)))));
    return found;
  };
  const ups = chain((p) => divide(multiply(p, factor), real(1000)));
  const downs = chain((p) => divide(multiply(p, real(1000)), factor));
  const options = [0, 1, 2, 3].map((j) =>
    scope.share(
      when([0, 1, 2, 3].map((r) => [equal(rank, int(r)), (j >= r ? ups[j - r] : downs[r - j]) ?? v] as const)),
    ),
  );
  const digits = (print: Print): readonly Expression[] => options.map((o) => scope.share(printedDigits(o, print)));
  return {
    count: 4,
    lengths: options,
    right: rank,
    askable: (print) => {
      const printed = digits(print);
      const apart = printed
        .slice(1)
        .map((d, i) => atMost(multiply(printed[i] ?? d, int(15_625)), multiply(d, int(10_000))));
      return and(isKnown(v), atMost(int(1), printed[0] ?? int(0)), ...apart);
    },
    texts: ({ print }) => digits(print).map((d) => join(printDigits(d, print, false), text(' '), print.name)),
  };
}

/** The options in the order they are shown, and where the right one then stands. */
export function shown(
  options: Options,
  writing: Writing,
  draws: Draws,
): { readonly texts: Expression; readonly answer: Expression; readonly index: Expression } {
  const { share } = writing.scope;
  const order = draws.pick('options', factorial(options.count));
  const listed = share(list('texts', ...options.texts(writing)));
  const places = Array.from({ length: options.count }, (_, i) => share(permuted(order, options.count, int(i))));
  const textAt = (place: Expression): Expression => apply('item', 'text', listed, place);
  return {
    texts: list('texts', ...places.map(textAt)),
    answer: textAt(options.right),
    index: when(places.map((place, i) => [equal(place, options.right), int(i)] as const)),
  };
}
