/** IR as text: what `spq explain --stage ir` prints, and what the graph interns by. */
import type { Expression, Named, Relation, Total } from './node.js';

const shown = new WeakMap<Expression, string>();

export function showExpression(e: Expression): string {
  const known = shown.get(e);
  if (known !== undefined) return known;
  const text = show(e);
  shown.set(e, text);
  return text;
}

function show(e: Expression): string {
  switch (e.kind) {
    case 'column':
      return e.name;
    case 'literal':
      return typeof e.value === 'string'
        ? JSON.stringify(e.value)
        : `${e.value}${e.type === 'real' && e.value !== null ? 'r' : ''}`;
    case 'parameter':
      return `$${e.name}`;
    case 'apply':
      return `${e.fn}(${e.arguments.map(showExpression).join(', ')})`;
  }
}

/** A relation as an indented tree, outermost first. */
export function showRelation(relation: Relation, indent = ''): string {
  const below = (r: Relation): string => `\n${showRelation(r, `${indent}  `)}`;
  const named = (columns: readonly Named[]): string =>
    columns.map((c) => `\n${indent}    ${c.name} = ${showExpression(c.value)}`).join('');
  switch (relation.kind) {
    case 'table':
      return `${indent}table ${relation.table}${relation.prefix ? ` as ${relation.prefix}` : ''} (${relation.columns.map((c) => c.name).join(', ')})`;
    case 'series':
      return `${indent}series ${relation.column} below ${relation.count}`;
    case 'place':
      return `${indent}place ${relation.place} of ${relation.among} per ${relation.per.join(', ')} by ${relation.by.join(', ')}${below(relation.input)}`;
    case 'compute':
      return `${indent}compute${named(relation.columns)}${below(relation.input)}`;
    case 'filter':
      return `${indent}filter ${showExpression(relation.where)}${below(relation.input)}`;
    case 'join':
      return `${indent}join on ${showExpression(relation.on)}${below(relation.left)}${below(relation.right)}`;
    case 'lookup':
      return `${indent}lookup ${relation.table} as ${relation.prefix} (${relation.columns.map((c) => c.name).join(', ')}) by ${relation.keys.map((k) => `${k.column} = ${k.is}`).join(', ')}${below(relation.input)}`;
    case 'total':
      return `${indent}total per ${relation.keys.join(', ')} of pairs on ${showExpression(relation.on)}${named(relation.layers.flat())}\n${indent}    where ${showExpression(relation.where)}${named(relation.totals.map((c) => ({ ...c, name: totalName(c) })))}${below(relation.input)}${below(relation.each)}`;
    case 'top':
      return `${indent}top ${relation.need ? showExpression(relation.need) : relation.count} per ${relation.per.join(', ')} by ${relation.by.join(', ')}${below(relation.input)}`;
    case 'project':
      return `${indent}project${named(relation.columns)}${below(relation.input)}`;
  }
}

/** A sum is called by its name alone. */
function totalName(total: Total): string {
  const by = total.fold === 'of least' ? ` ${showExpression(total.by)}` : '';
  return total.fold ? `${total.name} (${total.fold}${by})` : total.name;
}
