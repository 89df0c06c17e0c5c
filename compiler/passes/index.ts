/** The optimizer: passes in order, each verified. Results never change, only what is done for them. */
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import type { Program } from '../ir/program.js';
import type { Rule } from '../ir/rewrite.js';
import { columnsOfTable } from '../ir/tables-read.js';
import { verify } from '../ir/verify.js';
import { filterEarly } from './filter-early.js';
import type { Pass } from './pass.js';
import { prune, pruneColumns } from './prune-columns.js';
import { sampleFirst } from './sample-first.js';
import { shareWork } from './share-work.js';

/** In this order: what a round looks at is a filter that can move down, and one that has moved frees the columns above it. */
export const passes: readonly Pass[] = [sampleFirst, filterEarly, pruneColumns, shareWork];

export const passNames: readonly string[] = passes.map(({ name }) => name);

/** Where a rule fires. */
export interface FiredIn {
  readonly pass: string;
  /** What the relation is part of: a task, or a relation by its name. */
  readonly of: string;
}

export type OnFired = (rule: Rule, before: Relation, after: Relation, at: FiredIn) => void;

/** @param skip names of passes that are left out */
export function optimize(program: Program, graph: Graph, skip: readonly string[], onFire: OnFired): Program {
  const questions = program.tasks.map((task) => task.questions);
  const names = program.tasks.map(({ name }) => `task ${name}`);
  const { shared, roots, run } = optimizeRelations(program.shared, questions, graph, skip, onFire, names);
  const tasks = program.tasks.map((task, i) => ({ ...task, questions: roots[i] ?? task.questions }));
  return { ...program, tasks, shared, objectFacts: run(program.objectFacts, 'object_facts') };
}

interface Optimized {
  readonly shared: Program['shared'];
  /** In the order given. */
  readonly roots: readonly Relation[];
  readonly run: (root: Relation, of: string) => Relation;
}

/**
 * Relations over shared ones, and of the shared ones what they read.
 *
 * @param names of the relations given, for telling what fired in which
 */
export function optimizeRelations(
  shared: Program['shared'],
  given: readonly Relation[],
  graph: Graph,
  skip: readonly string[],
  onFire: OnFired,
  names: readonly string[] = [],
): Optimized {
  const chosen = passes.filter((p) => !skip.includes(p.name));
  const run = (root: Relation, of: string): Relation =>
    chosen.reduce((relation, pass) => {
      const made = pass.run(relation, graph, (rule, before, after) =>
        onFire(rule, before, after, { pass: pass.name, of }),
      );
      return verified(pass, made);
    }, root);
  const roots = given.map((root, i) => run(root, names[i] ?? `relation ${i}`));
  const made = shared.map((s) => ({ ...s, relation: run(s.relation, s.name) }));
  return { shared: chosen.includes(pruneColumns) ? demandedOf(made, roots, graph, onFire) : made, roots, run };
}

/** Shared relations with the columns that a later one or a task reads; those that nothing reads are not made. */
function demandedOf(
  shared: Program['shared'],
  tasks: readonly Relation[],
  graph: Graph,
  onFire: OnFired,
): Program['shared'] {
  const readers = [...tasks];
  const kept: { readonly name: string; readonly relation: Relation }[] = [];
  for (const { name, relation } of shared.toReversed()) {
    const wanted = readers.flatMap((reader) => columnsOfTable(reader, name));
    if (wanted.length === 0) continue;
    const pruned = prune(relation, new Set(wanted), graph, (rule, before, after) =>
      onFire(rule, before, after, { pass: pruneColumns.name, of: name }),
    );
    kept.unshift({ name, relation: pruned });
    readers.push(pruned);
  }
  return kept;
}

function verified(pass: Pass, relation: Relation): Relation {
  const [problem] = verify(relation);
  if (problem) throw new Error(`SPQ903: after ${pass.name}: ${problem}`);
  return relation;
}
