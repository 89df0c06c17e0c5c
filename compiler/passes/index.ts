/** The optimizer: passes in order, each verified. Results never change, only what is done for them. */
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import type { Program, TaskProgram } from '../ir/program.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import { type Reads, readBy } from '../ir/tables-read.js';
import { verify } from '../ir/verify.js';
import { computeLate } from './compute-late.js';
import type { Pass } from './pass.js';
import { prune, pruneColumns } from './prune-columns.js';
import { sampleFirst } from './sample-first.js';
import { shareWork } from './share-work.js';

/** In this order: what a round looks at frees columns, and what is left of them is put where it is read. */
export const passes: readonly Pass[] = [sampleFirst, pruneColumns, computeLate, shareWork];

export const passNames: readonly string[] = passes.map(({ name }) => name);

/** Where a rule fires. */
export interface FiredIn {
  readonly pass: string;
  /** What the relation is part of: a task, or a relation by its name. */
  readonly of: string;
}

export type OnFired = (rule: Rule, before: Relation, after: Relation, at: FiredIn) => void;

/** @param skip names of passes that are left out */
export function optimize(program: Program, skip: readonly string[], onFire: OnFired): Program {
  const tasks = program.tasks.map((task) => optimizeTask(task, skip, onFire));
  return {
    ...optimizeCommon(
      program,
      tasks.map(({ questions }) => readBy([questions])),
      skip,
      onFire,
    ),
    tasks,
  };
}

export function optimizeTask(task: TaskProgram, skip: readonly string[], onFire: OnFired): TaskProgram {
  return { ...task, questions: passOver(task.questions, task.graph, skip, onFire, `task ${task.name}`) };
}

/** All but the tasks: of the shared relations what these read. */
function optimizeCommon(program: Program, read: readonly Reads[], skip: readonly string[], onFire: OnFired): Program {
  const whole = optimizeWhole(program, skip, onFire);
  return { ...whole, shared: demanded(whole.shared, read, program.graph, skip, onFire) };
}

/** All but the tasks, whatever these read. */
export function optimizeWhole<P extends Omit<Program, 'tasks'>>(
  program: P,
  skip: readonly string[],
  onFire: OnFired,
): P {
  const { graph } = program;
  const shared = optimizeShared(program.shared, graph, skip, onFire);
  return { ...program, shared, objectFacts: passOver(program.objectFacts, graph, skip, onFire, 'object_facts') };
}

interface Optimized {
  readonly shared: Program['shared'];
  /** In the order given. */
  readonly roots: readonly Relation[];
}

/** Relations over shared ones, and of the shared ones what they read. */
export function optimizeRelations(shared: Program['shared'], given: readonly Relation[], graph: Graph): Optimized {
  const roots = given.map((root, i) => passOver(root, graph, [], () => {}, `relation ${i}`));
  const made = optimizeShared(shared, graph, [], () => {});
  return { shared: demanded(made, [readBy(roots)], graph, [], () => {}), roots };
}

export function optimizeShared(
  shared: Program['shared'],
  graph: Graph,
  skip: readonly string[],
  onFire: OnFired,
): Program['shared'] {
  return shared.map((s) => ({ ...s, relation: passOver(s.relation, graph, skip, onFire, s.name) }));
}

/** @param of what the relation is part of, for telling what fired where */
function passOver(root: Relation, graph: Graph, skip: readonly string[], onFire: OnFired, of: string): Relation {
  const chosen = passes.filter(({ name }) => !skip.includes(name));
  return chosen.reduce((relation, pass) => {
    const fired: OnFire = (rule, before, after) => onFire(rule, before, after, { pass: pass.name, of });
    return verified(pass, pass.run(relation, graph, fired));
  }, root);
}

/** Optimized shared relations with the columns that a later one or a task reads; those that nothing reads are not made. */
export function demanded(
  shared: Program['shared'],
  read: readonly Reads[],
  graph: Graph,
  skip: readonly string[],
  onFire: OnFired,
): Program['shared'] {
  if (skip.includes(pruneColumns.name)) return shared;
  const reads = [...read];
  const kept: { readonly name: string; readonly relation: Relation }[] = [];
  for (const { name, relation } of shared.toReversed()) {
    const wanted = reads.flatMap((of) => of.get(name) ?? []);
    if (wanted.length === 0) continue;
    const pruned = prune(relation, new Set(wanted), graph, (rule, before, after) =>
      onFire(rule, before, after, { pass: pruneColumns.name, of: name }),
    );
    kept.unshift({ name, relation: pruned });
    reads.push(readBy([pruned]));
  }
  return kept;
}

function verified(pass: Pass, relation: Relation): Relation {
  const [problem] = verify(relation);
  if (problem) throw new Error(`SPQ903: after ${pass.name}: ${problem}`);
  return relation;
}
