/** Values that are used more than once, kept apart from the columns of a task: those of a macro, or of pairs of a tuple and a candidate. */
import { column, named } from '../ir/build.js';
import { columnsRead } from '../ir/columns.js';
import type { Expression, Named } from '../ir/node.js';
import { Numbering } from '../ir/numbering.js';
import type { Share } from './object-facts.js';

export interface SharedValues {
  readonly share: Share;
  /** Each layer reads given columns and earlier layers alone. */
  readonly layers: () => readonly (readonly Named[])[];
  /** How many columns, literals and functions an expression has when it is written out, with what its columns stand for. */
  readonly writtenSize: (e: Expression) => number;
}

/** @param prefix begins the names of the columns; no other column begins so */
export function sharedValues(prefix = 'v'): SharedValues {
  const numbers = new Numbering();
  const known = new Map<number, Expression>();
  const layerOf = new Map<string, number>();
  const sizeOf = new Map<string, number>();
  const layers: Named[][] = [];
  const writtenSize = (e: Expression): number => {
    if (e.kind === 'column') return sizeOf.get(e.name) ?? 1;
    return e.kind === 'apply' ? e.arguments.reduce((sum, a) => sum + writtenSize(a), 1) : 1;
  };
  const share: Share = (value) => {
    if (value.kind !== 'apply') return value;
    const key = numbers.of(value);
    const found = known.get(key);
    if (found) return found;
    const name = `${prefix}${known.size + 1}`;
    const layer = 1 + Math.max(-1, ...[...columnsRead(value)].map((c) => layerOf.get(c) ?? -1));
    layerOf.set(name, layer);
    sizeOf.set(name, writtenSize(value));
    layers[layer] = [...(layers[layer] ?? []), named(name, value)];
    const made = column(name, value.type);
    known.set(key, made);
    return made;
  };
  return { share, layers: () => layers, writtenSize };
}
