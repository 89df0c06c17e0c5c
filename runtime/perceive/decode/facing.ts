/** Which way a thing faces: what an orientation model says of its crop, and the same in the frame of the camera. */
import type { Vector3 } from '../../facts/rows.js';
import { apply3, normalised } from '../../geometry/matrix.js';
import { rotationZ } from '../../geometry/rotation.js';
import { cameraFromRay } from '../../geometry/viewing-ray.js';

/** What a model says of a crop, before it is known where the crop lies. Degrees. */
export interface Viewpoint {
  /** From where the thing is seen, around it: 0 its front, 90 its left side: then its front points to the left of the crop. */
  readonly azimuth: number;
  /** How far from above: positive where the camera is higher than the thing's own level plane. */
  readonly polar: number;
  /** By how much the crop is turned, anticlockwise. */
  readonly rotation: number;
}

/** How many fronts a thing has, as facts have it; `unseen`: the model does not tell. */
export type Front = 'one' | 'several' | 'none' | 'unseen';

export interface Orientation {
  readonly front: Front;
  /** After how many equal turns a thing looks the same: 1, 2 or 4; null where there is no front, or it is unknown. */
  readonly symmetry: 1 | 2 | 4 | null;
  /** Null unless there is exactly one front: of several, which is meant is not known. */
  readonly viewpoint: Viewpoint | null;
  /** 0..1, as the model gives it; null where it gives none. */
  readonly confidence: number | null;
}

export const unseenOrientation: Orientation = { front: 'unseen', symmetry: null, viewpoint: null, confidence: null };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The direction out of the front.
 *
 * In the axes of the crop (right, down, away) it is, without rotation,
 * (−sin azimuth, cos azimuth · sin polar, −cos azimuth · cos polar): that is how both versions of Orient Anything draw it.
 *
 * @param ray of the middle of the crop, any length, camera frame
 * @returns unit vector, camera frame
 */
export function facingOf({ azimuth, polar, rotation }: Viewpoint, ray: Vector3): Vector3 {
  const [around, above] = [radians(azimuth), radians(polar)];
  const unturned: Vector3 = [
    -Math.sin(around),
    Math.cos(around) * Math.sin(above),
    -Math.cos(around) * Math.cos(above),
  ];
  // Anticlockwise in the picture is clockwise about an axis that points away.
  const inCrop = apply3(rotationZ(-radians(rotation)), unturned);
  return normalised(apply3(cameraFromRay(ray), inCrop));
}
