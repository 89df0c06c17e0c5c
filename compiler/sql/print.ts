/** The only maker of SQL text. Identifiers and texts are quoted here and nowhere else; same tree, same bytes. */
import type { Expression, Query, Select } from './node.js';
import { reserved } from './reserved.js';

export const quoteName = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
export const quoteText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** No table has as many. */
const everyRow = '4611686018427387904';

/**
 * @param how `layered`: a limit that limits nothing stands after computed columns. Without it DuckDB puts each of them
 *            into every place that reads it, layer by layer, and plans for seconds what runs in milliseconds; a materialized
 *            step would do the same, and hold all tuples of a chunk in memory. A view is `inlined`, so that a caller's
 *            own conditions still reach its tables.
 */
export function printQuery(query: Query, how: 'layered' | 'inlined'): string {
  const steps = query.steps.map(({ name, select, shared }) => {
    const barrier = how === 'layered' && select.kind === 'add' ? `\n  limit ${everyRow}` : '';
    const once = how === 'layered' && shared ? 'materialized ' : '';
    return `${quoteName(name)} as ${once}(\n  ${printSelect(select).replaceAll('\n', '\n  ')}${barrier}\n)`;
  });
  return `with ${steps.join(',\n')}\nselect * from ${quoteName(query.result)}`;
}

function printSelect(select: Select): string {
  const columns = (list: readonly { readonly name: string; readonly value: Expression }[]): string =>
    list.map((c) => `${printExpression(c.value)} as ${quoteName(c.name)}`).join(',\n  ');
  switch (select.kind) {
    case 'columns':
      return `select\n  ${columns(select.columns)}\nfrom ${quoteName(select.from)}`;
    case 'add':
      return `select *,\n  ${columns(select.columns)}\nfrom ${quoteName(select.from)}`;
    case 'where':
      return `select * from ${quoteName(select.from)}\nwhere ${printExpression(select.where)}`;
    case 'join':
      return `select * from ${quoteName(select.left)} join ${quoteName(select.right)}\non ${printExpression(select.on)}`;
    case 'lookup':
      return printLookup(select);
    case 'sums':
      return printSums(select);
    case 'beside':
      return printBeside(select);
    case 'series':
      return `select range as ${quoteName(select.column)} from range(${select.count})`;
    case 'place':
      return printPlace(select);
    case 'top': {
      return `select * from ${quoteName(select.from)}\nqualify row_number() over (partition by ${list(select.per)} order by ${list(select.by)}) <= ${printExpression(select.count)}`;
    }
  }
}

function printLookup({ from, table, columns, keys }: Extract<Select, { kind: 'lookup' }>): string {
  const brought = columns.map(({ name, of }) => `looked.${quoteName(of)} as ${quoteName(name)}`).join(',\n  ');
  const same = keys.map(({ column, is }) => `looked.${quoteName(column)} = given.${quoteName(is)}`).join(' and ');
  return `select given.*,\n  ${brought}\nfrom ${quoteName(from)} as given join ${quoteName(table)} as looked\non ${same}`;
}

function printSums({ from, per, sums }: Extract<Select, { kind: 'sums' }>): string {
  const columns = sums.map(({ name, value }) => `${printExpression(value)} as ${quoteName(name)}`);
  return `select\n  ${[...per.map(quoteName), ...columns].join(',\n  ')}\nfrom ${quoteName(from)}\ngroup by ${list(per)}`;
}

function printBeside({ from, sums, per, columns }: Extract<Select, { kind: 'beside' }>): string {
  const added = columns.map(({ name, zero }) => {
    const sum = `summed.${quoteName(name)}`;
    return `${zero ? `coalesce(${sum}, 0)` : sum} as ${quoteName(name)}`;
  });
  const same = per.map((key) => `given.${quoteName(key)} = summed.${quoteName(key)}`).join(' and ');
  return `select given.*,\n  ${added.join(',\n  ')}\nfrom ${quoteName(from)} as given left join ${quoteName(sums)} as summed\non ${same}`;
}

function printPlace({ from, per, by, place, among }: Extract<Select, { kind: 'place' }>): string {
  const group = `partition by ${list(per)}`;
  const order = `${group} order by ${list(by)}`;
  const columns = [
    `row_number() over (${order}) - 1 as ${quoteName(place)}`,
    `count(*) over (${group}) as ${quoteName(among)}`,
  ];
  return `select *,\n  ${columns.join(',\n  ')}\nfrom ${quoteName(from)}`;
}

const list = (names: readonly string[]): string => names.map(quoteName).join(', ');

export function printExpression(e: Expression): string {
  switch (e.kind) {
    case 'name':
      return e.path.map(quoteName).join('.');
    case 'integer':
      return printInteger(e.value);
    case 'double':
      // An exponent makes it a DOUBLE; without one DuckDB reads a DECIMAL.
      return e.value < 0 ? `(${e.value.toExponential()})` : e.value.toExponential();
    case 'text':
      return quoteText(e.value);
    case 'keyword':
      return e.value;
    case 'parameter':
      return `$${e.name}`;
    case 'binary':
      return `${operand(e.left)} ${e.operator} ${operand(e.right)}`;
    case 'prefix':
      return `${e.operator}${e.operator === 'not' ? ' ' : ''}${operand(e.of)}`;
    case 'suffix':
      return `${operand(e.of)} ${e.operator}`;
    case 'call':
      return `${e.name}(${e.arguments.map(printExpression).join(', ')})`;
    case 'case':
      return printCase(e);
    case 'cast':
      return `cast(${printExpression(e.of)} as ${e.type})`;
    case 'lambda':
      return `lambda ${quoteName(e.parameter)}: ${printExpression(e.body)}`;
    case 'list':
      return `[${e.items.map(printExpression).join(', ')}]`;
    case 'struct':
      return `{${e.fields.map(([name, value]) => `${quoteText(name)}: ${printExpression(value)}`).join(', ')}}`;
  }
}

/** Products of two literals must not overflow: what is not small says that it has 64 bits. */
function printInteger(value: number): string {
  const digits = Math.abs(value) < 1000 ? `${value}` : `${value}::bigint`;
  return value < 0 ? `(${digits})` : digits;
}

function printCase({ cases, otherwise }: Extract<Expression, { kind: 'case' }>): string {
  const whens = cases.map(([test, value]) => `when ${printExpression(test)} then ${printExpression(value)}`).join(' ');
  return `case ${whens}${otherwise ? ` else ${printExpression(otherwise)}` : ''} end`;
}

/** Operands that are operations themselves stand in parentheses: precedence is never relied on. */
function operand(e: Expression): string {
  const compound = e.kind === 'binary' || e.kind === 'prefix' || e.kind === 'suffix';
  return compound ? `(${printExpression(e)})` : printExpression(e);
}
