/**
 * A list whose items depend on the template that was drawn: all items that any template has, once, and which of them this one has.
 * A case between numbers costs a tenth of one between lists of structs or texts.
 */
import { apply, int, list } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, ValueType } from '../ir/node.js';

export class PartTable {
  private readonly parts: Expression[] = [];
  private readonly placeOf = new Map<number, number>();

  constructor(
    private readonly graph: Graph,
    private readonly type: Extract<ValueType, 'struct' | 'texts'>,
  ) {}

  /** The places of some parts, from 1. */
  places(wanted: readonly Expression[]): Expression {
    return list('ints', ...wanted.map((e) => int(this.place(e))));
  }

  /** @param places made by `places`, or a case between such */
  select(places: Expression): Expression {
    const all = apply('list', this.type, ...this.parts);
    return this.parts.length === 0 ? all : apply('select', this.type, all, places);
  }

  private place(e: Expression): number {
    const number = this.graph.expressionNumber(e);
    const known = this.placeOf.get(number) ?? this.parts.push(e);
    this.placeOf.set(number, known);
    return known;
  }
}
