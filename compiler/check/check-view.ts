/** `p from world`, `p from a toward b turned right`: a point of the camera frame, in another one. */
import type * as bound from '../bind/bound.js';
import { camera, type Frame, world } from '../types/frame.js';
import { entity, error } from '../types/type.js';
import type { Context } from './context.js';
import { distinct } from './distinct.js';
import { wrongType } from './errors.js';
import type * as typed from './typed.js';

export function view(
  e: Extract<bound.Expression, { kind: 'from' }>,
  check: (e: bound.Expression) => typed.Expression,
  context: Context,
): typed.Expression {
  const of = check(e.value);
  const { viewer, span } = e;
  const failed: typed.Expression = { kind: 'error', type: error, span };
  if (of.type.kind !== 'point' || of.type.frame.kind !== 'camera') {
    const hint = 'For instance `b.position from a`.';
    if (of.type.kind !== 'error')
      context.report(
        wrongType({ what: '`from`', needed: 'a point in the frame of camera', found: of.type, hint }, of.span),
      );
    return failed;
  }
  if (viewer.kind !== 'entity') {
    const frame = viewer.kind === 'world' ? world : camera;
    return { kind: 'view', of, frame, viewer, type: { kind: 'point', frame }, span };
  }
  const wrong = misfit(viewer);
  if (wrong) {
    const needed = viewer.toward ? 'objects, pixels or the camera' : 'an object, which faces somewhere';
    context.report(wrongType({ what: '`from`', needed, found: entity(wrong.kind) }, span));
    return failed;
  }
  distinctPlaces(of, viewer, span, context);
  const frame: Frame = {
    kind: 'viewer',
    at: placeName(viewer.at),
    toward: viewer.toward && placeName(viewer.toward),
    turned: viewer.turned,
  };
  return { kind: 'view', of, frame, viewer, type: { kind: 'point', frame }, span };
}

const placeName = (place: bound.Place): string => (place === 'camera' ? place : place.name);

/** Only an object faces somewhere by itself; categories are nowhere. */
function misfit({ at, toward }: Extract<bound.Viewer, { kind: 'entity' }>): bound.Entity | undefined {
  const places = [at, ...(toward ? [toward] : [])].flatMap((p) => (p === 'camera' ? [] : [p]));
  return places.find((p) => p.kind === 'category' || (!toward && p.kind !== 'object'));
}

/** Who looks at the own place looks nowhere, and the own place lies in no direction. */
function distinctPlaces(
  of: typed.Expression,
  { at, toward }: Extract<bound.Viewer, { kind: 'entity' }>,
  span: typed.Expression['span'],
  context: Context,
): void {
  if (at === 'camera') return;
  if (toward && toward !== 'camera') distinct('`from … toward`', at, toward, span, context);
  if (of.kind === 'fact' && of.fact.name === 'position') distinct('`position from`', of.entity, at, span, context);
}
