/** A vector in words: the clear ones of left or right, above or below, in front or behind (docs/semantics.md section 9). */
import { absolute, add, below, int, item, list, multiply, negate, subtract, text, when, where } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { wordsIn } from '../std/words.js';
import type { Frame } from '../types/frame.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

/**
 * One of `wordsIn(frame)`: where the vector's end is of its start.
 * Unknown where a component is neither clearly large nor clearly small, and where none is large.
 */
export function lowerWords(value: Value, frame: Frame['kind'], scope: Pick<Scope, 'settings' | 'share'>): Expression {
  if (value.kind !== 'triple') throw new Error('SPQ904: words for no vector');
  const margin = int(scope.settings.margin.lengthUm);
  const level = (e: Expression): Expression => (value.level ? where(value.level, e) : e);
  const state = (component: Expression): Expression => {
    const c = scope.share(component);
    return when([
      [below(margin, c), int(1)],
      [below(margin, negate(c)), int(2)],
      [below(multiply(int(2), absolute(c)), margin), int(0)],
    ]);
  };
  const [right, up, forward] = [state(level(value.right)), state(level(value.up)), state(value.forward)];
  const number = scope.share(add(add(multiply(int(9), right), multiply(int(3), up)), forward));
  const words = list('texts', ...wordsIn(frame).map(text));
  return where(below(int(0), number), item(words, subtract(number, int(1))));
}
