/**
 * The only maker of relations. It freezes and interns them: equal work is one object,
 * and "nothing changed" is `===`. One graph per compilation.
 */

import { inputsOf } from './inputs.js';
import type { Expression, Field, Key, Named, Of, Ranking, Relation, Total, Totalling } from './node.js';
import { Numbering } from './numbering.js';

const inOrder = (columns: readonly Field[]): readonly Field[] => columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));

export class Graph {
  private readonly known = new Map<string, Relation>();
  private readonly numbers = new Map<Relation, number>();
  private readonly expressions = new Numbering();

  table(table: string, prefix: string, columns: readonly Field[]): Of<'table'> {
    const sorted = inOrder(columns);
    return this.intern(`table ${table} ${prefix} ${sorted.map((c) => c.name).join()}`, {
      kind: 'table',
      table,
      prefix,
      columns: sorted,
    });
  }

  compute(input: Relation, columns: readonly Named[]): Relation {
    if (columns.length === 0) return input;
    return this.intern(`compute ${this.number(input)} ${this.named(columns)}`, { kind: 'compute', input, columns });
  }

  filter(input: Relation, where: Expression): Of<'filter'> {
    return this.intern(`filter ${this.number(input)} ${this.expressionNumber(where)}`, {
      kind: 'filter',
      input,
      where,
    });
  }

  join(left: Relation, right: Relation, on: Expression): Of<'join'> {
    return this.intern(`join ${this.number(left)} ${this.number(right)} ${this.expressionNumber(on)}`, {
      kind: 'join',
      left,
      right,
      on,
    });
  }

  lookup(input: Relation, table: string, prefix: string, columns: readonly Field[], keys: readonly Key[]): Relation {
    if (columns.length === 0) return input;
    const sorted = inOrder(columns);
    const names = sorted.map((c) => c.name).join();
    const by = keys.map(({ column, is }) => `${column} ${is}`).join();
    return this.intern(`lookup ${this.number(input)} ${table} ${prefix} ${names} ${by}`, {
      kind: 'lookup',
      input,
      table,
      prefix,
      columns: sorted,
      keys,
    });
  }

  total(input: Relation, each: Relation, { keys, on, layers, where, totals }: Totalling): Relation {
    if (totals.length === 0) return input;
    const made = layers.map((layer) => this.named(layer)).join(' | ');
    const conditions = [on, where].map((e) => this.expressionNumber(e)).join();
    const key = `total ${this.number(input)} ${this.number(each)} ${keys.join()} ${conditions} ${made} ${this.totals(totals)}`;
    return this.intern(key, { kind: 'total', input, each, keys, on, layers, where, totals });
  }

  top(
    input: Relation,
    per: readonly string[],
    by: readonly string[],
    count: number,
    need: Expression | undefined = undefined,
  ): Of<'top'> {
    const most = need ? this.expressionNumber(need) : '';
    return this.intern(`top ${this.number(input)} ${per.join()} ${by.join()} ${count} ${most}`, {
      kind: 'top',
      input,
      per,
      by,
      count,
      need,
    });
  }

  series(column: string, count: number): Of<'series'> {
    return this.intern(`series ${column} ${count}`, { kind: 'series', column, count });
  }

  place(input: Relation, { per, by, place, among }: Ranking): Of<'place'> {
    return this.intern(`place ${this.number(input)} ${per.join()} ${by.join()} ${place} ${among}`, {
      kind: 'place',
      input,
      per,
      by,
      place,
      among,
    });
  }

  project(input: Relation, columns: readonly Named[]): Of<'project'> {
    return this.intern(`project ${this.number(input)} ${this.named(columns)}`, { kind: 'project', input, columns });
  }

  /** Returns the same object if no input changed. */
  mapInputs(relation: Relation, map: (input: Relation) => Relation): Relation {
    const inputs = inputsOf(relation);
    const mapped = inputs.map(map);
    return mapped.every((input, i) => input === inputs[i]) ? relation : this.withInputs(relation, mapped);
  }

  private withInputs(relation: Relation, [first, second]: readonly Relation[]): Relation {
    if (!first) return relation;
    switch (relation.kind) {
      case 'table':
      case 'series':
        return relation;
      case 'place':
        return this.place(first, relation);
      case 'compute':
        return this.compute(first, relation.columns);
      case 'filter':
        return this.filter(first, relation.where);
      case 'join':
        return this.join(first, second ?? relation.right, relation.on);
      case 'lookup':
        return this.lookup(first, relation.table, relation.prefix, relation.columns, relation.keys);
      case 'total':
        return this.total(first, second ?? relation.each, relation);
      case 'top':
        return this.top(first, relation.per, relation.by, relation.count, relation.need);
      case 'project':
        return this.project(first, relation.columns);
    }
  }

  /** Equal expressions have the same number. */
  expressionNumber(e: Expression): number {
    return this.expressions.of(e);
  }

  private named(columns: readonly Named[]): string {
    return columns.map((c) => `${c.name} = ${this.expressionNumber(c.value)}`).join('; ');
  }

  private totals(totals: readonly Total[]): string {
    const by = (c: Total): string => (c.fold === 'of least' ? ` by ${this.expressionNumber(c.by)}` : '');
    return totals.map((c) => `${c.fold ?? 'sum'} ${c.name} = ${this.expressionNumber(c.value)}${by(c)}`).join('; ');
  }

  private number(relation: Relation): number {
    const known = this.numbers.get(relation);
    if (known === undefined) throw new Error('SPQ902: a relation of another graph');
    return known;
  }

  private intern<R extends Relation>(key: string, made: R): R {
    const known = this.known.get(key);
    // The key begins with the kind, so a known node is of the made one's type.
    if (known) return known as R;
    const frozen: R = made;
    Object.freeze(frozen);
    this.known.set(key, frozen);
    this.numbers.set(frozen, this.numbers.size);
    return frozen;
  }
}
