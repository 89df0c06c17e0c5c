/** Which columns hold a value that a task computed, and how they are read again: one reading for each shape of value. */
import type * as typed from '../check/typed.js';
import type { Reading } from '../ir/evidence.js';
import type { Expression } from '../ir/node.js';
import type { Dimension } from '../types/unit.js';
import type { NameOf } from './spelling.js';
import type { Value } from './value.js';

/** Keeps an expression in a column of the query; gives the name of the column. The same expression has one column. */
export type Hold = (value: Expression) => string;

/** @param items of a tuple: what its items were made of */
export function readingOf(value: Value, e: typed.Expression, name: NameOf, hold: Hold): Reading {
  const dimension = dimensionOf(e);
  switch (value.kind) {
    case 'scalar':
      return scalarReading(hold(value.value), value.value, e);
    case 'bounds':
      return { kind: 'bounds', dimension, low: hold(value.low), high: hold(value.high) };
    case 'range':
      return { kind: 'range', low: hold(value.low), high: hold(value.high) };
    case 'triple':
      return {
        kind: 'vector',
        dimension: e.type.kind === 'unit' ? 'ratio' : 'length',
        right: hold(value.right),
        up: hold(value.up),
        forward: hold(value.forward),
        ...(value.level ? { level: hold(value.level) } : {}),
      };
    case 'direction':
      return { kind: 'direction', right: hold(value.right), forward: hold(value.forward) };
    case 'box':
      return { kind: 'pixels', columns: value.edges.map(hold) };
    case 'box3d':
      return { kind: 'box3d', lengths: value.lengths.map(hold), heading: hold(value.heading) };
    case 'member':
    case 'order':
      return { kind: value.kind, members: value.members.map(name), column: hold(value.index) };
    case 'list':
      return { kind: 'constant', text: value.members.map(name).join(', ') };
    case 'entity':
      return { kind: 'constant', text: name(value.entity) };
    case 'tuple': {
      const items = e.kind === 'let' ? e.let.value : e;
      return {
        kind: 'tuple',
        items: value.items.map((item, i) =>
          readingOf(item, (items.kind === 'tuple' && items.items[i]) || e, name, hold),
        ),
      };
    }
  }
}

function scalarReading(column: string, { type }: Expression, e: typed.Expression): Reading {
  if (type === 'bool') return { kind: 'truth', column };
  return e.type.kind === 'quantity'
    ? { kind: 'number', dimension: e.type.dimension, column }
    : { kind: 'word', column };
}

const dimensionOf = ({ type }: typed.Expression): Dimension => (type.kind === 'quantity' ? type.dimension : 'count');
