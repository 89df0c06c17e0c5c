/** A rendered room as perfect perception would see it: true depth as a point map, true masks, and the facts they belong to. */
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import type { InstanceMask } from '../../runtime/perceive/instance-mask.js';
import { pointsOfDepth } from '../../runtime/perceive/lift/depth-points.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';
import { factsOf, lookAt } from '../../runtime/sources/rooms/facts.js';
import { furnish } from '../../runtime/sources/rooms/layout.js';
import { render } from '../../runtime/sources/rooms/render.js';

export interface RenderedThing {
  readonly truth: ObjectRow;
  readonly mask: InstanceMask;
  /** Whether its outline from above is a circle, and a turn about the vertical changes nothing. */
  readonly isRound: boolean;
}

export interface RenderedRoom {
  readonly facts: SceneFacts;
  readonly map: PointMap;
  readonly things: readonly RenderedThing[];
}

export function renderedRoom(seed: number, index: number): RenderedRoom {
  const seen = lookAt(furnish(seed, index));
  const facts = factsOf(seen, { pixels: true });
  const { depth, instances } = render(seen);
  const { width, height, intrinsics } = facts.scene;
  if (intrinsics === null) throw new Error('a room without intrinsics');
  const metres = Float32Array.from(depth, (millimetres) => millimetres / 1000);
  const things = facts.objects.map((truth, position) => {
    const depthOf = seen.listed[position]?.body.thing.kind.depth;
    const pixels = instances.map((instance) => (instance === position + 1 ? 1 : 0));
    return { truth, mask: { width, height, pixels }, isRound: depthOf === 'round' || depthOf === 'ball' };
  });
  return { facts, map: pointsOfDepth({ width, height, metres, kind: 'z', intrinsics }), things };
}
