/** What flows where: tables and relations to the queries that name them, tasks to sampling, its stages to one another, and out. */
import type { Plan, PlannedSource } from '../../compiler/plan/plan.js';
import type { ProfileEdge, ProfileNode } from './graph.js';

export function edgesOf(plan: Plan, nodes: readonly ProfileNode[]): readonly ProfileEdge[] {
  const of = (kind: ProfileNode['kind']): readonly ProfileNode[] => nodes.filter((node) => node.kind === kind);
  const readable = [...of('facts'), ...of('relation')];
  const reads = (sql: string, id: string): readonly ProfileEdge[] =>
    readable.filter((node) => node.id !== id && mentions(sql, node.name)).map((node) => ({ from: node.id, to: id }));
  const stages = of('sampling');
  const [first] = stages;
  const last = stages.at(-1);
  return [
    ...plan.sources.flatMap((source) => perceptionEdges(source, of('facts'))),
    ...plan.shared.flatMap(({ name, sql }) => reads(sql, `relation ${name}`)),
    ...plan.tasks.flatMap(({ name, sql }) => reads(sql, `task ${name}`)),
    ...(first === undefined ? [] : of('task').map((task) => ({ from: task.id, to: first.id }))),
    ...stages.slice(1).map((stage, i) => ({ from: stages[i]?.id ?? '', to: stage.id })),
    ...(last === undefined ? [] : of('emit').map((emit) => ({ from: last.id, to: emit.id }))),
  ];
}

/** Pictures go to every operator, findings to those that read them, and all of it is what facts are made of. */
function perceptionEdges({ name, perceive }: PlannedSource, facts: readonly ProfileNode[]): readonly ProfileEdge[] {
  const source = `source ${name}`;
  const operators = perceive?.operators ?? [];
  const idOf = (role: string): string => `perceive ${name}.${role}`;
  const ends = operators.length === 0 ? [source] : operators.map(({ role }) => idOf(role));
  return [
    ...operators.flatMap(({ role, reads }) => [
      { from: source, to: idOf(role) },
      ...reads.map((read) => ({ from: idOf(read), to: idOf(role) })),
    ]),
    ...ends.flatMap((from) => facts.map(({ id }) => ({ from, to: id }))),
  ];
}

/** Whether a query reads a table or a relation; columns may have the same names. */
export const mentions = (sql: string, name: string): boolean => new RegExp(`\\b(?:from|join) "?${name}\\b`).test(sql);
