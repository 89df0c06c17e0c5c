/** Functions whose spelling is a formula: margined comparison, rounding, permutations, sectors. */
import {
  above,
  atLeast,
  below,
  binary,
  both,
  call,
  cases,
  cast,
  chain,
  double,
  integer,
  minus,
  no,
  plus,
  text,
  times,
  yes,
} from './build.js';
import type { Expression } from './node.js';

/** Larger numbers are unknown: with them a margin of 100 % would leave 64 bits. */
const limit = 9e12;

/** floor(x + 0.5) as a whole number; unknown when not finite or too large (NaN is above every limit). */
export function whole(x: Expression): Expression {
  return cases([[below(call('abs', x), double(limit)), cast(call('floor', plus(x, double(0.5))), 'bigint')]]);
}

/** True when y - x > m, false when x - y > m, else unknown; m = max(absolute, ppm of the larger, rounded). */
export function less(x: Expression, y: Expression, absolute: number, ppm: number): Expression {
  return cases([
    [clearlyLess(x, y, absolute, ppm), yes],
    [clearlyLess(y, x, absolute, ppm), no],
  ]);
}

function clearlyLess(x: Expression, y: Expression, absolute: number, ppm: number): Expression {
  const beyondAbsolute = absolute === 0 ? above(y, x) : above(minus(y, x), integer(absolute));
  if (ppm === 0) return beyondAbsolute;
  // For whole d: d > floor(z / 10^6) is d * 10^6 > z. Exceeding the larger's share is exceeding both.
  const beyond = (of: Expression): Expression =>
    above(times(minus(y, x), integer(1_000_000)), plus(times(integer(ppm), call('abs', of)), integer(500_000)));
  return chain('and', [beyondAbsolute, beyond(x), beyond(y)]);
}

/** True under half the margin, false over twice it, else unknown. */
export function about(x: Expression, y: Expression, absolute: number, ppm: number): Expression {
  const difference = call('abs', minus(x, y));
  const share = (of: Expression): Expression =>
    binary('//')(plus(times(integer(ppm), call('abs', of)), integer(500_000)), integer(1_000_000));
  const margins = [integer(absolute), ...(ppm === 0 ? [] : [share(x), share(y)])];
  const under = chain(
    'or',
    margins.map((m) => below(times(integer(2), difference), m)),
  );
  const over = chain(
    'and',
    margins.map((m) => above(difference, times(integer(2), m))),
  );
  return cases([
    [under, yes],
    [over, no],
  ]);
}

/** Three bits hold an element of a permutation. */
const bits = 3;

/**
 * Element i of permutation k of 0..n-1, from a list of all of them in lexicographic order, each packed into one number, element 0
 * lowest. One text of all their digits would do, but to reach a character DuckDB counts those before it.
 */
export function permuted(k: Expression, n: number, i: Expression): Expression {
  if (n === 1) return integer(0);
  const order = call('list_extract', orders(n), plus(k, integer(1)));
  return binary('&')(binary('>>')(order, times(integer(bits), i)), integer(2 ** bits - 1));
}

/** Made once per length: a recipe asks for the same few over and over. */
const known = new Map<number, Expression>();

function orders(n: number): Expression {
  const made = known.get(n) ?? packed(permutations(Array.from({ length: n }, (_, j) => j)));
  known.set(n, made);
  return made;
}

/** As one text, which is soon parsed. */
function packed(all: readonly (readonly number[])[]): Expression {
  const items = all.map((order) => order.reduce((sum, x, i) => sum + x * 2 ** (bits * i), 0));
  return cast(text(`[${items.join(', ')}]`), 'bigint[]');
}

/** All orders of some numbers, in lexicographic order where these go up. */
function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first) => permutations(items.filter((x) => x !== first)).map((rest) => [first, ...rest]));
}

/**
 * Index of the sector that holds (right, forward), clear of both borders by the margin and by the band.
 * The distance from a border is a cross product with its direction; its sine is that divided by the length.
 */
export function sector(x: Expression, y: Expression, margin: number, count: number, bandSine: number): Expression {
  const length = call('sqrt', plus(times(x, x), times(y, y)));
  const clear = (distance: Expression): Expression => {
    const beyondBand = above(distance, times(length, double(bandSine)));
    return margin === 0 ? beyondBand : both(above(distance, double(margin)), beyondBand);
  };
  const side = (a: Expression, ca: number, b: Expression, cb: number): Expression =>
    minus(times(a, double(ca)), times(b, double(cb)));
  const angle = (i: number): number => (i * 360 * Math.PI) / count / 180;
  const sectors = Array.from({ length: count }, (_, i) => {
    const [t1, t2] = [angle(i - 0.5), angle(i + 0.5)];
    const first = side(x, Math.cos(t1), y, Math.sin(t1));
    const second = side(y, Math.sin(t2), x, Math.cos(t2));
    return [both(clear(first), clear(second)), integer(i)] as const;
  });
  const found = cases(sectors);
  return margin === 0 ? found : cases([[atLeast(length, double(3 * margin)), found]]);
}
