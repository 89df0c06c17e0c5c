/** Which facts a task cannot be asked without, each with the place that needs it. */
import { ownThings } from '../check/dependencies.js';
import { partsOf } from '../check/parts.js';
import { madeOf } from '../check/posed.js';
import type * as typed from '../check/typed.js';
import type { Span } from '../diagnostics/span.js';
import type { Demand } from '../ir/program.js';
import type { Provision } from '../std/operators.js';

const box: readonly Provision[] = ['object', 'box3d'];
const upright: readonly Provision[] = [...box, 'gravity'];

interface Need {
  readonly fact: string;
  readonly needs: readonly Provision[];
}

export function demandsOf(task: typed.Task): readonly Demand[] {
  const found = new Map<string, Demand>();
  const add = ({ fact, needs }: Need, at: Span): void => {
    for (const provision of needs) if (!found.has(provision)) found.set(provision, { fact, provision, at });
  };
  for (const binder of task.binders) add(ofBinder(binder), binder.entities[0]?.span ?? task.nameSpan);
  const seen = new Set<typed.Expression>();
  const visit = (e: typed.Expression, at: Span): void => {
    if (seen.has(e)) return;
    seen.add(e);
    for (const need of ofExpression(e)) add(need, at);
    for (const thing of ownThings(e)) for (const need of ofPose(thing)) add(need, at);
    for (const part of partsOf(e)) visit(part, at);
  };
  for (const body of task.bodies) for (const e of expressionsOf(body)) visit(e, e.span);
  return [...found.values()];
}

function ofBinder({ kind, onFloor }: typed.Binder): Need {
  if (onFloor) return { fact: 'place', needs: ['pixel', 'gravity', 'floor'] };
  const needs: Readonly<Record<typed.Binder['kind'], Provision>> = {
    object: 'object',
    pixel: 'pixel',
    category: 'coverage',
  };
  return { fact: kind, needs: [needs[kind]] };
}

/** Everything that a body evaluates. */
export function expressionsOf(body: typed.Body): readonly typed.Expression[] {
  const before = known.get(body);
  if (before) return before;
  const found = evaluated(body);
  known.set(body, found);
  return found;
}

const known = new WeakMap<typed.Body, readonly typed.Expression[]>();

function evaluated(body: typed.Body): readonly typed.Expression[] {
  const statements = body.choices?.kind === 'statements' ? body.choices.statements : [];
  const templates = [
    ...body.asks,
    ...body.reasons.map((r) => r.say),
    ...body.claims.flatMap((c) => c.phrasings.map((p) => p.template)),
    ...(body.answer?.as ? [body.answer.as] : []),
  ];
  return [
    ...body.lets.flatMap((l) => (l.kind === 'entity' ? [l.pick.where, l.pick.by] : [])),
    ...body.wheres,
    ...body.claims.flatMap((c) => c.when ?? []),
    ...body.reasons.flatMap((r) => r.when ?? []),
    ...statements.map((s) => s.relation),
    ...(body.answer ? [body.answer.value] : []),
    ...templates.flatMap((t) => t.parts.flatMap((p) => (p.kind === 'hole' ? [p.value] : []))),
  ];
}

function ofExpression(e: typed.Expression): readonly Need[] {
  switch (e.kind) {
    case 'fact':
      return [{ fact: e.fact.name, needs: e.fact.needs }];
    case 'extent':
      return [{ fact: `span(${e.entity.name}).${e.component}`, needs: e.component === 'up' ? upright : box }];
    case 'distance':
    case 'path':
      return [{ fact: e.kind, needs: placesOf(e).some((p) => p !== 'camera' && p.kind === 'object') ? box : [] }];
    case 'gap':
    case 'overlap':
      return [{ fact: e.kind, needs: upright }];
    case 'blocks':
      return [{ fact: e.kind, needs: box }];
    case 'axis':
      return [{ fact: e.kind, needs: [...upright, 'facing'] }];
    case 'view':
      return ofView(e.viewer);
    case 'count':
    case 'exists':
      return [{ fact: 'count', needs: ['coverage'] }];
  }
  // All else is made of these.
  return [];
}

function placesOf(e: Extract<typed.Expression, { kind: 'distance' | 'path' }>): readonly typed.Place[] {
  return e.kind === 'distance' ? [e.from, e.to] : [...(e.from ? [e.from] : []), ...e.members];
}

/** A thing can stand elsewhere where its box and what is up are known; to be turned to something, it needs a front. */
function ofPose(entity: typed.Entity): readonly Need[] {
  const { pose } = entity;
  if (!pose) return [];
  const needs: readonly Provision[] = pose.toward ? [...upright, 'facing'] : upright;
  return [{ fact: `the place of ${entity.name}`, needs }, ...madeOf(entity).flatMap(ofPose)];
}

function ofView(viewer: typed.Viewer): readonly Need[] {
  if (viewer.kind === 'world') return [{ fact: 'the world frame', needs: ['gravity'] }];
  if (viewer.kind !== 'entity') return [];
  const at = viewer.at === 'camera' ? 'camera' : viewer.at.name;
  return [{ fact: `the frame of ${at}`, needs: viewer.toward ? ['gravity'] : [...upright, 'facing'] }];
}
