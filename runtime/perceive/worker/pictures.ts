/** Pictures, and what was found in them before, as a message to a worker. docs/workers.md has the same as a table. */
import type { Given } from '../operators/findings.js';
import type { NamedTensors, Tensor } from '../tensor.js';
import type { Frame } from './frame.js';

/** What an operator of any role is given: the photo, and of the rest what its role reads. */
export type GivenPicture = Pick<Given['points'], 'photo'> &
  Partial<Pick<Given['facing'], 'points' | 'objects' | 'masks'>>;

/** Names of tensors begin with the picture's place in the message: `0.pixels`, `1.pixels`. */
export function pictureFrame(pictures: readonly GivenPicture[]): Frame {
  const header = { what: 'perceive', pictures: pictures.map(described) };
  const tensors = pictures.map((picture, at) => prefixed(at, tensorsOf(picture)));
  return { header, tensors: Object.assign({}, ...tensors) };
}

const prefixed = (at: number, tensors: NamedTensors): NamedTensors =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [`${at}.${name}`, tensor]));

function described({ photo, points, objects }: GivenPicture): object {
  const camera = photo.camera ?? (points?.kind === 'found' ? points.camera : null);
  return {
    sha256: photo.sha256,
    width: photo.picture.width,
    height: photo.picture.height,
    camera: camera?.intrinsics ?? null,
    ...(points?.kind === 'found' ? { points_camera: points.map.intrinsics } : {}),
    ...(objects === undefined ? {} : { objects: objects.map(({ label, score, box }) => ({ label, score, box })) }),
  };
}

function tensorsOf({ photo, points, masks }: GivenPicture): NamedTensors {
  const { width, height, pixels } = photo.picture;
  const shown: Record<string, Tensor> = { pixels: { type: 'uint8', dims: [height, width, 3], data: pixels } };
  if (points?.kind === 'found') {
    const { map } = points;
    shown.points = { type: 'float32', dims: [map.height, map.width, 3], data: map.points };
  }
  if (masks !== undefined) {
    const { maskSize } = photo;
    const size = maskSize.width * maskSize.height;
    const data = new Uint8Array(masks.length * size);
    masks.forEach((mask, at) => {
      if (mask !== null) data.set(mask.pixels, at * size);
    });
    shown.masks = { type: 'uint8', dims: [masks.length, maskSize.height, maskSize.width], data };
  }
  return shown;
}
