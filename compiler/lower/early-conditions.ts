/**
 * Conditions of `where` that need nothing of the rest of the scene: they stand before what is counted or picked there, which a tuple
 * that is not asked need not pay for.
 */
import { thingsOf } from '../check/dependencies.js';
import { partsOf } from '../check/parts.js';
import type * as typed from '../check/typed.js';
import { and } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type Bodies, each } from './bodies.js';
import { lowerScalar } from './expression.js';

export function earlyConditions(bodies: Bodies): Expression {
  return each(bodies, ({ body, scope }) => {
    const picked = new Set(body.lets.flatMap((l) => (l.kind === 'entity' ? [l.entity] : [])));
    const early = body.wheres
      .flatMap(conjunctsOf)
      .filter((w) => !rangesOverScene(w) && !thingsOf(w).some((thing) => picked.has(thing)));
    return and(...early.map((w) => lowerScalar(w, scope)));
  });
}

const conjunctsOf = (e: typed.Expression): readonly typed.Expression[] =>
  e.kind === 'and' ? [...conjunctsOf(e.left), ...conjunctsOf(e.right)] : [e];

const rangesOverScene = (e: typed.Expression): boolean =>
  e.kind === 'count' || e.kind === 'exists' || e.kind === 'tally' || partsOf(e).some(rangesOverScene);
