/**
 * Draws (docs/semantics.md section 5): a stable hash of the task, the purpose and the tuple. What is bound has two keys of 32 bits,
 * made once per row; those of a tuple are folded from them, and a draw mixes these by whole-number arithmetic, since a
 * digest for each decision about each tuple would cost more than all else.
 */
import { add, apply, int, join, multiply, text } from '../ir/build.js';
import type { Expression } from '../ir/node.js';

/** Two words of 32 bits that stand for what is bound. */
export type Keys = readonly [Expression, Expression];

/** What the keys of a tuple are multiplied by before those of the next thing are added. */
const folding = [0x2c9277b5, 0x1b873593] as const;

/** Multipliers of a mixer of 32 bits with little bias: github.com/skeeto/hash-prospector. */
const mixing = [0x21f0aaad, 0x735a2d97] as const;

/** The keys of what stands before, and of what comes next. */
export const followed = (before: Keys, next: Keys): Keys => [
  wrapped(add(multiply(before[0], int(folding[0])), next[0])),
  wrapped(add(multiply(before[1], int(folding[1])), next[1])),
];

/** The keys of a text: the first two words of its md5, which `digest` holds in hexadecimal digits. */
export const keysOf = (digest: Expression): Keys => [wordOf(digest, 0), wordOf(digest, 1)];

export const digestOf = (fields: Expression): Expression => apply('digest', 'text', fields);

const wordOf = (digest: Expression, place: number): Expression => apply('word', 'int', digest, int(place));
const wrapped = (e: Expression): Expression => apply('wrap', 'int', e);
const shifted = (e: Expression, bits: number): Expression => apply('shift', 'int', e, int(bits));
const foldedUpon = (e: Expression, bits: number): Expression => apply('fold', 'int', e, int(bits));

/** Draws of one task for the tuple with these keys. */
export class Draws {
  constructor(
    private readonly seed: number,
    private readonly task: string,
    private readonly keys: Keys,
    private readonly share: (value: Expression) => Expression,
  ) {}

  /** A whole number below 2^52. */
  number(purpose: string): Expression {
    const { high, low } = this.words(purpose);
    return this.share(add(multiply(high, int(2 ** 20)), shifted(low, 12)));
  }

  /** A whole number below n; n may be an expression. */
  pick(purpose: string, n: number | Expression): Expression {
    if (n === 1) return int(0);
    return this.share(apply('share', 'int', this.number(purpose), typeof n === 'number' ? int(n) : n));
  }

  /** 64 bits, for the id of a question. */
  identity(purpose: string): Expression {
    const { high, low } = this.words(purpose);
    return apply('identify', 'int', high, low);
  }

  /** Both depend on the second key, the high one on the first, too. */
  private words(purpose: string): { readonly high: Expression; readonly low: Expression } {
    const own = text([String(this.seed), purpose, this.task].map(lengthPrefixedText).join(''));
    const [first, second] = keysOf(digestOf(own));
    const low = this.mixed(add(this.keys[0], first));
    return { low, high: this.mixed(add(add(this.keys[1], low), second)) };
  }

  /** Each step has a column of its own, since it is read twice. */
  private mixed(sum: Expression): Expression {
    const start = this.share(wrapped(sum));
    const [one, other] = mixing;
    const once = this.share(wrapped(multiply(foldedUpon(start, 16), int(one))));
    const twice = this.share(wrapped(multiply(foldedUpon(once, 15), int(other))));
    return this.share(foldedUpon(twice, 15));
  }
}

export function lengthPrefixedText(field: string): string {
  return `${new TextEncoder().encode(field).length}:${field}`;
}

/** `5:chair`: no two lists of fields have one text. */
export function lengthPrefixed(field: Expression): Expression {
  return join(apply('text', 'text', apply('bytes', 'int', field)), text(':'), field);
}

/** The draw below which `share` of `whole` lies: pick(draw, whole) < share, without leaving 64 bits. */
export function drawBelow(share: number, whole: number): number {
  const [part, all] = [BigInt(share), BigInt(whole)];
  return Number((part * 2n ** 52n + all - 1n) / all);
}
