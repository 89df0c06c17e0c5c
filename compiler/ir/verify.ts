/**
 * What must hold of every relation, whatever pass made it. A failure is our own bug (SPQ903):
 * every column that is read exists; no two columns share a name; both sides of a join are disjoint.
 */
import { columnsRead, fieldsOf, partsOfTotal, prefixed } from './columns.js';
import { inputsOf } from './inputs.js';
import type { Expression, Named, Of, Relation } from './node.js';
import { showExpression } from './show.js';

/** Nothing changes in a relation, or in what it is made of: it is looked at once. */
const found = new WeakMap<Relation, readonly string[]>();

/** The problems of a relation and all below it; empty where it is sound. */
export function verify(relation: Relation): readonly string[] {
  const known = found.get(relation);
  if (known) return known;
  const problems = [...inputsOf(relation).flatMap(verify), ...problemsOf(relation)];
  found.set(relation, problems);
  return problems;
}

function repeated(columns: readonly Named[]): readonly string[] {
  const seen = new Set<string>();
  return columns.flatMap(({ name }) => {
    if (seen.has(name)) return [`two columns are called ${name}`];
    seen.add(name);
    return [];
  });
}

const sharedNames = (kind: string, left: Relation, right: Relation): readonly string[] =>
  [...fieldsOf(left).keys()].filter((c) => fieldsOf(right).has(c)).map((c) => `${kind}: both sides have ${c}`);

function problemsOfTotal({ input, each, keys, on, layers, where, totals }: Of<'total'>): readonly string[] {
  const has = new Set([...fieldsOf(input).keys(), ...fieldsOf(each).keys()]);
  const missing = (read: Iterable<string>): readonly string[] =>
    [...read].filter((c) => !has.has(c)).map((c) => `total: reads ${c}, which the pair lacks`);
  const made = [...layers.flat(), ...totals];
  const problems = [
    ...sharedNames('total', input, each),
    ...repeated(made),
    ...made.filter(({ name }) => has.has(name)).map(({ name }) => `total: ${name} is there already`),
    ...keys.filter((c) => !fieldsOf(input).has(c)).map((c) => `total: reads ${c}, which its input lacks`),
    ...missing(columnsRead(on)),
  ];
  for (const layer of layers) {
    problems.push(...layer.flatMap(({ value }) => missing(columnsRead(value))));
    for (const { name } of layer) has.add(name);
  }
  return [...problems, ...[where, ...totals.flatMap(partsOfTotal)].flatMap((e) => missing(columnsRead(e)))];
}

function problemsOf(relation: Relation): readonly string[] {
  const inputs = inputsOf(relation).map(fieldsOf);
  const available = (name: string): boolean => inputs.some((input) => input.has(name));
  const missing = (e: Expression): readonly string[] =>
    [...columnsRead(e)]
      .filter((c) => !available(c))
      .map((c) => `${relation.kind}: \`${showExpression(e).slice(0, 200)}\` reads ${c}, which its input lacks`);
  switch (relation.kind) {
    case 'table':
    case 'series':
      return [];
    case 'compute': {
      const taken = relation.columns.filter((c) => available(c.name)).map((c) => `compute: ${c.name} is there already`);
      return [...taken, ...repeated(relation.columns), ...relation.columns.flatMap((c) => missing(c.value))];
    }
    case 'filter':
      return missing(relation.where);
    case 'join':
      return [...sharedNames('join', relation.left, relation.right), ...missing(relation.on)];
    case 'lookup': {
      const taken = relation.columns.map((c) => prefixed(relation.prefix, c.name)).filter(available);
      const lacking = relation.keys.map(({ is }) => is).filter((c) => !available(c));
      return [
        ...taken.map((c) => `lookup: ${c} is there already`),
        ...lacking.map((c) => `lookup: reads ${c}, which its input lacks`),
      ];
    }
    case 'total':
      return problemsOfTotal(relation);
    case 'place':
    case 'top': {
      const lacking = [...relation.per, ...relation.by]
        .filter((c) => !available(c))
        .map((c) => `${relation.kind}: reads ${c}, which its input lacks`);
      return relation.kind === 'top' && relation.need ? [...lacking, ...missing(relation.need)] : lacking;
    }
    case 'project':
      return [...repeated(relation.columns), ...relation.columns.flatMap((c) => missing(c.value))];
  }
}
