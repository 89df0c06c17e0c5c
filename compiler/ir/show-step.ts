/**
 * One step of the optimizer as text: a relation before and after, each as the few nodes that changed. What both have is a
 * letter, what lies deeper than a law reaches is `…`, long expressions and lists are cut: the whole is hundreds of lines.
 */
import { fieldsOf } from './columns.js';
import { inputsOf } from './inputs.js';
import type { Expression, Relation } from './node.js';
import { showExpression } from './show.js';

export interface StepText {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Names of columns that the relation had, and has no more; empty where there are none. */
  readonly gone: string;
}

/** Nodes on the way down: laws speak of two or three. */
const deepest = 3;
/** Characters of an expression and names of a list, where they are cut. */
const longest = 70;
const mostNames = 6;

export function showStep(before: Relation, after: Relation): StepText {
  const letters = lettersOf(before, after);
  const has = fieldsOf(after);
  return {
    before: lines(before, letters, 0),
    after: lines(after, letters, 0),
    gone: listed([...fieldsOf(before).keys()].filter((name) => !has.has(name))),
  };
}

/** What stands below both, topmost: x, y, z, x3, … in the order of `before`. */
function lettersOf(before: Relation, after: Relation): ReadonlyMap<Relation, string> {
  const inAfter = new Set(near(after));
  const shared = near(before).filter((r) => r !== before && r !== after && inAfter.has(r));
  const below = new Set(shared.flatMap((r) => near(r).slice(1)));
  const topmost = [...new Set(shared)].filter((r) => !below.has(r));
  return new Map(topmost.map((r, i) => [r, ['x', 'y', 'z'][i] ?? `x${i}`]));
}

/** A relation and what is near enough below it to be shown, outermost first. */
function near(root: Relation, depth = 0): readonly Relation[] {
  return depth > deepest ? [] : [root, ...inputsOf(root).flatMap((input) => near(input, depth + 1))];
}

function lines(relation: Relation, letters: ReadonlyMap<Relation, string>, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const letter = letters.get(relation);
  if (letter !== undefined) return [`${indent}${letter}`];
  if (depth >= deepest) return [`${indent}…`];
  return [`${indent}${headOf(relation)}`, ...inputsOf(relation).flatMap((input) => lines(input, letters, depth + 1))];
}

/** A node without what it is made of. */
function headOf(relation: Relation): string {
  const short = (e: Expression): string => cutTo(showExpression(e));
  const named = (columns: readonly { readonly name: string }[]): string => listed(columns.map(({ name }) => name));
  switch (relation.kind) {
    case 'table':
      return `table ${relation.table}${relation.prefix ? ` as ${relation.prefix}` : ''} (${named(relation.columns)})`;
    case 'series':
      return `series ${relation.column} below ${relation.count}`;
    case 'place':
      return `place ${relation.place} per ${relation.per.join(', ')} by ${relation.by.join(', ')}`;
    case 'top':
      return `top ${relation.need ? short(relation.need) : relation.count} per ${relation.per.join(', ')} by ${relation.by.join(', ')}`;
    case 'compute':
      return `compute ${named(relation.columns)}`;
    case 'project':
      return `project ${named(relation.columns)}`;
    case 'filter':
      return `filter ${short(relation.where)}`;
    case 'join':
      return `join on ${short(relation.on)}`;
    case 'lookup':
      return `lookup ${relation.table} as ${relation.prefix} (${named(relation.columns)})`;
    case 'total':
      return `total ${named(relation.totals)} of pairs on ${short(relation.on)} where ${short(relation.where)}`;
  }
}

const cutTo = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}
