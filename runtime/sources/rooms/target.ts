/**
 * A part as the renderer knows it, with all that a pixel which shows it asks for; and which parts each tile may show.
 */

import type { Body, Solid } from './body.js';
import { pictureHeight, pictureWidth } from './camera.js';
import type { Scene } from './facts.js';
import { hashUnit } from './random.js';
import { colourOf, type Tint, woodOf } from './texture.js';

export interface Target {
  readonly body: Body;
  readonly solid: Solid;
  /** Position in the list of objects plus 1; 0 for what is not listed. */
  readonly instance: number;
  /** Tells apart all parts of a scene; from 1. */
  readonly number: number;
  /** The thing's own colour, and the wood it is made of. */
  readonly main: Tint;
  readonly wood: Tint;
  /** Which thing: its grain differs from its neighbour's. */
  readonly salt: number;
}

/** Side of a tile in pixels; it divides both sides of the picture. */
export const tileSide = 16;
export const tileColumns = pictureWidth / tileSide;
const tileRows = pictureHeight / tileSide;

/** For each tile, row by row, the parts that reach into it, those of the nearest body first. */
export function targetsByTile(scene: Scene): readonly (readonly Target[])[] {
  const { focal, centreU, centreV } = scene.room.camera;
  const tiles: Target[][] = Array.from({ length: tileColumns * tileRows }, () => []);
  for (const target of targetsOf(scene)) {
    const { left, top, right, bottom } = target.solid;
    // One pixel wider, for rays beside the centres of pixels.
    const first = Math.max(0, Math.floor((left * focal + centreU - 1) / tileSide));
    const last = Math.min(tileColumns - 1, Math.floor((right * focal + centreU + 1) / tileSide));
    const highest = Math.max(0, Math.floor((top * focal + centreV - 1) / tileSide));
    const lowest = Math.min(tileRows - 1, Math.floor((bottom * focal + centreV + 1) / tileSide));
    for (let row = highest; row <= lowest; row++) {
      for (let column = first; column <= last; column++) tiles[row * tileColumns + column]?.push(target);
    }
  }
  return tiles;
}

function targetsOf({ room, outlines, listed }: Scene): readonly Target[] {
  const firstHue = hashUnit(room.seed, room.index, 11);
  const golden = (Math.sqrt(5) - 1) / 2;
  const instances = new Map(listed.map(({ body }, k) => [body, k + 1]));
  let number = 0;
  return outlines
    .map(({ body }, k) => {
      const salt = Math.round(body.thing.width * 100);
      // Hues a golden section of the circle apart stay apart however many there are.
      const main = colourOf((firstHue + k * golden) % 1, 0.6, 0.3 + 0.25 * (k % 3));
      return { body, salt, main, wood: woodOf(salt), instance: instances.get(body) ?? 0 };
    })
    .sort((a, b) => a.body.nearest - b.body.nearest)
    .flatMap((whole) => whole.body.solids.map((solid) => ({ ...whole, solid, number: ++number })));
}
