/** Every stage as text, for `spq explain` and for golden cases. */
import { explainReferences, showStrategy } from './check/explain-references.js';
import type * as typed from './check/typed.js';
import type { Program } from './ir/program.js';
import { showRelation } from './ir/show.js';
import type { Plan } from './plan/plan.js';
import type * as ast from './syntax/ast.js';
import { show as showType } from './types/type.js';

export interface Stages {
  readonly ast: ast.Recipe;
  readonly typed: typed.Recipe;
  readonly program?: Program;
  readonly optimized?: Program;
  readonly plan?: Plan;
}

export function show(
  stages: Stages,
  stage: 'ast' | 'types' | 'references' | 'ir' | 'optimized' | 'sql' | 'plan',
): string | undefined {
  switch (stage) {
    case 'ast':
      return JSON.stringify(stages.ast, withoutSpans, 2);
    case 'types':
      return showTypes(stages.typed);
    case 'references':
      return explainReferences(stages.typed);
    case 'ir':
      return stages.program && showProgram(stages.program);
    case 'optimized':
      return stages.optimized && showProgram(stages.optimized);
    case 'sql':
      return stages.plan && showSql(stages.plan);
    case 'plan':
      return stages.plan && JSON.stringify(stages.plan, null, 2);
  }
}

function withoutSpans(key: string, value: unknown): unknown {
  return key === 'span' ? undefined : value;
}

function showTypes(recipe: typed.Recipe): string {
  return recipe.levels.flatMap((level) => level.tasks.map((task) => showTask(level.number, task))).join('\n\n');
}

function showTask(level: number, task: typed.Task): string {
  const binders = task.binders.map((b) => `  for     ${b.kind} ${b.order} ${b.entities.map((e) => e.name).join(', ')}`);
  const finite = task.finite.map((f) => `  for     ${f.name} in (${f.values.join(', ')})`);
  const bodies = task.bodies.flatMap((body) => [
    ...(task.bodies.length > 1
      ? [`  with    ${[body.about, ...body.sizes.values()].filter((x) => x !== '').join(', ')}`]
      : []),
    ...showBody(body),
  ]);
  return [`task ${task.name} (level ${level})`, ...binders, ...finite, ...bodies].join('\n');
}

function showBody(body: typed.Body): readonly string[] {
  const lets = body.lets.map((l) => `  let     ${l.name}: ${l.kind === 'entity' ? 'object' : showType(l.value.type)}`);
  const answer = body.answer ? [`  answer  ${showType(body.answer.value.type)}`] : [];
  const naming = body.naming.map((n) => `  refer   ${n.entity.name} by ${n.strategies.map(showStrategy).join(', ')}`);
  return [...lets, ...answer, ...naming];
}

function showProgram(program: Program): string {
  const shared = program.shared.map((s) => `# ${s.name}\n${showRelation(s.relation)}`);
  return [...shared, ...program.tasks.map((t) => `# task ${t.name}\n${showRelation(t.questions)}`)].join('\n\n');
}

function showSql(plan: Plan): string {
  return [
    ...plan.words.map((sql) => `${sql};`),
    ...plan.shared.map((s) => `-- ${s.name}\n${s.sql};`),
    ...plan.tasks.map((t) => `-- task ${t.name}\n${t.sql};`),
  ].join('\n\n');
}
