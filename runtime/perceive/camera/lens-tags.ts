/** What the EXIF header of a photograph says of its lens. Every field is null where the header lacks it, or says 0: unknown. */
import sharp from 'sharp';

export interface LensTags {
  /** FocalLengthIn35mmFilm: of the lens that sees as much on film of 36 x 24 mm. */
  readonly filmFocalMillimetres: number | null;
  readonly focalMillimetres: number | null;
  /** FocalPlaneXResolution and FocalPlaneYResolution: pixels per millimetre of the sensor, along its rows and its columns. */
  readonly sensorDensity: readonly [number, number] | null;
  /** PixelXDimension and PixelYDimension: of the picture when it was written, before it was turned upright. */
  readonly written: readonly [width: number, height: number] | null;
  /** DigitalZoomRatio: over 1 where the camera enlarged the middle of its sensor. */
  readonly digitalZoom: number | null;
  /** 1 to 8; 5 to 8: the picture is shown turned by a quarter. */
  readonly orientation: number | null;
}

/** Millimetres per FocalPlaneResolutionUnit, as EXIF 2.3 and TIFF number them; inches where it is left out. */
const unitMillimetres: Readonly<Record<number, number>> = { 2: 25.4, 3: 10, 4: 1, 5: 0.001 };

/** Before the TIFF structure stands `Exif` and two zeros. */
const MARKER = 'Exif\0\0';

/**
 * @param file path or bytes of a picture of any format that sharp reads
 * @returns null where it has no EXIF header, or one that cannot be read: what a header says is never needed
 */
export async function lensTags(file: string | Buffer): Promise<LensTags | null> {
  const { exif } = await sharp(file).metadata();
  if (exif === undefined) return null;
  const start = exif.toString('latin1', 0, MARKER.length) === MARKER ? MARKER.length : 0;
  // Few pictures of a data set have any.
  const { default: exifr } = await import('exifr');
  try {
    const found: unknown = await exifr.parse(exif.subarray(start), { translateValues: false, reviveValues: false });
    return tagsOf(found);
  } catch {
    return null;
  }
}

function tagsOf(found: unknown): LensTags {
  const tags = new Map<string, unknown>(typeof found === 'object' && found !== null ? Object.entries(found) : []);
  const positive = (name: string): number | null => {
    const value = tags.get(name);
    return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
  };
  const pair = (first: string, second: string, times = 1): readonly [number, number] | null => {
    const [x, y] = [positive(first), positive(second)];
    return x === null ? null : [x * times, (y ?? x) * times];
  };
  const unit = unitMillimetres[positive('FocalPlaneResolutionUnit') ?? 2];
  return {
    filmFocalMillimetres: positive('FocalLengthIn35mmFormat'),
    focalMillimetres: positive('FocalLength'),
    sensorDensity: unit === undefined ? null : pair('FocalPlaneXResolution', 'FocalPlaneYResolution', 1 / unit),
    written: positive('ExifImageHeight') === null ? null : pair('ExifImageWidth', 'ExifImageHeight'),
    digitalZoom: positive('DigitalZoomRatio'),
    orientation: positive('Orientation'),
  };
}
