/**
 * Intrinsics from what an EXIF header says of the lens.
 *
 * The focal length of film (`FocalLengthIn35mmFilm`) is that of a lens with the same angle across the diagonal, as CIPA's
 * standard for camera specifications has it; it is written in whole millimetres, so a 26 mm lens is known to 2 %, and makers
 * who compare widths instead are 4 % off for sensors of 4:3. Without it, the focal length itself and the density of the sensor tell, and are exact; but
 * tools that resize a picture leave the density as it was.
 *
 * What no header tells: that a picture was cropped and its header brought up to date; where the optical axis is (taken to be
 * the middle, as cameras without stabilised sensors have it within some pixels); and distortion.
 */
import type { Intrinsics, Picture } from '../../geometry/projection.js';
import type { LensTags } from './lens-tags.js';

export type ExifIntrinsics =
  | {
      readonly kind: 'known';
      /** fx, fy, cx, cy in pixels of the upright picture. */
      readonly intrinsics: Intrinsics;
    }
  | { readonly kind: 'unknown'; readonly cause: ExifCause };

export type ExifCause =
  | 'the header states no focal length that can be used'
  | 'the picture was cropped after it was taken'
  | 'digital zoom'
  | 'no lens has such a focal length';

/** Of film of 36 x 24 mm. */
const FILM_DIAGONAL_MILLIMETRES = Math.hypot(36, 24);
/** Shapes that differ by more are not the same picture resized: that rounds sides to whole pixels. */
const SAME_SHAPE = 0.01;
/** Focal length in longer sides of the picture: from a field of view of 136 degrees, wider than rectilinear lenses are, to 3. */
const FOCAL_RANGE = [0.2, 20] as const;
/** Width of sensors, millimetres: of telephones, and of medium format. What is outside was resized, and its density is not. */
const SENSOR_RANGE = [3.5, 60] as const;
/** From this orientation on the picture is shown turned by a quarter. */
const FIRST_TURNED = 5;

/** @param picture pixels of the picture after it was turned upright */
export function exifIntrinsics(tags: LensTags, picture: Picture): ExifIntrinsics {
  const unknown = (cause: ExifCause): ExifIntrinsics => ({ kind: 'unknown', cause });
  const { width, height } = picture;
  const written = turned(tags.written, tags);
  if (written !== null && Math.abs((written[0] * height) / (written[1] * width) - 1) > SAME_SHAPE)
    return unknown('the picture was cropped after it was taken');
  // Whether the stated focal lengths include it differs from maker to maker.
  if (tags.digitalZoom !== null && tags.digitalZoom > 1) return unknown('digital zoom');
  const focal = fromFilm(tags, picture) ?? fromSensor(tags, picture, written);
  if (focal === null) return unknown('the header states no focal length that can be used');
  const longer = Math.max(width, height);
  if (focal.some((pixels) => pixels < FOCAL_RANGE[0] * longer || pixels > FOCAL_RANGE[1] * longer))
    return unknown('no lens has such a focal length');
  return { kind: 'known', intrinsics: [...focal, (width - 1) / 2, (height - 1) / 2] };
}

type Pair = readonly [number, number];

function turned(pair: Pair | null, { orientation }: LensTags): Pair | null {
  return pair !== null && orientation !== null && orientation >= FIRST_TURNED ? [pair[1], pair[0]] : pair;
}

function fromFilm({ filmFocalMillimetres }: LensTags, { width, height }: Picture): Pair | null {
  if (filmFocalMillimetres === null) return null;
  const focal = (filmFocalMillimetres / FILM_DIAGONAL_MILLIMETRES) * Math.hypot(width, height);
  return [focal, focal];
}

/** Pixels of the picture as written, and from there to its present size. */
function fromSensor(tags: LensTags, { width, height }: Picture, written: Pair | null): Pair | null {
  const { focalMillimetres } = tags;
  const density = turned(tags.sensorDensity, tags);
  if (focalMillimetres === null || density === null || written === null) return null;
  const sensor = Math.max(written[0] / density[0], written[1] / density[1]);
  if (sensor < SENSOR_RANGE[0] || sensor > SENSOR_RANGE[1]) return null;
  return [(focalMillimetres * density[0] * width) / written[0], (focalMillimetres * density[1] * height) / written[1]];
}
