/**
 * The facts of one room: exact, deterministic in (seed, index) alone, and the same with or without a picture.
 *
 * Box axes: x to the thing's own right, y down, z out of its front; size = [width, height, depth]. Boxes are upright
 * and tight around the thing's shape. Things of which less than 5 % is seen are not listed, since nobody can tell
 * that they are there; those of which less than a quarter is seen, or a sliver, are possible members.
 */

import type { ObjectRow, SceneFacts, SceneRow, Vector3 } from '../../facts/rows.js';
import { type Body, bodyOf, mayBeSeen } from './body.js';
import { type Camera, pictureHeight, pictureWidth } from './camera.js';
import { furnish, type Room } from './layout.js';
import { samplePixels } from './pixels.js';
import { measure, type Outline, outlineOf, type Seen } from './visibility.js';
import { roomsCoverage } from './vocabulary.js';

/** A room with what its camera sees of it. `listed` are the things with a row, in the order of the rows. */
export interface Scene {
  readonly room: Room;
  readonly outlines: readonly Outline[];
  readonly listed: readonly Seen[];
}

const leastSeen = 0.05;
const certainlySeen = 0.25;
/** Of the whole thing, in and out of the picture: less than this is a corner of something. */
const certainlyShown = 0.15;
/** Pixels along the shorter side of its 2D box, and pixels seen of it. */
const sliverSide = 6;
const sliverArea = 60;
const leastArea = 4;

/**
 * The facts of scene `index`; they do not depend on how many scenes there are.
 *
 * @param seed    a whole number, which rooms
 * @param index   a whole number from 0
 * @param options pixels: whether to sample the point map
 */
export function roomFacts(seed: number, index: number, options: { readonly pixels: boolean }): SceneFacts {
  return factsOf(lookAt(furnish(seed, index)), options);
}

/** Finds what the camera of a room sees. */
export function lookAt(room: Room): Scene {
  const { camera } = room;
  const outlines: Outline[] = [];
  for (const thing of room.things) {
    const outline = mayBeSeen(thing, camera) ? outlineOf(bodyOf(thing, camera), camera) : null;
    if (outline !== null) outlines.push(outline);
  }
  const listed = outlines.map((outline) => measure(outline, outlines, camera)).filter((seen) => isListed(seen, camera));
  return { room, outlines, listed };
}

/** The rows of a scene without a picture. */
export function factsOf(scene: Scene, options: { readonly pixels: boolean }): SceneFacts {
  const numbers = new Map<string, number>();
  const { camera } = scene.room;
  return {
    scene: sceneRow(scene.room),
    objects: scene.listed.map((seen) => {
      const { label } = seen.body.thing.kind;
      const number = (numbers.get(label) ?? 0) + 1;
      numbers.set(label, number);
      return objectRow(seen, camera, objectIdOf(label, number));
    }),
    pixels: options.pixels ? samplePixels(scene) : [],
    coverage: roomsCoverage,
    dense: [],
  };
}

const objectIds = new Map<string, readonly string[]>();

/** `potted plant`, 2 becomes `potted_plant-2`; remembered, since the same few are asked for in every room. */
function objectIdOf(label: string, number: number): string {
  let ids = objectIds.get(label);
  if (ids === undefined) {
    ids = Array.from({ length: 13 }, (_, k) => `${label.replaceAll(' ', '_')}-${k}`);
    objectIds.set(label, ids);
  }
  return ids[number] ?? `${label.replaceAll(' ', '_')}-${number}`;
}

function sceneRow({ seed, index, camera }: Room): SceneRow {
  const { right, down, forward, focal } = camera;
  const sceneId = `room-${seed}-${String(index).padStart(7, '0')}`;
  return {
    sceneId,
    captureId: sceneId,
    frameIndex: null,
    timestamp: null,
    imageUri: null,
    sha256: null,
    width: pictureWidth,
    height: pictureHeight,
    intrinsics: [focal, focal, camera.centreU, camera.centreV],
    intrinsicsSource: 'truth',
    worldFromCamera: [
      right[0],
      down[0],
      forward[0],
      camera.x,
      right[1],
      down[1],
      forward[1],
      camera.y,
      right[2],
      down[2],
      forward[2],
      camera.z,
      0,
      0,
      0,
      1,
    ],
    up: [right[2], down[2], forward[2]],
    upSource: 'truth',
    floorHeight: -camera.z,
    metric: true,
    scaleSigma: null,
    licence: 'CC0-1.0',
  };
}

function objectRow(seen: Seen, camera: Camera, objectId: string): ObjectRow {
  const { body } = seen;
  const { kind, width, height, depth } = body.thing;
  return {
    objectId,
    trackId: null,
    category: kind.label,
    score: null,
    presence: isCertain(seen, camera) ? 'certain' : 'possible',
    crowd: false,
    box2d: pixelBox(seen, camera),
    centre: centreOf(body),
    size: [width, height, depth],
    rotation: [body.rx, -body.rz, body.ry, body.dx, -body.dz, body.dy, body.fx, -body.fz, body.fy],
    extent: 'amodal',
    provenance: 'rooms',
    facing: kind.front === 'one' ? [body.ry, body.dy, body.fy] : null,
    front: kind.front,
    visibility: seen.visibility,
    truncation: seen.truncation,
    caption: null,
    verifiedBy: null,
  };
}

function centreOf({ thing, ox, oy, oz, rx, ry, rz, dx, dy, dz, fx, fy, fz }: Body): Vector3 {
  const z = thing.height / 2 - oz;
  return [-ox * rx - oy * ry + z * rz, -ox * dx - oy * dy + z * dz, -ox * fx - oy * fy + z * fz];
}

function pixelBox({ bounds }: Outline, { focal, centreU, centreV }: Camera): readonly [number, number, number, number] {
  // Clipped once more: direction times focal length may miss the border by the last bit.
  return [
    Math.max(0, bounds.left * focal + centreU),
    Math.max(0, bounds.top * focal + centreV),
    Math.min(pictureWidth - 1, bounds.right * focal + centreU),
    Math.min(pictureHeight - 1, bounds.bottom * focal + centreV),
  ];
}

/** Pixels of the picture that show the thing, about. */
function seenArea({ bounds, visibility, coverage }: Seen, { focal }: Camera): number {
  const area = (bounds.right - bounds.left) * (bounds.bottom - bounds.top) * focal * focal;
  return area * coverage * (visibility ?? 0);
}

function isListed(seen: Seen, camera: Camera): boolean {
  return seen.visibility !== null && seen.visibility >= leastSeen && seenArea(seen, camera) >= leastArea;
}

function isCertain(seen: Seen, camera: Camera): boolean {
  const { bounds, visibility, truncation } = seen;
  const side = Math.min(bounds.right - bounds.left, bounds.bottom - bounds.top) * camera.focal;
  return (
    visibility !== null &&
    visibility >= certainlySeen &&
    visibility * (1 - truncation) >= certainlyShown &&
    side >= sliverSide &&
    seenArea(seen, camera) >= sliverArea
  );
}
