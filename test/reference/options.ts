/** The options of a choice: as listed, drawn around the right number, or drawn from an enumeration; in a drawn order. */
import type * as ast from '../../compiler/syntax/ast.js';
import { sentenceOf } from './claims.js';
import { doContradict } from './direction-words.js';
import { type DrawKey, factorial, permutation, pick } from './draws.js';
import { valuesOf } from './enumerations.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { type Formats, kindOf, plainDigits, printedDigits } from './number-format.js';
import { isKnown, isSame, type Quantity, quantity, type Value } from './value.js';
import { whole } from './whole-units.js';

export interface Options {
  /** As listed; numbers ascending. */
  readonly listed: readonly Value[];
  readonly right: number;
}

export interface Choosing {
  readonly scope: Scope;
  readonly task: ast.Task;
  readonly key: DrawKey;
}

/** Undefined where there are none: an unknown answer, or one that is not listed. */
export function optionsOf(choosing: Choosing, choices: ast.Choices, answer: Value | undefined): Options | undefined {
  const { scope } = choosing;
  switch (choices.kind) {
    case 'near': {
      const value = evaluateIn(scope, choices.value);
      return value.kind === 'quantity' && value.amount !== null ? near(value, value.amount, choosing) : undefined;
    }
    case 'listed':
      return answer && listedOptions(scope, choices.options, answer);
    case 'drawn':
      return answer && drawnOptions(choosing, choices, answer);
    case 'statements':
      return statementOptions(choosing, choices.count ?? 4);
  }
}

/** A set among the options stands for its members, unless the answer is a list itself. */
function listedOptions(scope: Scope, options: readonly ast.Expression[], answer: Value): Options | undefined {
  const listed = options.flatMap((option) => {
    const value = evaluateIn(scope, option);
    return value.kind === 'list' && answer.kind !== 'list' ? (value.items ?? []) : [value];
  });
  const right = listed.findIndex((option) => option.kind === answer.kind && isSame(option, answer));
  return right < 0 || !listed.every(isKnown) ? undefined : { listed, right };
}

/** The right one, then others drawn without repetition from those that follow it, around the enumeration. */
function drawnOptions(
  { scope, task, key }: Choosing,
  { count, of }: Extract<ast.Choices, { kind: 'drawn' }>,
  answer: Value,
): Options | undefined {
  const values = valuesOf(scope, task, of);
  const right = values.findIndex((value) => isSame(value, answer));
  if (right < 0) return undefined;
  const around = values.map((_, step) => (right + step) % values.length).slice(1);
  const isOfWords = of.kind === 'name' && of.name.text === 'words';
  const others = around.filter((i) => !isOfWords || doContradict(right, i));
  let left = others.flatMap((i) => values[i] ?? []);
  if (left.length < count - 1) return undefined;
  const drawnOthers: Value[] = [];
  for (let i = 1; i < count; i += 1) {
    const drawn = pick(key, `other ${i}`, left.length);
    drawnOthers.push(...left.slice(drawn, drawn + 1));
    left = left.filter((_, j) => j !== drawn);
  }
  return { listed: [answer, ...drawnOthers], right: 0 };
}

/** In a drawn order, the first statement that is true, then the first that are false. */
function statementOptions({ scope, task, key }: Choosing, count: number): Options | undefined {
  const { statements } = task;
  if (statements.length > 6) throw new Error('at most six statements');
  const ordered = permutation(statements, pick(key, 'statements', factorial(statements.length)));
  const truths = ordered.map((statement) => ({ statement, is: truthOf(scope, statement) }));
  const right = truths.filter(({ is }) => is === true).slice(0, 1);
  const wrong = truths.filter(({ is }) => is === false).slice(0, count - 1);
  if (right.length < 1 || wrong.length < count - 1) return undefined;
  const { relations } = scope.context.definitions;
  const listed = [...right, ...wrong].map(
    ({ statement }): Value => ({
      kind: 'statement',
      number: statements.indexOf(statement) + 1,
      template: sentenceOf(statement, relations),
    }),
  );
  return { listed, right: 0 };
}

function near(value: Quantity, amount: number, { scope, key }: Choosing): Options | undefined {
  if (value.measure === 'count') {
    const rank = pick(key, 'rank', Math.min(amount, 3) + 1);
    return { listed: [0, 1, 2, 3].map((i) => quantity('count', amount - rank + i)), right: rank };
  }
  if (value.measure === 'angle') return nearAngle(amount, scope.context.settings.angleDegrees, key);
  if (kindOf(value.measure, undefined) === undefined && value.measure !== 'ratio')
    throw new Error(`the definition does not say what lies near a ${value.measure}`);
  const rank = pick(key, 'rank', 4);
  const factor = 1800 + pick(key, 'spread', 601);
  const ladder = [amount];
  for (let i = 0; i < rank; i += 1) ladder.unshift(step((ladder[0] ?? 0) * 1000, factor));
  while (ladder.length < 4) ladder.push(step((ladder.at(-1) ?? 0) * factor, 1000));
  if (ladder.some(Number.isNaN)) return undefined;
  return { listed: ladder.map((each) => quantity(value.measure, each)), right: rank };
}

const step = (numerator: number, denominator: number): number => whole(numerator / denominator) ?? Number.NaN;

const DEGREE = 1_000_000;

/** At a drawn step, all between 0 and 180 degrees; the rank is drawn among those that leave room for three more. */
function nearAngle(amount: number, marginDegrees: number, key: DrawKey): Options | undefined {
  const step = Math.max(20, Math.ceil((marginDegrees * 4) / 3)) + pick(key, 'spread', 21);
  const room = (whole: number) => Math.min(3, Math.floor(whole / (step * DEGREE)));
  const lowest = Math.max(0, 3 - room(180 * DEGREE - amount));
  const ranks = room(amount) - lowest + 1;
  if (ranks < 1) return undefined;
  const rank = lowest + pick(key, 'rank', ranks);
  const listed = [0, 1, 2, 3].map((i) => quantity('angle', amount + (i - rank) * step * DEGREE));
  return { listed, right: rank };
}

/** Whether printed numbers stay apart: none is 0, and each is at least 1.5625 times the one below it. Angles and counts do. */
export function areApart(options: Options, formats: Formats): boolean {
  const digits = options.listed.flatMap((option) => {
    if (option.kind !== 'quantity' || option.amount === null) return [];
    if (option.measure === 'ratio') return [plainDigits(option.amount, 'ratio')];
    const kind = kindOf(option.measure, undefined);
    return kind === undefined ? [] : [printedDigits(option.amount, formats[kind])];
  });
  return digits.every((each, i) => {
    const below = digits[i - 1];
    return below === undefined ? each > 0n : 10_000n * each >= 15_625n * below;
  });
}

/** The order in which listed options stand in the question. */
export function optionOrder(options: Options, key: DrawKey): readonly number[] {
  const indices = options.listed.map((_, i) => i);
  return permutation(indices, pick(key, 'options', factorial(indices.length)));
}
