/**
 * Whether words such as "above and to the left" are true of a place: every one of them by its sign alone, and what they
 * leave out by no more than the recipe's margin, since "what is left out is level".
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { asSeenByCamera } from '../reference/frames.js';
import { evaluateIn, type Scope } from '../reference/interpret.js';
import type { Truth } from '../reference/kleene.js';
import type { Value } from '../reference/value.js';

/** The vector whose words are the answer; undefined for every other answer. */
export function vectorInWords(answer: ast.Expression): ast.Expression | undefined {
  return answer.kind === 'call' && answer.callee.text === 'words' ? answer.arguments[0]?.value : undefined;
}

/** @param margin of lengths, um */
export function areWordsTrue(said: string, scope: Scope, vector: ast.Expression, margin: number): Truth {
  const place = componentsOf(evaluateIn(scope, vector), scope);
  if (place.some(({ amount }) => amount === null)) return null;
  return place.every(({ amount, words: [positive, negative] }) => {
    const value = amount ?? 0;
    if (said.includes(positive)) return value > 0;
    return said.includes(negative) ? value < 0 : Math.abs(value) <= margin;
  });
}

interface Component {
  readonly amount: number | null;
  readonly words: readonly [positive: string, negative: string];
}

function componentsOf(value: Value, { context }: Scope): readonly Component[] {
  const place = value.kind === 'camera place' ? asSeenByCamera(value, context.facts.scene) : value;
  if (place.kind !== 'framed place') throw new Error(`a ${value.kind} has no words`);
  return [
    { amount: place.right, words: ['to the right', 'to the left'] },
    { amount: place.up, words: ['above', 'below'] },
    { amount: place.forward, words: place.isViewers ? ['ahead', 'behind'] : ['behind', 'in front'] },
  ];
}
