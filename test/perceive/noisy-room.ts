/** A rendered room as a monocular model and a segmenter would see it: wrong by a factor and a smooth field, blended at depth edges, masks too small. */
import type { InstanceMask } from '../../runtime/perceive/instance-mask.js';
import { depthEdges } from '../../runtime/perceive/lift/depth-edges.js';
import { pointsOfDepth } from '../../runtime/perceive/lift/depth-points.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';
import { type DepthError, depthErrorOf } from '../noise/depth-error.js';
import { type Drawing, noiseOf } from '../noise/gaussian.js';
import { MONOCULAR, QUIET } from '../noise/noise-model.js';
import type { RenderedRoom } from './rendered-room.js';

/** Masks end 2 to 4 pixels short of what they show. */
const LEAST_ERODED = 2;
const MOST_ERODED = 4;
/** Depth is blended over so many pixels on either side of an edge. */
const BLENDED_PIXELS = 2;

/** The scale and the field are those of docs/noise.md: 6.5 % and 2 %. */
export function noisyRoom(room: RenderedRoom, seed: number): RenderedRoom {
  const drawing: Drawing = { seed, sceneId: room.facts.scene.sceneId };
  const model = { ...QUIET, scale: MONOCULAR.scale, depthBias: MONOCULAR.depthBias };
  const things = room.things.map((thing) => {
    const noise = noiseOf(drawing, `mask ${thing.truth.objectId}`);
    const pixels = LEAST_ERODED + Math.floor(noise.unit() * (MOST_ERODED - LEAST_ERODED + 1));
    return { ...thing, mask: eroded(thing.mask, pixels) };
  });
  return { ...room, map: seenThrough(blended(room.map), depthErrorOf(room.facts.scene, model, drawing)), things };
}

function seenThrough(map: PointMap, error: DepthError): PointMap {
  const points = map.points.slice();
  for (let at = 0; at < map.valid.length; at++) {
    const [x = 0, y = 0, z = 0] = map.points.subarray(3 * at, 3 * at + 3);
    const factor = error([x, y, z]);
    points.set([factor * x, factor * y, factor * z], 3 * at);
  }
  return { ...map, points };
}

/** Near a depth edge a pixel has the mean depth of its neighbourhood: it flies between two surfaces. */
export function blended(map: PointMap): PointMap {
  const { width, height, points, intrinsics } = map;
  const edges = depthEdges(map);
  const metres = Float32Array.from({ length: width * height }, (_, at) => points[3 * at + 2] ?? 0);
  const mixed = metres.slice();
  for (let v = 1; v < height - 1; v++)
    for (let u = 1; u < width - 1; u++) {
      const around = neighbours(u, v, width, 1);
      if (around.some((at) => edges[at] === 1)) {
        const all = neighbours(u, v, width, BLENDED_PIXELS).flatMap((at) => metres[at] ?? []);
        mixed[v * width + u] = all.reduce((sum, one) => sum + one, 0) / all.length;
      }
    }
  return pointsOfDepth({ width, height, metres: mixed, kind: 'z', intrinsics });
}

function neighbours(u: number, v: number, width: number, reach: number): readonly number[] {
  const found: number[] = [];
  for (let y = v - reach; y <= v + reach; y++) for (let x = u - reach; x <= u + reach; x++) found.push(y * width + x);
  return found;
}

/** By so many pixels from every side; at the border of the picture, too. */
export function eroded(mask: InstanceMask, pixels: number): InstanceMask {
  let from = mask.pixels;
  for (let step = 0; step < pixels; step++) {
    const before = from;
    const isIn = (at: number): boolean => before[at] === 1;
    from = before.map((one, at) =>
      one === 1 && isIn(at - 1) && isIn(at + 1) && isIn(at - mask.width) && isIn(at + mask.width) ? 1 : 0,
    );
  }
  return { ...mask, pixels: from };
}
