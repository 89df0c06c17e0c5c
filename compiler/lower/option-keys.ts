/**
 * What an option of a choice is without the picture: the word, the count, the place of a thing, the number of a statement;
 * and, for `balance by words`, the noun of a thing and the bin of a number (docs/semantics.md section 10).
 */
import { chosenFrom } from '../check/symmetry.js';
import type * as typed from '../check/typed.js';
import { add, below, floorDivide, int, item, join, list, multiply, text, toText, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Bound } from './binding.js';
import type { DrawnBody } from './drawn.js';
import { orderedNames } from './text.js';

/** What the options of a body are. */
export type OptionKind = 'things' | 'orders' | 'words' | 'counts' | 'numbers' | 'statements';

export function optionKind({ choices }: typed.Body): OptionKind | undefined {
  switch (choices?.kind) {
    case 'entities':
      return 'things';
    case 'orders':
    case 'statements':
      return choices.kind;
    case 'values':
    case 'some values':
      return 'words';
    case 'near':
      return choices.quantity.dimension === 'count' ? 'counts' : 'numbers';
    case undefined:
      return undefined;
  }
}

/** Of each option, as listed: told by what it says, whatever the things are. Numbers are told by nothing. */
export function plainKeys({ body, options, scope }: DrawnBody): readonly Expression[] {
  const { choices } = body;
  if (!choices || !options) return [];
  switch (choices.kind) {
    case 'entities': {
      const things = chosenFrom(body.answer?.value) ?? choices.entities;
      return choices.entities.map((e) => text(placeOf(e, things)));
    }
    case 'orders': {
      const { members } = choices;
      return options.numbers.map((n) => spaced(orderedNames(members, n, (e) => text(placeOf(e, members)), scope)));
    }
    case 'values':
      return choices.values.map(text);
    case 'some values':
      return options.numbers.map((n) => item(list('texts', ...choices.values.map(text)), n));
    case 'statements':
      return options.numbers.map((n) => toText(add(n, int(1))));
    case 'near':
      return options.numbers.map(toText);
  }
}

/** The same, things told by their nouns, pixels by their zones: an order by that of its first; numbers by their bins. */
export function toldKeys(b: DrawnBody, bound: Bound): readonly Expression[] {
  const { choices } = b.body;
  const { options, scope } = b;
  if (!choices || !options) return [];
  switch (choices.kind) {
    case 'entities':
      return choices.entities.map((e) => toldOf(e, bound));
    case 'orders':
      return options.numbers.map(
        (n) => orderedNames(choices.members, n, (e) => toldOf(e, bound), scope)[0] ?? text(''),
      );
    case 'near':
      if (choices.quantity.dimension === 'count') return plainKeys(b);
      return options.numbers.map((n) => binOf(n, wide));
    case 'values':
    case 'some values':
    case 'statements':
      return plainKeys(b);
  }
}

/** The label of an object or category; pixels have none. */
export const nounOf = (e: typed.Entity, bound: Bound): Expression | undefined =>
  e.kind === 'pixel' ? undefined : bound.column(e, 'category');

/** What is told of a thing by itself: its noun; of a pixel, whose place is printed, the zone of the picture. */
const toldOf = (e: typed.Entity, bound: Bound): Expression => nounOf(e, bound) ?? bound.column(e, 'zone');

export const placeOf = (thing: typed.Entity, things: readonly typed.Entity[]): string => `${things.indexOf(thing) + 1}`;

export const spaced = (places: readonly Expression[]): Expression =>
  join(...places.flatMap((p, i) => (i === 0 ? [p] : [text(' '), p])));

/** Where bins begin between 10 and 99: tenths of a decade, and fifths. */
export const fine: readonly number[] = [10, 13, 16, 20, 25, 32, 40, 50, 63, 80];
export const wide: readonly number[] = [10, 16, 25, 40, 63];

/** The least number of the bin, from its first two digits. A number below 10 is a bin of its own. */
export function binOf(value: Expression, starts: readonly number[]): Expression {
  const begins = Array.from({ length: 100 }, (_, n) => int(starts.findLast((start) => start <= n) ?? n));
  const powers = Array.from({ length: 14 }, (_, i) => 10 ** (i + 1));
  const unit = when(
    [[below(value, int(100)), int(1)], ...powers.map((p) => [below(value, int(100 * p)), int(p)] as const)],
    int(10 ** 15),
  );
  return toText(multiply(item(list('ints', ...begins), floorDivide(value, unit)), unit));
}
