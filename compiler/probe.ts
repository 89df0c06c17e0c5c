/** The compiler's second way: a task of a recipe -> the queries that tell how its questions came about. Pure, like the first. */
import { type CompileInput, checked, hasErrors } from './analyse.js';
import type * as typed from './check/typed.js';
import { Graph } from './ir/graph.js';
import { foundation } from './lower/lower.js';
import { lowerProbe } from './lower/probe.js';
import { optimizeRelations } from './passes/index.js';
import { type Probe, sqlOf } from './plan/probe.js';

/**
 * @param body number of the body whose lines are wanted, as `tuples` gives it
 * @returns undefined where the recipe has errors, or no such task
 */
export function probe(input: CompileInput, name: string, body = 0): Probe | undefined {
  const { diagnostics, wanted } = checked({ ...input, options: { ...input.options, tasks: [name] } });
  const level = wanted?.levels.find(({ tasks }) => tasks.length > 0);
  const [task] = level?.tasks ?? [];
  if (hasErrors(diagnostics) || !wanted || !level || !task) return undefined;
  return probeOf(wanted, level, task, body);
}

function probeOf(recipe: typed.Recipe, level: typed.Level, task: typed.Task, number: number): Probe {
  const graph = new Graph();
  const base = foundation(recipe, graph);
  const { tuples, body, things, wheres } = lowerProbe(task, number, { recipe, level, foundation: base, graph });
  const given = [tuples, body.evidence, body.pairs, body.alone, ...body.candidates];
  const { shared, roots } = optimizeRelations(base.shared, given, graph);
  const [tuplesSql = '', evidence = '', pairs = '', alone = '', ...candidates] = roots.map(sqlOf);
  return {
    task: task.name,
    level: level.number,
    title: task.title ?? null,
    shared: shared.map((s) => ({ name: s.name, sql: sqlOf(s.relation) })),
    things,
    wheres,
    tuples: tuplesSql,
    body: {
      number: body.number,
      about: body.about,
      lines: body.lines,
      phrasings: body.phrasings,
      names: body.names,
      evidence,
      candidates,
      pairs,
      alone,
      superlatives: body.superlatives,
    },
  };
}
