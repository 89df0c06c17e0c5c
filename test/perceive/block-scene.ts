/** Blocks on a floor before a wall, as a level camera sees them: exact depth, and the mask of the first. */
import type { InstanceMask } from '../../runtime/perceive/instance-mask.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';
import { mapOf } from './point-map-of.js';

export const view = { width: 320, height: 240, focal: 260 };
/** Of the eye above the floor, metres. */
export const EYE = 1.5;
export const WALL = 6;

export interface Block {
  /** Least and greatest x, height above the floor, and z. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly z: readonly [number, number];
}

/** Where the ray (x, y, 1) enters a block, by slabs. */
function enter({ x, y, z }: Block, rx: number, ry: number): number {
  const slabs = [
    [x[0] / rx, x[1] / rx],
    [(EYE - y[1]) / ry, (EYE - y[0]) / ry],
    [z[0], z[1]],
  ];
  const first = Math.max(...slabs.map((slab) => Math.min(...slab)));
  const last = Math.min(...slabs.map((slab) => Math.max(...slab)));
  return first < last && first > 0 ? first : Number.POSITIVE_INFINITY;
}

/** The first block is the thing; its mask is what is seen of it. */
export function scene(blocks: readonly Block[]): { readonly map: PointMap; readonly mask: InstanceMask } {
  const pixels = new Uint8Array(view.width * view.height);
  const map = mapOf(view, (x, y, u, v) => {
    const depths = blocks.map((block) => enter(block, x, y));
    const nearest = Math.min(...depths);
    const behind = Math.min(WALL, y > 0 ? EYE / y : WALL);
    if (depths[0] === nearest && nearest < behind) pixels[v * view.width + u] = 1;
    return Math.min(nearest, behind);
  });
  return { map, mask: { width: view.width, height: view.height, pixels } };
}

/** On the floor, 0.8 x 0.6 x 0.6 m. */
export const crate: Block = { x: [-0.3, 0.5], y: [0, 0.6], z: [3.6, 4.2] };
