/** optimized IR -> plan: everything a run needs, as plain JSON. */
import { openScenes, type Program } from '../ir/program.js';
import { columnsOfTable } from '../ir/tables-read.js';
import { queryOf } from '../sql/from-ir.js';
import { printQuery } from '../sql/print.js';
import { type SourceOperator, sourceOperators } from '../std/operators.js';
import type { Request } from './check-request.js';
import type { Plan, PlannedSource } from './plan.js';
import { wordsOf } from './words.js';

/** What could not run is told by `checkRequest`, before. */
export function makePlan(program: Program, request: Request): Plan {
  return {
    version: 1,
    recipe: { name: request.name, text: request.text },
    seed: request.seed,
    sources: plannedSources(request),
    columns: program.ownFacts.map(({ name, column, holds }) => ({ fact: name, column, holds })),
    demand: { pixels: program.tasks.some((t) => t.demands.some((d) => d.provision === 'pixel')) },
    words: wordsOf(program),
    shared: program.shared.map(({ name, relation }) => ({ name, sql: printQuery(queryOf(relation), 'layered') })),
    tasks: program.tasks.map((t) => ({
      level: t.level,
      levelTitle: t.levelTitle,
      name: t.name,
      title: t.title ?? null,
      formats: t.formats,
      weight: t.weight,
      takes: t.takes,
      tuples: t.tuples,
      questionsPerTuple: t.questionsPerTuple,
      largestSets: t.largestSets,
      // Where a pass has made rounds of it.
      inRounds: columnsOfTable(t.questions, openScenes).length > 0,
      sql: printQuery(queryOf(t.questions), 'layered'),
    })),
    mix: request.mix ? { levels: request.mix.levels, total: request.mix.total ?? null } : null,
    split: request.split,
    emits: request.emits.map(({ format, path }) => ({ format, path })),
  };
}

function plannedSources({ sources, sourcePaths }: Request): readonly PlannedSource[] {
  return sources.map((s) => {
    const path = sourcePaths[s.name];
    const parameter = pathParameter(s);
    const given = path !== undefined && parameter ? { ...s.arguments, [parameter]: path } : s.arguments;
    return { name: s.name, operator: s.operator, arguments: given };
  });
}

function pathParameter(source: PlannedSource): string | undefined {
  const operator: SourceOperator = sourceOperators[source.operator];
  return operator.parameters.find((p) => p.type === 'path')?.name;
}
