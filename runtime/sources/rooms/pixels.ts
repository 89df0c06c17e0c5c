/**
 * Samples the point map of a room: exact points under whole pixels, away from depth edges.
 */

import type { PixelRow } from '../../facts/rows.js';
import { pictureHeight, pictureWidth } from './camera.js';
import { castBody, castRoom } from './cast.js';
import type { Scene } from './facts.js';
import { hashUnit } from './random.js';

const columns = 8;
const rows = 8;
const triesPerCell = 4;
/** A depth step of more than this share within this many pixels is an edge. */
const edgeShare = 0.04;
const edgeReach = 3;

/** Up to one pixel per cell of an 8 x 8 raster, at a place that hashes (seed, index, cell) alone. */
export function samplePixels(scene: Scene): readonly PixelRow[] {
  const pixels: PixelRow[] = [];
  for (let cell = 0; cell < columns * rows; cell++) {
    const pixel = sampleCell(scene, cell);
    if (pixel !== null) pixels.push(pixel);
  }
  return pixels;
}

function sampleCell(scene: Scene, cell: number): PixelRow | null {
  const { room } = scene;
  const { focal, centreU, centreV } = room.camera;
  const cellWidth = pictureWidth / columns;
  const cellHeight = pictureHeight / rows;
  for (let tried = 0; tried < triesPerCell; tried++) {
    const salt = (cell * triesPerCell + tried) * 2;
    const u = Math.floor(((cell % columns) + hashUnit(room.seed, room.index, salt)) * cellWidth);
    const v = Math.floor((Math.floor(cell / columns) + hashUnit(room.seed, room.index, salt + 1)) * cellHeight);
    const depth = depthAt(scene, u, v);
    if (isNearEdge(scene, u, v, depth)) continue;
    const point = [((u - centreU) / focal) * depth, ((v - centreV) / focal) * depth, depth] as const;
    return { pixelId: `${fourDigits(u)}x${fourDigits(v)}`, u, v, point };
  }
  return null;
}

/** The depth z in metres of what the pixel (u, v) shows. */
export function depthAt({ room, outlines }: Scene, u: number, v: number): number {
  const { camera } = room;
  const x = (u - camera.centreU) / camera.focal;
  const y = (v - camera.centreV) / camera.focal;
  let depth = castRoom(room, camera, x, y);
  for (const { body, bounds } of outlines) {
    if (body.nearest >= depth || x < bounds.left || x > bounds.right || y < bounds.top || y > bounds.bottom) continue;
    depth = Math.min(depth, castBody(body, x, y));
  }
  return depth;
}

function isNearEdge(scene: Scene, u: number, v: number, depth: number): boolean {
  for (let du = -edgeReach; du <= edgeReach; du += edgeReach) {
    for (let dv = -edgeReach; dv <= edgeReach; dv += edgeReach) {
      const inPicture = u + du >= 0 && u + du < pictureWidth && v + dv >= 0 && v + dv < pictureHeight;
      if (inPicture && Math.abs(depthAt(scene, u + du, v + dv) - depth) > edgeShare * depth) return true;
    }
  }
  return false;
}

function fourDigits(value: number): string {
  return String(value).padStart(4, '0');
}
