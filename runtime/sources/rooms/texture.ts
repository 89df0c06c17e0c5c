/**
 * Colours of surfaces: procedural, from hashes and square roots alone, so that a picture has the same pixels anywhere.
 */

import { hashUnit } from './random.js';
import type { Finish } from './shape.js';

/** Linear red, green and blue, 0..1; the renderer overwrites one of these per pixel. */
export interface Colour {
  r: number;
  g: number;
  b: number;
}

export type Tint = Readonly<Colour>;

/** A colour by hue, saturation and value, all 0..1. */
export function colourOf(hue: number, saturation: number, value: number): Tint {
  const channel = (shift: number): number => {
    const k = (shift + hue * 6) % 6;
    return value * (1 - saturation * Math.max(0, Math.min(1, k, 4 - k)));
  };
  return { r: channel(5), g: channel(3), b: channel(1) };
}

const woods: readonly [Tint, ...Tint[]] = [
  { r: 0.42, g: 0.24, b: 0.11 },
  { r: 0.55, g: 0.36, b: 0.18 },
  { r: 0.24, g: 0.13, b: 0.07 },
  { r: 0.62, g: 0.47, b: 0.29 },
];

/** The wood of the k-th thing. */
export function woodOf(k: number): Tint {
  return woods[k % woods.length] ?? woods[0];
}

function set(out: Colour, tint: Tint, gain: number): void {
  out.r = tint.r * gain;
  out.g = tint.g * gain;
  out.b = tint.b * gain;
}

/** Noise on a raster of `scale` cells per metre, smooth between its corners; 0..1. */
function smoothNoise(x: number, y: number, scale: number, salt: number): number {
  const u = x * scale;
  const v = y * scale;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const s = u - i;
  const t = v - j;
  const low = hashUnit(i, j, salt) * (1 - s) + hashUnit(i + 1, j, salt) * s;
  const high = hashUnit(i, j + 1, salt) * (1 - s) + hashUnit(i + 1, j + 1, salt) * s;
  return low * (1 - t) + high * t;
}

/** Planks, tiles or carpet. */
export function floorColour(out: Colour, x: number, y: number, style: number, tint: Tint): void {
  if (style === 0) {
    const plank = Math.floor(y / 0.14);
    const along = x + hashUnit(plank, 3, 7) * 1.2;
    const board = Math.floor(along / 1.2);
    const seam = y / 0.14 - plank < 0.03 || along / 1.2 - board < 0.004 ? 0.6 : 1;
    set(out, tint, seam * (0.8 + 0.25 * hashUnit(plank, board, 1) + 0.15 * smoothNoise(along * 0.2, y, 60, 2)));
  } else if (style === 1) {
    const i = Math.floor(x / 0.4);
    const j = Math.floor(y / 0.4);
    const joint = x / 0.4 - i < 0.02 || y / 0.4 - j < 0.02;
    set(out, tint, joint ? 0.55 : (i + j) % 2 === 0 ? 1.05 : 0.85);
  } else {
    set(out, tint, 0.8 + 0.2 * smoothNoise(x, y, 90, 5) + 0.15 * smoothNoise(x, y, 6, 6));
  }
}

/** Paint with a skirting board, plain or striped. */
export function wallColour(out: Colour, along: number, z: number, style: number, tint: Tint): void {
  if (z < 0.09) set(out, { r: 0.8, g: 0.78, b: 0.74 }, z > 0.082 ? 0.6 : 1);
  else if (style === 1) set(out, tint, Math.floor(along / 0.22) % 2 === 0 ? 1 : 0.9);
  else set(out, tint, 0.95 + 0.06 * smoothNoise(along, z, 5, 9));
}

/**
 * The colour of a thing's part at the point (x, y, z) of the thing's own frame.
 *
 * @param main  the thing's own colour
 * @param wood  the wood it is made of
 * @param salt  which thing: its grain differs from its neighbour's
 */
export function finishColour(
  out: Colour,
  finish: Finish,
  x: number,
  y: number,
  z: number,
  main: Tint,
  wood: Tint,
  salt: number,
): void {
  switch (finish) {
    case 'main':
      set(out, main, 0.9 + 0.2 * smoothNoise(x + z, y + z, 120, salt));
      break;
    case 'second':
      set(out, main, 0.62 + 0.1 * smoothNoise(x + z, y + z, 120, salt));
      break;
    case 'wood':
      set(out, wood, 0.75 + 0.5 * smoothNoise(x * 0.12 + z * 0.1, y + z, 70, salt));
      break;
    case 'metal':
      set(out, { r: 0.5, g: 0.51, b: 0.53 }, 1);
      break;
    case 'dark':
      set(out, { r: 0.035, g: 0.035, b: 0.04 }, 1);
      break;
    case 'light':
      set(out, { r: 0.8, g: 0.79, b: 0.75 }, 1);
      break;
    case 'leaf':
      set(out, { r: 0.1, g: 0.34, b: 0.08 }, 0.35 + 1.1 * smoothNoise(x + 0.7 * z, y - 0.6 * z, 28, salt));
      break;
    case 'books':
      bookColour(out, x, z, salt);
      break;
    case 'screen':
      set(out, { r: 0.05, g: 0.09, b: 0.16 }, 0.5 + 1.2 * smoothNoise(x, z, 3, salt));
      break;
    case 'glow':
      set(out, { r: 1, g: 0.86, b: 0.6 }, 1.3);
      break;
  }
}

/** Upright spines, 3 cm each, in a colour by place and shelf. */
function bookColour(out: Colour, x: number, z: number, salt: number): void {
  const spine = Math.floor((x + 8) / 0.032);
  const shelf = Math.floor(z / 0.3);
  const gap = (x + 8) / 0.032 - spine < 0.08 ? 0.3 : 1;
  set(out, colourOf(hashUnit(spine, shelf, salt), 0.55, 0.2 + 0.5 * hashUnit(shelf, spine, salt)), gap);
}
