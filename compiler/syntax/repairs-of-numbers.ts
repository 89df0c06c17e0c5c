/** Numbers as other places write them: `1,5`, `.5`, `1e3`, `1 000`, `five`, `2x`; and ranges, `1 m to 2 m`. */
import type { IToken } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { numbersOtherwise } from './otherwise.js';
import { as, type Broken, between, changed, is, type Repair, retyped, touching } from './repair.js';

export function* repairsOfNumbers(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  for (const at of [where - 2, where - 1, where]) {
    const [first, second, third] = tokens.slice(Math.max(at, 0), Math.max(at, 0) + 3);
    if (at < 0 || !first || !second) continue;
    const made = decimalComma(first, second, third) ?? withoutZero(first, second) ?? exponent(first, second);
    if (made) yield written(broken, at, made);
  }
  const [last, found] = [tokens[where - 1], tokens[where]];
  if (is(last, t.NumberToken) && is(found, t.NumberToken) && /^\d{3}$/.test(found.image))
    yield written(broken, where - 1, { tokens: 2, image: last.image + found.image, hint: 'No blank parts thousands.' });
  if (!found) return;
  const value = numbersOtherwise.get(found.image);
  if (value !== undefined)
    yield written(broken, where, { tokens: 1, image: `${value}`, hint: 'Write it as a number.' });
  yield* times(broken, found);
  yield* upTo(broken, found);
}

interface Number {
  /** How many tokens it is written in. */
  readonly tokens: number;
  readonly image: string;
  readonly hint: string;
  /** Two numbers may be meant: no fix. */
  readonly doubtful?: boolean;
}

function written(broken: Broken, at: number, { tokens: count, image, hint, doubtful }: Number): Repair {
  const [first, last] = [broken.tokens[at], broken.tokens[at + count - 1]];
  if (!first || !last) return { tokens: broken.tokens };
  const put = as({ ...first, endOffset: last.endOffset ?? last.startOffset }, t.NumberToken, image);
  const tokens = changed(broken, at, at + count, [put]);
  return doubtful ? { tokens, hint } : { tokens, hint, fix: { at: between(first, last, broken), text: image } };
}

/** `1,5` */
function decimalComma(first: IToken, comma: IToken, second: IToken | undefined): Number | undefined {
  const parts = is(first, t.NumberToken) && is(comma, t.Comma) && is(second, t.NumberToken);
  if (!parts || !touching(first, comma) || !touching(comma, second)) return undefined;
  const image = `${first.image}.${second.image}`;
  const doubtful = second.image.length === 3;
  const hint = doubtful ? 'A decimal point is `.`, and nothing parts thousands.' : 'A decimal point is `.`.';
  return { tokens: 3, image: /^\d+\.\d+$/.test(image) ? image : first.image, hint, doubtful };
}

/** `.5` */
function withoutZero(dot: IToken, digits: IToken): Number | undefined {
  if (!is(dot, t.Dot) || !is(digits, t.NumberToken) || !touching(dot, digits)) return undefined;
  const image = `0.${digits.image.replace('.', '')}`;
  return { tokens: 2, image, hint: `Write \`${image}\`.` };
}

/** `1e3` */
function exponent(digits: IToken, power: IToken): Number | undefined {
  const fits = is(digits, t.NumberToken) && is(power, t.Identifier) && /^e\d$/i.test(power.image);
  if (!fits || !touching(digits, power)) return undefined;
  const image = `${Number(digits.image + power.image)}`;
  return { tokens: 2, image, hint: `Write \`${image}\`.` };
}

/** `2x b.height`, `2 times b.height` */
function* times(broken: Broken, found: IToken): Generator<Repair> {
  const sign = broken.tokens[broken.where - 1];
  if (!is(sign, t.Identifier) || !['x', 'times'].includes(sign.image)) return;
  const fix = { at: between(sign, sign, broken), text: touching(sign, found) ? '*' : ' *' };
  const tokens = changed(broken, broken.where - 1, broken.where, [as(sign, t.Star, '*')]);
  yield { tokens, hint: 'Write `*`.', fix, culprit: sign, expected: ['a unit', '`*`'] };
}

/** `in 1 m to 2 m`, `between 1 m and 2 m` */
function* upTo(broken: Broken, found: IToken): Generator<Repair> {
  const { tokens, where } = broken;
  const dots = (token: IToken): IToken => as(token, t.DotDot, '..');
  if (['to', 'and', '-', 'until'].includes(found.image)) {
    const fix = { at: between(found, found, broken), text: '..' };
    yield { tokens: changed(broken, where, where + 1, [dots(found)]), hint: 'Write `..`.', fix };
  }
  const end = tokens.findIndex((token, i) => i > where && is(token, t.And));
  const and = tokens[end];
  if (found.image !== 'between' || !and) return;
  const low = tokens.slice(where + 1, end);
  const text = `in ${low.map((token) => token.image).join(' ')} ..`;
  yield {
    tokens: changed(broken, where, end + 1, [retyped(found, t.In), ...low, dots(and)]),
    hint: 'A range is written `x in 1 m .. 2 m`.',
    fix: { at: between(found, and, broken), text },
  };
}
