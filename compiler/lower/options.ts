/** Options of a choice: what they are, which is right, and the drawn order they are shown in (S10). */
import type * as typed from '../check/typed.js';
import { apply, equal, int, isKnown, list, permuted, text, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Draws } from './draw.js';
import { nearNumber } from './near.js';
import type { Amount, Prints } from './precision.js';
import type { Scope } from './scope.js';
import { factorial } from './sets.js';
import { someOrders, someStatements, someValues } from './some-options.js';
import { categoryText, nameOf, type Writing } from './text.js';
import type { Value } from './value.js';

export interface Options {
  readonly count: number;
  /** Numbers that the options print; they take part in choosing their unit. */
  readonly amounts: readonly Amount[];
  /** Index of the right option in the order in which they are listed. */
  readonly right: Expression;
  /** Whether the options can be asked, once the unit is chosen. */
  readonly askable: (prints: Prints) => Expression;
  /** As listed: which entity, value, order or statement an option is, from 0; of a number the number itself. */
  readonly numbers: readonly Expression[];
  readonly texts: (writing: Writing) => readonly Expression[];
}

export function optionsOf(choices: typed.Choices, answer: Value | undefined, scope: Scope, draws: Draws): Options {
  switch (choices.kind) {
    case 'entities': {
      const member = answer?.kind === 'member' ? answer : undefined;
      const right = when(
        choices.entities.map(
          (e, i) => [equal(member?.index ?? int(-1), int(member?.members.indexOf(e) ?? -1)), int(i)] as const,
        ),
      );
      const { format } = choices;
      const name = (e: typed.Entity, writing: Writing): Expression =>
        e.kind === 'category' ? categoryText(e, format, scope) : nameOf(e, writing);
      return plain(choices.entities.length, right, (writing) => choices.entities.map((e) => name(e, writing)));
    }
    case 'values': {
      const word = answer?.kind === 'scalar' ? answer.value : text('');
      const right = when(choices.values.map((v, i) => [equal(word, text(v)), int(i)] as const));
      return plain(choices.values.length, right, () => choices.values.map(text));
    }
    case 'some values':
      return someValues(choices, answer, scope, draws);
    case 'orders':
      return someOrders(choices, answer, scope, draws);
    case 'statements':
      return someStatements(choices, scope, draws);
    case 'near':
      return nearNumber(choices.quantity, answer, scope, draws);
  }
}

export function plain(count: number, right: Expression, texts: Options['texts']): Options {
  const numbers = Array.from({ length: count }, (_, i) => int(i));
  return { count, amounts: [], right, numbers, askable: () => isKnown(right), texts };
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
