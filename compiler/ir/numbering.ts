/**
 * Numbers for expressions: equal expressions have the same number, different ones different numbers.
 * Takes time in proportion to the nodes that there are, however often each of them is used.
 */
import type { Expression } from './node.js';

export class Numbering {
  private readonly numbers = new Map<Expression, number>();
  private readonly known = new Map<string, number>();

  of(e: Expression): number {
    const numbered = this.numbers.get(e);
    if (numbered !== undefined) return numbered;
    const key = this.keyOf(e);
    const number = this.known.get(key) ?? this.known.size;
    this.known.set(key, number);
    this.numbers.set(e, number);
    return number;
  }

  private keyOf(e: Expression): string {
    switch (e.kind) {
      case 'column':
      case 'parameter':
        return `${e.kind} ${e.type} ${e.name}`;
      case 'literal':
        return `${typeof e.value} ${e.type} ${e.value}`;
      case 'apply': {
        let key = `${e.fn} ${e.type}`;
        for (const argument of e.arguments) key += ` ${this.of(argument)}`;
        return key;
      }
    }
  }
}

/** Whether all of them say the same. */
export function allEqual(expressions: readonly Expression[]): boolean {
  const numbering = new Numbering();
  const numbers = expressions.map((e) => numbering.of(e));
  return numbers.every((number) => number === numbers[0]);
}
