/** Facts that a column gives: `fact grip (a: object) = column("grip_mm", unit: mm)`; numbers and texts are two lists. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import type { WrittenFacts } from './scene-context.js';
import { type Measure, quantity, truth, type Value } from './value.js';
import { whole } from './whole-units.js';

interface Column {
  readonly holds: 'number' | 'text' | 'condition';
  readonly unit: string | undefined;
}

/** Undefined for a fact that is made of others. */
export function columnOf({ body }: ast.FactDeclaration): Column | undefined {
  if (body.kind !== 'call' || body.callee.text !== 'column') return undefined;
  const [, how] = body.arguments;
  const word =
    how?.value.kind === 'name' ? how.value.name.text : how?.value.kind === 'text' ? how.value.value : undefined;
  if (how?.name?.text === 'type') return { holds: word === 'text' ? 'text' : 'condition', unit: undefined };
  return { holds: 'number', unit: word };
}

/** What one of a unit is, in whole units, and what it measures. */
const UNITS: Readonly<Record<string, readonly [Measure, number]>> = {
  mm: ['magnitude', 1000],
  cm: ['magnitude', 10_000],
  m: ['magnitude', 1e6],
  m2: ['area', 1e6],
  l: ['volume', 1e6],
  deg: ['angle', 1e6],
  '%': ['ratio', 1e7],
};

export function ownValue(row: ObjectRow | null, declaration: ast.FactDeclaration, facts: WrittenFacts): Value {
  const column = columnOf(declaration);
  if (column === undefined) throw new Error(`${declaration.name.text} is read from no column`);
  const place = [...facts.values()]
    .filter(
      (other) => (columnOf(other)?.holds === 'text') === (column.holds === 'text') && columnOf(other) !== undefined,
    )
    .indexOf(declaration);
  if (column.holds === 'text') return { kind: 'word', domain: 'text', text: row?.own?.texts[place] || null };
  const number = row?.own?.numbers[place] ?? null;
  if (column.holds === 'condition') return truth(number === null ? null : number === 1);
  const [measure, factor] = UNITS[column.unit ?? ''] ?? (['count', 1] as const);
  return quantity(measure, number === null || number < 0 ? null : whole(number * factor));
}

/** Of all that a thing is, but not of what it is called, or of its picture. */
export const OWN_ASPECTS: readonly string[] = [
  ...['right', 'up', 'forward', 'bearing', 'elevation', 'depth', 'distance', 'nearest', 'base', 'spread', 'own'],
  ...['height', 'width', 'depth_extent', 'volume', 'footprint', 'facing'],
];
