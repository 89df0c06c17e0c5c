/** Which facts a task cannot be asked without, each with the place that needs it. */
import type * as typed from '../check/typed.js';
import type { Span } from '../diagnostics/span.js';
import type { Demand } from '../ir/program.js';
import type { Provision } from '../std/operators.js';

export function demandsOf(task: typed.Task): readonly Demand[] {
  const found = new Map<string, Demand>();
  const add = (fact: string, needs: readonly Provision[], at: Span): void => {
    for (const provision of needs) if (!found.has(provision)) found.set(provision, { fact, provision, at });
  };
  for (const binder of task.binders) {
    const needs: Readonly<Record<typeof binder.kind, Provision>> = {
      object: 'object',
      pixel: 'pixel',
      category: 'coverage',
    };
    add(binder.kind, [needs[binder.kind]], binder.entities[0]?.span ?? task.nameSpan);
  }
  const seen = new Set<typed.Expression>();
  const visit = (e: typed.Expression, at: Span): void => {
    if (seen.has(e)) return;
    seen.add(e);
    visitExpression(e, at, add, visit);
  };
  const holes = [
    ...task.asks,
    ...task.reasons,
    ...task.claims.flatMap((c) => c.phrasings),
    ...(task.answer?.as ? [task.answer.as] : []),
  ];
  const all = [
    ...task.wheres,
    ...task.claims.map((c) => c.when),
    ...(task.answer ? [task.answer.value] : []),
    ...holes.flatMap((t) => t.parts.flatMap((p) => (p.kind === 'hole' ? [p.value] : []))),
  ];
  for (const e of all) visit(e, e.span);
  return [...found.values()];
}

type Add = (fact: string, needs: readonly Provision[], at: Span) => void;

function visitExpression(
  e: typed.Expression,
  at: Span,
  add: Add,
  visit: (e: typed.Expression, at: Span) => void,
): void {
  switch (e.kind) {
    case 'fact':
      add(e.fact.name, e.fact.needs, at);
      break;
    case 'extent':
      add(
        `span(${e.entity.name}).${e.component}`,
        e.component === 'up' ? ['object', 'box3d', 'gravity'] : ['object', 'box3d'],
        at,
      );
      break;
    case 'distance':
      add('distance', ['object', 'box3d'], at);
      break;
    case 'view':
      if (e.viewer.kind === 'world') add('the world frame', ['gravity'], at);
      if (e.viewer.kind === 'entity')
        add(
          `the frame of ${e.viewer.at.name}`,
          e.viewer.toward ? ['box3d', 'gravity'] : ['box3d', 'gravity', 'facing'],
          at,
        );
      visit(e.of, at);
      break;
    case 'count':
      add('count', ['coverage'], at);
      visit(e.where, at);
      break;
    case 'component':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'not':
      visit(e.of, at);
      break;
    case 'arithmetic':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
      visit(e.left, at);
      visit(e.right, at);
      break;
    case 'agree':
      for (const c of e.conditions) visit(c, at);
      break;
    case 'called':
      visit(e.category, at);
      break;
    case 'relation':
      visit(e.relation.body, at);
      break;
    case 'if':
      for (const part of [e.condition, e.consequent, e.otherwise]) visit(part, at);
      break;
    case 'pick':
      visit(e.by, at);
      break;
    case 'let':
      visit(e.let.value, at);
      break;
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'extents':
    case 'error':
      break;
  }
}
