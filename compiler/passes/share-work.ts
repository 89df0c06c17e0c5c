/**
 * What stands in several places of a row's columns is computed once, in a column of its own:
 *
 *   compute(x, a = f(e), b = g(e))   becomes   compute(compute(x, s = e), a = f(s), b = g(s))
 *
 * A database does so by itself but where a case decides what is computed, which is nearly all of a question.
 */
import { apply, column } from '../ir/build.js';
import { fieldsOf } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Relation } from '../ir/node.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

type Apply = Extract<Expression, { kind: 'apply' }>;

const law = 'compute(x, a = f(e), b = g(e)) = compute(compute(x, s = e), a = f(s), b = g(s));   and so for a project';
const traced: Rule = { law, apply: () => undefined };

interface Shared {
  /** In the order in which they may be computed. */
  readonly layers: readonly (readonly Named[])[];
  readonly columns: readonly Named[];
}

/** Expressions of some columns that have more than one parent, each with a column of its own. */
function shared(columns: readonly Named[], input: Relation, graph: Graph): Shared {
  const parents = parentsOf(columns, graph);
  const there = fieldsOf(input);
  const layers: Named[][] = [];
  const done = new Map<number, { readonly value: Expression; readonly layer: number }>();
  const rewritten = (e: Expression): { readonly value: Expression; readonly layer: number } => {
    if (e.kind !== 'apply') return { value: e, layer: 0 };
    const number = graph.expressionNumber(e);
    const known = done.get(number);
    if (known) return known;
    const parts = e.arguments.map(rewritten);
    const layer = Math.max(0, ...parts.map((part) => part.layer));
    const value = parts.every((part, i) => part.value === e.arguments[i])
      ? e
      : apply(e.fn, e.type, ...parts.map((part) => part.value));
    const made = (parents.get(number) ?? 0) > 1 && isWorth(e) ? kept(number, value, layer) : { value, layer };
    done.set(number, made);
    return made;
  };
  const kept = (number: number, value: Expression, layer: number) => {
    const name = `e${number}`;
    if (there.has(name)) return { value: column(name, value.type), layer: 0 };
    layers[layer] = [...(layers[layer] ?? []), { name, value }];
    return { value: column(name, value.type), layer: layer + 1 };
  };
  const made = columns.map(({ name, value }) => ({ name, value: rewritten(value).value }));
  return { layers, columns: made };
}

/** How many expressions and columns each expression is a part of. */
function parentsOf(columns: readonly Named[], graph: Graph): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const visit = (e: Expression): void => {
    if (e.kind !== 'apply') return;
    const number = graph.expressionNumber(e);
    const before = parents.get(number) ?? 0;
    parents.set(number, before + 1);
    if (before === 0) for (const part of new Set(e.arguments)) visit(part);
  };
  for (const { value } of columns) visit(value);
  return parents;
}

/** A constant is no work, and a function of one column or of nothing is as cheap as the column that would hold it. */
const isWorth = ({ reads, arguments: [first, ...others] }: Apply): boolean =>
  reads.size > 0 && (others.length > 0 || first?.kind === 'apply');

function step(relation: Relation, graph: Graph): Relation {
  if (relation.kind !== 'compute' && relation.kind !== 'project') return relation;
  const { layers, columns } = shared(relation.columns, relation.input, graph);
  if (layers.length === 0) return relation;
  const input = layers.reduce<Relation>((made, layer) => graph.compute(made, layer), relation.input);
  return relation.kind === 'compute' ? graph.compute(input, columns) : graph.project(input, columns);
}

export const shareWork: Pass = {
  name: 'share-work',
  about: 'Computes once what several columns, or several branches of a case, have in common.',
  laws: [law],
  run: (root, graph, onFire) => walk(root, graph, onFire, new Map()),
};

function walk(relation: Relation, graph: Graph, onFire: OnFire, done: Map<Relation, Relation>): Relation {
  const known = done.get(relation);
  if (known) return known;
  const below = graph.mapInputs(relation, (input) => walk(input, graph, onFire, done));
  const made = step(below, graph);
  if (made !== below) onFire(traced, below, made);
  done.set(relation, made);
  return made;
}
