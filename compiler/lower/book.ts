/**
 * A book of columns, each defined by an expression over others: what is asked for is computed once,
 * in as few layers as its dependencies allow.
 */
import { column } from '../ir/build.js';
import { columnsRead } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Relation } from '../ir/node.js';

/** Columns that are still to be added to a relation. */
export class Columns {
  private pending = new Map<string, { readonly value: Expression; readonly layer: number }>();
  private readonly shared = new Map<number, Expression>();

  constructor(
    private readonly graph: Graph,
    private relation: Relation,
    /** Of the names of shared values, where these columns end up beside those of another book. */
    private readonly prefix = 'v',
  ) {}

  /** Names a value; returns the column that holds it. */
  define(name: string, value: Expression): Expression {
    const layers = [...columnsRead(value)].map((c) => this.pending.get(c)?.layer ?? -1);
    this.pending.set(name, { value, layer: Math.max(-1, ...layers) + 1 });
    return column(name, value.type);
  }

  /** The value itself where it is a column or literal; else a column of its own, the same for the same value. */
  share(value: Expression): Expression {
    if (value.kind !== 'apply') return value;
    const key = this.graph.expressionNumber(value);
    const known = this.shared.get(key);
    if (known) return known;
    const made = this.define(`${this.prefix}${this.shared.size + 1}`, value);
    this.shared.set(key, made);
    return made;
  }

  /** The relation with every pending column added. */
  flush(): Relation {
    const layers: Named[][] = [];
    for (const [name, { value, layer }] of this.pending) layers[layer] = [...(layers[layer] ?? []), { name, value }];
    for (const layer of layers) this.relation = this.graph.compute(this.relation, layer);
    this.pending = new Map();
    return this.relation;
  }

  /** Goes on from another relation, which has all columns so far. */
  continueFrom(make: (relation: Relation, graph: Graph) => Relation): void {
    this.relation = make(this.flush(), this.graph);
  }
}
