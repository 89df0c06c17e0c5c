/** Compares the truth with what is printed as answer, as options, or as a claim. Each says what is wrong, in words. */
import type { Case } from './case.js';
import { agrees, isOff, onlyIn, type Printed, printedIn, type Unit } from './quantity.js';

type Faults = readonly string[];

const right: Faults = [];

/** A statement, or a question of yes or no. `null`: the readings of its words contradict each other. */
export function judgeTruth({ asked }: Case, truth: boolean | null): Faults {
  if (truth === null) return ['readings disagree'];
  const words = asked.question.endsWith('?') ? ['No', 'Yes'] : ['False', 'True'];
  const expected = words[truth ? 1 : 0];
  return asked.answer === expected ? right : [`it is ${expected}`];
}

/** One of some words; of a claim, `said` are the words that it prints. */
export function judgeWords(c: Case, truth: string, said?: () => string): Faults {
  const { asked } = c;
  if (asked.format === 'claim') return judgeTruth(c, (said ?? (() => asked.question))() === truth);
  const others = asked.options.filter((option) => option === truth).length;
  if (asked.format === 'choice' && others !== 1) return [`"${truth}" is ${others} times among the options`];
  return asked.answer === truth ? right : [`it is "${truth}"`];
}

/** Whichever of the words the claim says, told by what stands around it. @throws where it says none */
export function wordsAfter(c: Case, ...patterns: readonly RegExp[]): string {
  for (const pattern of patterns) {
    const [, said] = pattern.exec(c.read.text) ?? [];
    if (said !== undefined) return said;
  }
  throw new Error(`nothing is claimed in: ${c.read.text}`);
}

/** One of the things or pixels; `claimed` is the one of which a claim says so. */
export function judgePick(c: Case, truth: string | undefined, claimed?: () => string): Faults {
  const { asked } = c;
  if (truth === undefined) return ['nothing is clearly the one'];
  if (asked.format === 'claim') return judgeTruth(c, (claimed ?? (() => ''))() === truth);
  const found = onlyIdIn(c, asked.answer);
  const options = asked.options.map((option) => onlyIdIn(c, option));
  if (asked.format === 'choice' && options.filter((id) => id === truth).length !== 1)
    return [`${truth} is not once among the options ${options.join(', ')}`];
  if (new Set(options).size !== options.length) return ['two options mean the same'];
  return found === truth ? right : [`it is ${truth}, not ${found}`];
}

function onlyIdIn(c: Case, text: string): string {
  const [id, ...others] = c.readAlso(text).mentions;
  if (id === undefined || others.length > 0) throw new Error(`not one thing in: ${text}`);
  return id;
}

/** Things or pixels in an order. */
export function judgeOrder(c: Case, truth: readonly string[], claimed?: () => readonly string[]): Faults {
  const { asked } = c;
  const expected = truth.join(' ');
  if (asked.format === 'claim') return judgeTruth(c, (claimed ?? (() => []))().join(' ') === expected);
  const orders = asked.options.map((option) => c.readAlso(option).mentions.join(' '));
  if (asked.format === 'choice' && orders.filter((order) => order === expected).length !== 1)
    return ['the right order is not once among the options'];
  const found = c.readAlso(asked.answer).mentions.join(' ');
  return found === expected ? right : [`the order is ${expected}, not ${found}`];
}

/** A measured number. Of a claim it is the only one of its unit in the text, or what `said` finds there. */
export function judgeNumber(c: Case, truth: number, unit: Unit = 'length', said?: () => Printed): Faults {
  const { asked } = c;
  if (asked.format === 'claim') return judgeSaid(c, truth, unit, said ? said() : onlyIn(c.read.text, unit));
  const printed = onlyIn(asked.answer, unit);
  const faults = agrees(printed, truth) ? [] : [`it is ${truth.toFixed(4)}`];
  const others = asked.options.filter((_, i) => i !== asked.answerIndex).map((option) => onlyIn(option, unit));
  return [
    ...faults,
    ...others.filter((other) => !isOff(other, truth, unit)).map(({ value }) => `${value} is right, too`),
  ];
}

function judgeSaid(c: Case, truth: number, unit: Unit, printed: Printed): Faults {
  const close = agrees(printed, truth);
  if (!close && !isOff(printed, truth, unit)) return [`it is ${truth.toFixed(4)}: neither right nor wrong`];
  return judgeTruth(c, close);
}

/** Numbers that stand in this order in a text, all of one unit. */
export function judgeNumbers(text: string, truths: readonly number[], unit: Unit = 'length'): Faults {
  const printed = printedIn(text, unit);
  if (printed.length !== truths.length) throw new Error(`${printed.length} for ${truths.length} numbers in: ${text}`);
  return truths.flatMap((truth, i) => {
    const found = printed[i];
    return found && agrees(found, truth) ? [] : [`${found?.value.toFixed(4)} is ${truth.toFixed(4)}`];
  });
}

/** Bare numbers in brackets, with two decimals. */
export function judgeVector(text: string, truths: readonly number[]): Faults {
  const inner = /[([]([^)\]]*)[)\]]/.exec(text)?.[1] ?? '';
  const digits = inner.split(', ');
  if (digits.length !== truths.length) throw new Error(`not ${truths.length} numbers in: ${text}`);
  return truths.flatMap((truth, i) => {
    const number = digits[i] ?? '';
    const step = 10 ** -(number.split('.')[1]?.length ?? 0);
    return agrees({ value: Number(number), step }, truth) ? [] : [`${number} is ${truth.toFixed(4)}`];
  });
}

/** Of some things the one with the least, and nothing else as little. */
export function leastOf<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  const values = all.map(measure);
  const least = Math.min(...values);
  return values.filter((value) => value - least < 1e-6).length === 1 ? all[values.indexOf(least)] : undefined;
}

export const greatestOf = <T>(all: readonly T[], measure: (one: T) => number): T | undefined =>
  leastOf(all, (one) => -measure(one));
