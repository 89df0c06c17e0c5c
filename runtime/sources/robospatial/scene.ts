/** From an annotation to a scene, in the frame of its camera. */
import { normaliseLabel, type ObjectRow, type SceneFacts } from '../../facts/rows.js';
import type { Box } from '../../geometry/box.js';
import {
  applyTransform,
  asTransform,
  compose,
  isRotation,
  matrix4,
  multiply3,
  rigidInverse,
  type Transform,
} from '../../geometry/matrix.js';
import {
  clippedShare,
  clipToPicture,
  type Intrinsics,
  type Picture,
  projectedBounds,
} from '../../geometry/projection.js';
import { rotationZxy } from '../../geometry/rotation.js';
import { Unreadable } from '../unreadable.js';
import type { Annotation } from './annotation.js';

/**
 * The facts of one annotation. Objects that are not listed as visible are left out: whether a person at the picture
 * sees them is not known. There is no coverage, because the labels are a selection.
 *
 * @param file named in messages
 * @throws Unreadable SPQ507 where the camera is no pinhole camera with a rigid pose, or a visible id has no object
 */
export function annotatedScene(annotation: Annotation, file: string, sceneId: string, imageUri: string): SceneFacts {
  const [width, height] = annotation.image_size;
  const intrinsics = readIntrinsics(annotation, file);
  const worldFromCamera = readPose(annotation, file);
  const cameraFromWorld = rigidInverse(worldFromCamera);
  const view: View = { intrinsics, picture: { width, height }, cameraFromWorld };
  return {
    scene: {
      sceneId,
      captureId: `${annotation.dataset}/${annotation.scene_name}`,
      frameIndex: null,
      timestamp: null,
      imageUri,
      sha256: null,
      width,
      height,
      intrinsics,
      intrinsicsSource: 'truth',
      worldFromCamera: matrix4(worldFromCamera),
      // The world's z axis, seen from the camera.
      up: [cameraFromWorld.rotation[2], cameraFromWorld.rotation[5], cameraFromWorld.rotation[8]],
      upSource: 'truth',
      floorHeight: null,
      metric: true,
      scaleSigma: null,
      licence: null,
    },
    objects: visibleObjects(annotation, file, view),
    pixels: [],
    coverage: [],
    dense: [],
  };
}

interface View {
  readonly intrinsics: Intrinsics;
  readonly picture: Picture;
  readonly cameraFromWorld: Transform;
}

function readIntrinsics({ camera_annotations: { intrinsic } }: Annotation, file: string): Intrinsics {
  const [[fx, skew, cx] = [], [zero, fy, cy] = []] = intrinsic;
  if (fx === undefined || cx === undefined || fy === undefined || cy === undefined || skew !== 0 || zero !== 0)
    throw new Unreadable('SPQ507', `${file}, at camera_annotations.intrinsic: rows must be fx 0 cx ·, 0 fy cy ·.`);
  return [fx, fy, cx, cy];
}

function readPose({ camera_annotations: camera }: Annotation, file: string): Transform {
  const worldFromCamera = asTransform(camera.extrinsic.flat());
  const alignedFromWorld = asTransform(camera.axis_align_matrix.flat());
  const rigid = [worldFromCamera, alignedFromWorld].every((pose) => pose !== null && isRotation(pose.rotation));
  if (worldFromCamera === null || alignedFromWorld === null || !rigid)
    throw new Unreadable('SPQ507', `${file}, at camera_annotations: extrinsic and axis_align_matrix must be rigid.`);
  return compose(alignedFromWorld, worldFromCamera);
}

function visibleObjects(annotation: Annotation, file: string, view: View): readonly ObjectRow[] {
  return [...new Set(annotation.visible_instance_ids)].map((id) => {
    const object = annotation.objects[id];
    const [box] = object?.bbox_3d ?? [];
    if (object === undefined || box === undefined)
      throw new Unreadable('SPQ507', `${file}, at visible_instance_ids: there is no object ${id}.`);
    return objectRow(String(id).padStart(3, '0'), object.Name, cameraBox(box, view.cameraFromWorld), view);
  });
}

function cameraBox(
  [x, y, z, sizeX, sizeY, sizeZ, aboutZ, aboutX, aboutY]: Annotation['objects'][number]['bbox_3d'][number],
  cameraFromWorld: Transform,
): Box {
  return {
    centre: applyTransform(cameraFromWorld, [x, y, z]),
    size: [sizeX, sizeY, sizeZ],
    rotation: multiply3(cameraFromWorld.rotation, rotationZxy(aboutZ, aboutX, aboutY)),
  };
}

function objectRow(objectId: string, name: string, box: Box, { intrinsics, picture }: View): ObjectRow {
  const bounds = projectedBounds(intrinsics, box);
  return {
    objectId,
    trackId: null,
    category: normaliseLabel(name),
    score: null,
    presence: 'certain',
    crowd: false,
    box2d: bounds === null ? null : clipToPicture(bounds, picture),
    centre: box.centre,
    size: box.size,
    rotation: box.rotation,
    extent: 'amodal',
    provenance: 'label',
    // The third angle of a label is the box's, not the heading of the thing.
    facing: null,
    front: 'unseen',
    visibility: null,
    truncation: bounds === null ? null : clippedShare(bounds, picture),
    caption: null,
    verifiedBy: null,
  };
}
