/**
 * IR expressions as SQL: each function's one spelling (S4, S12). What would throw, skip NULL or differ
 * between engines is guarded here: `sqrt`, `/`, `greatest`, `min_by`, `bool_and` never meet a bare nullable value.
 */
import type * as ir from '../ir/node.js';
import { above, atLeast, below, binary, call, cases, cast, chain, double, integer, minus, name, no, not, nothing, plus, text, times, yes } from './build.js';
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
      return apply(e, e.arguments.map((a) => toSql(a, reach)));
  }
}

function literal({ value, type }: Extract<ir.Expression, { kind: 'literal' }>): Expression {
  if (value === null) return cast(nothing, sqlTypes[type]);
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return text(value);
  return type === 'real' ? double(value) : integer(value);
}

type Apply = Extract<ir.Expression, { kind: 'apply' }>;

function apply(e: Apply, args: readonly Expression[]): Expression {
  const [a = nothing, b = nothing, c = nothing] = args;
  const number = (i: number): number => {
    const given = e.arguments[i];
    return given?.kind === 'literal' && typeof given.value === 'number' ? given.value : 0;
  };
  switch (e.fn) {
    case 'add':
      return plus(a, b);
    case 'subtract':
      return minus(a, b);
    case 'multiply':
      return times(a, b);
    case 'divide':
      return cases([[binary('<>')(b, double(0)), binary('/')(a, b)]]);
    case 'negate':
      return { kind: 'prefix', operator: '-', of: a };
    case 'absolute':
      return call('abs', a);
    case 'root':
      return cases([[atLeast(a, double(0)), call('sqrt', a)]]);
    case 'real':
      return cast(a, 'double');
    case 'whole':
      return whole(a);
    case 'floor_divide':
      return cases([[atLeast(a, integer(0)), binary('//')(a, b)], [below(a, integer(0)), { kind: 'prefix', operator: '-', of: binary('//')(minus(minus(b, integer(1)), a), b) }]]);
    case 'larger':
      return cases([[atLeast(a, b), a], [above(b, a), b]]);
    case 'smaller':
      return cases([[atLeast(b, a), a], [above(a, b), b]]);
    case 'less':
      return less(a, b, number(2), number(3));
    case 'about':
      return about(a, b, number(2), number(3));
    case 'clear':
      return above(minus(b, a), c);
    case 'equal':
      return binary('=')(a, b);
    case 'below':
      return below(a, b);
    case 'at_most':
      return binary('<=')(a, b);
    case 'and':
    case 'or':
      return chain(e.fn, args);
    case 'not':
      return not(a);
    case 'agree':
      return cases([[chain('and', args), yes], [chain('and', args.map(not)), no]]);
    case 'is_true':
      return call('coalesce', a, no);
    case 'is_known':
      return { kind: 'suffix', operator: 'is not null', of: a };
    case 'if':
      return cases([[a, b], [not(a), c]]);
    case 'when':
      return when(args);
    case 'join':
      return chain('||', args);
    case 'text':
      return cast(a, 'varchar');
    case 'bytes':
      return call('strlen', a);
    case 'capital':
      return binary('||')(call('upper', call('substr', a, integer(1), integer(1))), call('substr', a, integer(2)));
    case 'pad':
      return call('lpad', cast(a, 'varchar'), cast(b, 'integer'), text('0'));
    case 'list':
      return e.type === 'struct' ? { kind: 'list', items: args } : cast({ kind: 'list', items: args }, sqlTypes[e.type]);
    case 'item':
      return call('list_extract', a, plus(b, integer(1)));
    case 'contains':
      return call('list_contains', a, b);
    case 'has_word':
      return call('regexp_matches', a, text(wordPattern(e.arguments[1])));
    case 'permuted':
      return permuted(a, number(1), c);
    case 'draw':
      return cast(binary('||')(text('0x'), call('substr', call('md5', a), integer(1), integer(13))), 'bigint');
    case 'share':
      return binary('>>')(times(a, b), integer(52));
    case 'identify':
      return cast(binary('||')(text('0x'), call('substr', call('md5', a), integer(1), integer(16))), 'ubigint');
    case 'sector':
      return sector(a, b, number(2), number(3), number(4));
    case 'struct':
      return struct(e, args);
  }
}

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

