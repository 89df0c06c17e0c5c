/**
 * The facts of a room as a pipeline has them that lifts: what a detector says (labels, who is there, fronts) is the truth's;
 * gravity, the floor, boxes, points and what is seen of things come from the point map and the masks alone.
 */
import type { ObjectRow, PixelRow, SceneFacts } from '../../runtime/facts/rows.js';
import type { LiftedObject } from '../../runtime/perceive/lift/lift-object.js';
import { liftScene } from '../../runtime/perceive/lift/lift-scene.js';
import { ESTIMATED_DEPTH_NOISE } from '../../runtime/perceive/lift/resolution.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';
import type { RenderedRoom } from './rendered-room.js';

/** @param scaleSigma what the facts say of their scale, as an honest model would; null for true depth */
export function liftedFacts({ facts, map, things }: RenderedRoom, scaleSigma: number | null): SceneFacts {
  const masks = things.map(({ mask }) => mask);
  const lifted = liftScene(
    map,
    masks,
    { up: null, floorHeight: null },
    scaleSigma === null ? 0 : ESTIMATED_DEPTH_NOISE,
  );
  return {
    ...facts,
    scene: {
      ...facts.scene,
      worldFromCamera: null,
      up: lifted.up,
      upSource: lifted.up === null ? null : 'from_normals',
      floorHeight: lifted.floorHeight,
      scaleSigma,
    },
    objects: things.flatMap(({ truth }, position) => {
      const object = lifted.objects[position];
      return object === undefined ? [] : [withLifted(truth, object)];
    }),
    pixels: facts.pixels.flatMap((row) => pointOf(row, map)),
  };
}

function withLifted(truth: ObjectRow, { box, box2d, visibility, truncation }: LiftedObject): ObjectRow {
  return {
    ...truth,
    box2d,
    centre: box?.centre ?? null,
    size: box?.size ?? null,
    rotation: box?.rotation ?? null,
    extent: box === null ? null : 'visible',
    provenance: 'lifted',
    visibility,
    truncation,
  };
}

function pointOf(row: PixelRow, map: PointMap): readonly PixelRow[] {
  const at = row.v * map.width + row.u;
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = map.points.subarray(3 * at, 3 * at + 3);
  return map.valid[at] === 1 ? [{ ...row, point: [x, y, z] }] : [];
}
