/**
 * Reads a calib file. The pictures are those of camera 2, whose matrix is
 * P2 = K · [I | t]: `t`, about 6 cm, takes points from the rectified frame of camera 0 into that camera.
 */
import type { Vector3 } from '../../facts/rows.js';
import type { Intrinsics } from '../../geometry/projection.js';
import { brokenLine, Unreadable } from '../unreadable.js';

export interface Calibration {
  readonly intrinsics: Intrinsics;
  /** Metres: camera 2 = rectified camera 0 + offset. */
  readonly offset: Vector3;
}

/**
 * @param file named in messages
 * @throws Unreadable SPQ502 where P2 is missing, incomplete or no camera matrix
 */
export function parseCalibration(text: string, file: string): Calibration {
  const lines = text.split('\n').map((content) => content.trim());
  const index = lines.findIndex((content) => /^P2\s*:/.test(content));
  const line = lines[index];
  if (line === undefined) throw new Unreadable('SPQ502', `${file}: no line begins with \`P2:\`.`);
  const values = line
    .replace(/^P2\s*:/, '')
    .trim()
    .split(/\s+/)
    .map(Number);
  const [fx, skew, cx, p14, zero, fy, cy, p24, zeroX, zeroY, one, p34] = values;
  if (values.length !== 12 || !values.every(Number.isFinite))
    throw brokenLine(file, index + 1, 'P2 must have 12 numbers');
  if (fx === undefined || fy === undefined || cx === undefined || cy === undefined) return notPinhole(file, index);
  if (p14 === undefined || p24 === undefined || p34 === undefined) return notPinhole(file, index);
  const pinhole = skew === 0 && zero === 0 && zeroX === 0 && zeroY === 0 && one === 1;
  if (!pinhole || fx <= 0 || fy <= 0) return notPinhole(file, index);
  // K · t = fourth column, solved from below.
  return { intrinsics: [fx, fy, cx, cy], offset: [(p14 - cx * p34) / fx, (p24 - cy * p34) / fy, p34] };
}

function notPinhole(file: string, index: number): never {
  throw brokenLine(file, index + 1, 'P2 is no camera matrix: rows must be fx 0 cx ·, 0 fy cy ·, 0 0 1 ·');
}
