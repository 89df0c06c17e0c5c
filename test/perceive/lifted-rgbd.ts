/** An RGB-D frame lifted from its measured depth, gravity found, as facts that can be drawn and asked of. */
import type { ObjectRow, SceneRow } from '../../runtime/facts/rows.js';
import type { InstanceMask } from '../../runtime/perceive/instance-mask.js';
import { depthEdges } from '../../runtime/perceive/lift/depth-edges.js';
import { pointsOfDepth } from '../../runtime/perceive/lift/depth-points.js';
import type { LiftedObject } from '../../runtime/perceive/lift/lift-object.js';
import { type LiftedScene, liftScene } from '../../runtime/perceive/lift/lift-scene.js';
import { normalsOf } from '../../runtime/perceive/lift/normals.js';
import { exampleObject, exampleScene } from '../facts/example-scene.js';
import { promptedMask } from './box-prompt.js';
import type { RgbdFrame } from './rgbd-frames.js';

export interface LiftedFrame {
  readonly frame: RgbdFrame;
  readonly lifted: LiftedScene;
  readonly masks: readonly InstanceMask[];
  readonly facts: { readonly scene: SceneRow; readonly objects: readonly ObjectRow[] };
}

export function liftedFrame(frame: RgbdFrame): LiftedFrame {
  const { width, height, metres, intrinsics } = frame;
  const map = pointsOfDepth({ width, height, metres, kind: 'z', intrinsics });
  const found = liftScene(map, [], { up: null, floorHeight: null });
  const normals = normalsOf(map, depthEdges(map), 12);
  const masks = frame.prompts.map(({ bounds }) => promptedMask(map, normals, found.up ?? [0, -1, 0], bounds));
  const lifted = liftScene(map, masks, found);
  const scene: SceneRow = {
    ...exampleScene,
    sceneId: frame.name,
    imageUri: frame.picture,
    width,
    height,
    intrinsics,
    worldFromCamera: null,
    up: lifted.up,
    upSource: 'from_normals',
    floorHeight: lifted.floorHeight,
  };
  const objects = lifted.objects.map((object, at) => rowOf(`${frame.prompts[at]?.label}-${at + 1}`, object));
  return { frame, lifted, masks, facts: { scene, objects } };
}

function rowOf(objectId: string, { box, box2d, visibility, truncation }: LiftedObject): ObjectRow {
  const space = { centre: box?.centre ?? null, size: box?.size ?? null, rotation: box?.rotation ?? null };
  const category = objectId.replace(/-\d+$/, '');
  return {
    ...exampleObject,
    objectId,
    category,
    box2d,
    ...space,
    visibility,
    truncation,
    facing: null,
    front: 'unseen',
  };
}
