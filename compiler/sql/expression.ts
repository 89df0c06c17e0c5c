/**
 * IR expressions as SQL: each function's one spelling (S4, S12). What would throw, skip NULL or differ
 * between engines is guarded here: `sqrt`, `/`, `greatest`, `min_by`, `bool_and` never meet a bare nullable value.
 */
import type * as ir from '../ir/node.js';
import {
  above,
  atLeast,
  below,
  binary,
  call,
  cases,
  cast,
  chain,
  double,
  integer,
  minus,
  name,
  no,
  not,
  nothing,
  plus,
  text,
  times,
  yes,
} from './build.js';
import { about, less, permuted, sector, whole } from './guarded.js';
import type { Expression } from './node.js';

/** How a column is reached: by its name, or as a field of a macro's row. */
export type Reach = (column: string) => Expression;
export const byName: Reach = (column) => name(column);

const sqlTypes: Readonly<Record<ir.ValueType, string>> = {
  int: 'bigint',
  real: 'double',
  bool: 'boolean',
  text: 'varchar',
  ints: 'bigint[]',
  texts: 'varchar[]',
  reals: 'double[]',
  struct: 'struct(a integer)',
};

export function toSql(e: ir.Expression, reach: Reach = byName): Expression {
  switch (e.kind) {
    case 'column':
      return reach(e.name);
    case 'literal':
      return literal(e);
    case 'parameter':
      return { kind: 'parameter', name: e.name };
    case 'apply':
      return spellings[e.fn](
        e.arguments.map((a) => toSql(a, reach)),
        e,
      );
  }
}

function literal({ value, type }: Extract<ir.Expression, { kind: 'literal' }>): Expression {
  if (value === null) return cast(nothing, sqlTypes[type]);
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return text(value);
  return type === 'real' ? double(value) : integer(value);
}

type Apply = Extract<ir.Expression, { kind: 'apply' }>;
type Spelling = (args: readonly Expression[], e: Apply) => Expression;

/** A literal argument, as a number: margins, counts and sines are known when the recipe is compiled. */
function constant(e: Apply, i: number): number {
  const given = e.arguments[i];
  return given?.kind === 'literal' && typeof given.value === 'number' ? given.value : 0;
}

const one =
  (spell: (a: Expression) => Expression): Spelling =>
  ([a = nothing]) =>
    spell(a);
const two =
  (spell: (a: Expression, b: Expression) => Expression): Spelling =>
  ([a = nothing, b = nothing]) =>
    spell(a, b);
const three =
  (spell: (a: Expression, b: Expression, c: Expression) => Expression): Spelling =>
  ([a = nothing, b = nothing, c = nothing]) =>
    spell(a, b, c);
const negative = (of: Expression): Expression => ({ kind: 'prefix', operator: '-', of });

/** Eight hexadecimal digits, as a number. */
const word = (digest: Expression, place: Expression): Expression =>
  cast(
    binary('||')(text('0x'), call('substr', digest, plus(times(place, integer(8)), integer(1)), integer(8))),
    'bigint',
  );

/** The sum may need all of 64 bits: it has no sign. */
const identify = (high: Expression, low: Expression): Expression =>
  plus(times(cast(high, 'ubigint'), cast(integer(2 ** 32), 'ubigint')), cast(low, 'ubigint'));

const spellings: Readonly<Record<ir.FunctionName, Spelling>> = {
  add: two(plus),
  subtract: two(minus),
  multiply: two(times),
  divide: two((a, b) => cases([[binary('<>')(b, double(0)), binary('/')(a, b)]])),
  negate: one(negative),
  absolute: one((a) => call('abs', a)),
  root: one((a) => cases([[atLeast(a, double(0)), call('sqrt', a)]])),
  real: one((a) => cast(a, 'double')),
  whole: one(whole),
  // DuckDB's // drops towards zero.
  floor_divide: two((a, b) =>
    cases([
      [atLeast(a, integer(0)), binary('//')(a, b)],
      [below(a, integer(0)), negative(binary('//')(minus(minus(b, integer(1)), a), b))],
    ]),
  ),
  larger: two((a, b) =>
    cases([
      [atLeast(a, b), a],
      [above(b, a), b],
    ]),
  ),
  smaller: two((a, b) =>
    cases([
      [atLeast(b, a), a],
      [above(a, b), b],
    ]),
  ),
  less: ([a = nothing, b = nothing], e) => less(a, b, constant(e, 2), constant(e, 3)),
  about: ([a = nothing, b = nothing], e) => about(a, b, constant(e, 2), constant(e, 3)),
  clear: three((a, b, margin) => above(minus(b, a), margin)),
  equal: two(binary('=')),
  below: two(below),
  at_most: two(binary('<=')),
  and: (args) => chain('and', args),
  or: (args) => chain('or', args),
  not: one(not),
  agree: (args) =>
    cases([
      [chain('and', args), yes],
      [chain('and', args.map(not)), no],
    ]),
  is_true: one((a) => call('coalesce', a, no)),
  is_known: one((a) => ({ kind: 'suffix', operator: 'is not null', of: a })),
  if: three((condition, a, b) =>
    cases([
      [condition, a],
      [not(condition), b],
    ]),
  ),
  when: (args) => when(args),
  join: (args) => chain('||', args),
  text: one((a) => cast(a, 'varchar')),
  bytes: one((a) => call('strlen', a)),
  capital: one((a) =>
    binary('||')(call('upper', call('substr', a, integer(1), integer(1))), call('substr', a, integer(2))),
  ),
  without_first: one((a) => call('substr', a, integer(2))),
  pad: two((a, width) => call('lpad', cast(a, 'varchar'), cast(width, 'integer'), text('0'))),
  list: (args, e) =>
    e.type === 'struct' ? { kind: 'list', items: args } : cast({ kind: 'list', items: args }, sqlTypes[e.type]),
  item: two((list, index) => call('list_extract', list, plus(index, integer(1)))),
  select: two((list, places) => call('list_select', list, places)),
  contains: two((list, item) => call('list_contains', list, item)),
  has_word: ([a = nothing], e) => call('regexp_matches', a, text(wordPattern(e.arguments[1]))),
  permuted: ([k = nothing, , i = nothing], e) => permuted(k, constant(e, 1), i),
  digest: one((a) => call('md5', a)),
  word: two(word),
  wrap: one((a) => binary('&')(a, integer(2 ** 32 - 1))),
  fold: two((a, bits) => call('xor', a, binary('>>')(a, bits))),
  shift: two(binary('>>')),
  share: two((draw, n) => binary('>>')(times(draw, n), integer(52))),
  identify: two(identify),
  sector: ([x = nothing, y = nothing], e) => sector(x, y, constant(e, 2), constant(e, 3), constant(e, 4)),
  struct: (args, e) => struct(e, args),
};

function when(args: readonly Expression[]): Expression {
  const pairs: (readonly [Expression, Expression])[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) pairs.push([args[i] ?? nothing, args[i + 1] ?? nothing]);
  const otherwise = args.length % 2 === 1 ? args.at(-1) : undefined;
  return pairs.length > 0 ? cases(pairs, otherwise) : (otherwise ?? nothing);
}

function wordPattern(words: ir.Expression | undefined): string {
  return `\\b(?:${words?.kind === 'literal' ? words.value : ''})\\b`;
}

function struct(e: Apply, args: readonly Expression[]): Expression {
  const fields: (readonly [string, Expression])[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const label = e.arguments[i];
    fields.push([label?.kind === 'literal' ? String(label.value) : '', args[i + 1] ?? nothing]);
  }
  return { kind: 'struct', fields };
}
