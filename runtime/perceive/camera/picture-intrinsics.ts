/** The intrinsics of a photograph, from the surest that tells: a file beside it, then its EXIF header, else nothing. */
import type { Intrinsics, Picture } from '../../geometry/projection.js';
import { exifIntrinsics } from './exif-intrinsics.js';
import { lensTags } from './lens-tags.js';
import { sidecarOf } from './sidecar.js';

export type PictureIntrinsics =
  | {
      readonly kind: 'known';
      /** fx, fy, cx, cy in pixels of the upright picture. */
      readonly intrinsics: Intrinsics;
      /** As `intrinsics_source` of a scene has it: who writes a file beside a picture has calibrated its camera. */
      readonly source: 'truth' | 'exif';
    }
  /** Then the focal length of a point map is all there is (`solveFocalShift`). */
  | { readonly kind: 'unknown'; readonly cause: string };

/**
 * @param file of the picture @param size of it, upright
 * @throws Unreadable where a file beside it cannot be used: what was meant to be known is not replaced by a guess
 */
export async function pictureIntrinsics(file: string, size: Picture): Promise<PictureIntrinsics> {
  const sidecar = await sidecarOf(file, size);
  if (sidecar !== null) return { kind: 'known', intrinsics: sidecar.intrinsics, source: 'truth' };
  const tags = await lensTags(file);
  if (tags === null) return { kind: 'unknown', cause: 'no EXIF header' };
  const found = exifIntrinsics(tags, size);
  return found.kind === 'known' ? { ...found, source: 'exif' } : found;
}
