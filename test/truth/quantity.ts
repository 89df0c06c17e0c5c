/** Numbers as they are printed, with their unit and the step of their last digit, in metres, degrees and shares. */

export interface Printed {
  readonly value: number;
  /** What one more in the last digit would be. */
  readonly step: number;
}

export type Unit = 'length' | 'angle' | 'share' | 'count';

const sizes: Readonly<Record<Unit, Readonly<Record<string, number>>>> = {
  length: { m: 1, cm: 0.01, ft: 0.3048, in: 0.0254 },
  angle: { degrees: 1, degree: 1 },
  share: { '%': 0.01 },
  count: { '': 1 },
};

const patterns: Readonly<Record<Unit, RegExp>> = {
  length: /([+-]?\d+(?:\.\d+)?) (m|cm|ft|in)\b(?! the\b| this\b| view\b)/g,
  angle: /([+-]?\d+(?:\.\d+)?) (degrees?)\b/g,
  share: /([+-]?\d+(?:\.\d+)?)(%)/g,
  count: /(?<![\d.«‹])\b(\d+)\b(?![.\d]*\d|[»›%])()/g,
};

/** All quantities of the unit, in the order of the text. */
export function printedIn(text: string, unit: Unit): readonly Printed[] {
  return [...text.matchAll(patterns[unit])].map(([, digits = '', name = '']) => {
    const size = sizes[unit][name] ?? Number.NaN;
    const decimals = digits.split('.')[1]?.length ?? 0;
    return { value: Number(digits) * size, step: size / 10 ** decimals };
  });
}

/** @throws where there is none, or more than one */
export function onlyIn(text: string, unit: Unit): Printed {
  const [one, ...others] = printedIn(text, unit);
  if (one === undefined || others.length > 0) throw new Error(`not one ${unit} in: ${text}`);
  return one;
}

/** Whole micrometres, and what was rounded to them before it was added up. */
const ROUNDED = 3e-6;

/** Whether the true value is printed so: within half of the last digit. */
export const agrees = ({ value, step }: Printed, truth: number): boolean =>
  Math.abs(value - truth) <= step / 2 + ROUNDED + Math.abs(truth) * 1e-7;

/** Whether the value is so far from the truth that nobody would take it for it. */
export const isOff = ({ value }: Printed, truth: number, unit: Unit): boolean => {
  if (unit === 'count') return value !== truth;
  return unit === 'angle' ? Math.abs(value - truth) >= 15 : Math.abs(value - truth) >= 0.2 * Math.max(value, truth);
};
