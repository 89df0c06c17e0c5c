/** What a reading says in one row: the value as data, in SI, and as people read it. */
import type { Put, Reading } from '../../compiler/plan/probe.js';
import { amount, bareAmount, inSi, unitSign } from './quantity.js';
import { numberIn, type Row, textIn, truthIn } from './scene-queries.js';

/** Null is unknown. Counts that are not known are `{ from, to }`. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

export interface Told {
  readonly value: Plain;
  readonly text: string;
}

const unknown: Told = { value: null, text: 'unknown' };

export function told(reading: Reading, row: Row): Told {
  switch (reading.kind) {
    case 'number': {
      const whole = numberIn(row, reading.column);
      if (whole === null) return unknown;
      return { value: inSi(whole, reading.dimension), text: amount(whole, reading.dimension) };
    }
    case 'bounds':
      return bounds(numberIn(row, reading.low), numberIn(row, reading.high), reading.dimension);
    case 'range': {
      const [low, high] = [numberIn(row, reading.low), numberIn(row, reading.high)];
      if (low === null || high === null) return unknown;
      return {
        value: { from: inSi(low, 'length'), to: inSi(high, 'length') },
        text: `[${bareAmount(low, 'length')} .. ${amount(high, 'length')}]`,
      };
    }
    case 'truth': {
      const truth = truthIn(row, reading.column);
      return truth === null ? unknown : { value: truth, text: String(truth) };
    }
    case 'word': {
      const word = textIn(row, reading.column);
      return word === null ? unknown : { value: word, text: word };
    }
    case 'vector':
      return vector(reading, row);
    case 'direction':
      return direction(numberIn(row, reading.right), numberIn(row, reading.forward));
    case 'pixels':
      return listed(reading.columns, 'picture', row, 1000);
    case 'box3d':
      return box3d(reading, row);
    case 'member': {
      const member = reading.members[numberIn(row, reading.column) ?? -1];
      return member === undefined ? unknown : { value: member, text: member };
    }
    case 'order': {
      const order = permutation(reading.members, numberIn(row, reading.column));
      return order === undefined ? unknown : { value: order, text: order.join(', ') };
    }
    case 'tuple': {
      const items = reading.items.map((item) => told(item, row));
      return { value: items.map((i) => i.value), text: `(${items.map((i) => i.text).join(', ')})` };
    }
    case 'constant':
      return { value: reading.text, text: reading.text };
  }
}

/** A formula with the numbers put in. */
export const filled = (put: Put, row: Row): string =>
  put.map((piece) => (typeof piece === 'string' ? piece : told(piece, row).text)).join('');

function bounds(low: number | null, high: number | null, dimension: Parameters<typeof amount>[1]): Told {
  if (low === null || high === null) return unknown;
  if (low === high) return { value: inSi(low, dimension), text: amount(low, dimension) };
  return {
    value: { from: inSi(low, dimension), to: inSi(high, dimension) },
    text: `${bareAmount(low, dimension)} to ${amount(high, dimension)}`,
  };
}

function vector(reading: Extract<Reading, { kind: 'vector' }>, row: Row): Told {
  const level = reading.level === undefined || truthIn(row, reading.level) === true;
  const parts = [
    ['right', level ? numberIn(row, reading.right) : null],
    ['up', level ? numberIn(row, reading.up) : null],
    ['forward', numberIn(row, reading.forward)],
  ] as const;
  if (parts.every(([, whole]) => whole === null)) return unknown;
  const si = ([name, whole]: (typeof parts)[number]): readonly [string, Plain] => [
    name,
    whole === null ? null : inSi(whole, reading.dimension),
  ];
  const text = ([name, whole]: (typeof parts)[number]): string =>
    `${name} ${whole === null ? 'unknown' : bareAmount(whole, reading.dimension)}`;
  return {
    value: Object.fromEntries(parts.map(si)),
    text: `(${parts.map(text).join(', ')})${unitSign(reading.dimension)}`,
  };
}

/** Degrees clockwise from straight away from the camera. */
function direction(right: number | null, forward: number | null): Told {
  if (right === null || forward === null) return unknown;
  const degrees = clockwise(right, forward);
  return { value: { right, forward }, text: `${degrees.toFixed(1)} deg clockwise from away` };
}

/** -180 to 180: 0 is straight ahead, 90 to the right. For people alone. */
export const clockwise = (right: number, forward: number): number => (Math.atan2(right, forward) * 180) / Math.PI;

function listed(columns: readonly string[], dimension: 'picture' | 'length', row: Row, scale: number): Told {
  const numbers = columns.map((column) => numberIn(row, column));
  if (numbers.some((n) => n === null)) return unknown;
  const known = numbers.flatMap((n) => n ?? []);
  return {
    value: known.map((n) => inSi(n * scale, dimension)),
    text: `[${known.map((n) => bareAmount(n * scale, dimension)).join(', ')}]${unitSign(dimension)}`,
  };
}

function box3d({ lengths, heading }: Extract<Reading, { kind: 'box3d' }>, row: Row): Told {
  const box = listed(lengths, 'length', row, 1);
  const turned = numberIn(row, heading);
  if (box.value === null || turned === null) return unknown;
  return {
    value: { lengths: box.value, heading: inSi(turned, 'angle') },
    text: `${box.text}, heading ${amount(turned, 'angle')}`,
  };
}

/** The members in permutation number `k`, in lexicographic order of places. */
export function permutation(members: readonly string[], k: number | null): readonly string[] | undefined {
  if (k === null) return undefined;
  const rest = [...members];
  let number = k;
  const order: string[] = [];
  while (rest.length > 0) {
    const below = factorial(rest.length - 1);
    const [chosen] = rest.splice(Math.floor(number / below), 1);
    if (chosen === undefined) return undefined;
    order.push(chosen);
    number %= below;
  }
  return order;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
