/** Pixels to lay out by hand: seen where their points are. */
import type { PixelRow, Vector3 } from '../../runtime/facts/rows.js';
import { pixel } from '../reference/scene-builder.js';
import { seenAt } from './room.js';

export function pixelAt(id: string, point: Vector3): PixelRow {
  const [u, v] = seenAt(point).map(Math.round);
  return pixel(id, u ?? 0, v ?? 0, point);
}

/** Called p, q, r, s, in their order. */
export const pixels = (...points: readonly Vector3[]) => ({
  pixels: points.map((point, i) => pixelAt('pqrs'.charAt(i), point)),
});

/** Sixty of them, ten to a row, with the ids `00p` to `59p`. */
export const pixelGrid = (place: (row: number, column: number) => Vector3) => ({
  pixels: Array.from({ length: 60 }, (_, i) =>
    pixelAt(`${Math.floor(i / 10)}${i % 10}p`, place(Math.floor(i / 10), i % 10)),
  ),
});
