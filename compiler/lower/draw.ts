/** Draws (S11): a stable hash of length-prefixed fields, one purpose per decision. */
import { apply, int, join, text } from '../ir/build.js';
import type { Expression } from '../ir/node.js';

/** Draws of one task; `key` holds the source, the scene and the bound ids, length-prefixed. */
export class Draws {
  constructor(
    private readonly seed: number,
    private readonly task: string,
    private readonly key: Expression,
    private readonly share: (value: Expression) => Expression,
  ) {}

  /** A whole number below 2^52. */
  number(purpose: string): Expression {
    return this.share(apply('draw', 'int', this.fields(purpose)));
  }

  /** A whole number below n; n may be an expression. */
  pick(purpose: string, n: number | Expression): Expression {
    if (n === 1) return int(0);
    return this.share(apply('share', 'int', this.number(purpose), typeof n === 'number' ? int(n) : n));
  }

  /** 64 bits, for the id of a question. */
  identity(purpose: string): Expression {
    return apply('identify', 'int', this.fields(purpose));
  }

  private fields(purpose: string): Expression {
    return join(text([String(this.seed), purpose, this.task].map(lengthPrefixedText).join('')), this.key);
  }
}

export function lengthPrefixedText(field: string): string {
  return `${new TextEncoder().encode(field).length}:${field}`;
}

/** The draw below which `share` of `whole` lies: pick(draw, whole) < share, without leaving 64 bits. */
export function drawBelow(share: number, whole: number): number {
  const [part, all] = [BigInt(share), BigInt(whole)];
  return Number((part * 2n ** 52n + all - 1n) / all);
}
