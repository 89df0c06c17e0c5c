/** A picture with marks over it, as PNG: the whole of it and, where what is marked is small, that part again, enlarged. */
import sharp from 'sharp';
import type { Bounds } from '../geometry/projection.js';
import type { Mark, View } from './mark.js';
import { overlay } from './svg.js';
import { extentOf } from './things.js';

export interface Picture {
  readonly path: string;
  /** Pixels, after EXIF rotation. */
  readonly width: number;
  readonly height: number;
}

/** Pictures are shown about so wide. */
const narrowest = 640;
const widest = 1280;
/** What can be shown so many times as large is shown again. */
const enlarged = 2;
/** Around what is marked, as a share of it; and at least so many pixels of the picture. */
const surroundings = 0.6;
const leastPart = 96;
const ground = '#202020';
const seam = 8;

/**
 * @returns PNG
 * @throws Error where the file is missing, no picture, or of another size
 */
export async function drawn(picture: Picture, marks: readonly Mark[]): Promise<Buffer> {
  const { data: pixels, ...size } = await uprightPixels(picture);
  const views = viewsOf(picture, marks);
  const panels = views.map(async (view, i) => {
    // What is shown again is large enough for wireframes; in the whole picture they would hide it.
    const shown = i + 1 < views.length ? marks.filter(({ kind }) => kind !== 'lines' && kind !== 'arrow') : marks;
    const { data } = await sharp(pixels, { raw: size })
      .extract({ left: view.left, top: view.top, width: view.width, height: view.height })
      .resize(Math.round(view.width * view.scale), Math.round(view.height * view.scale))
      .composite([{ input: Buffer.from(overlay(shown, view)), top: 0, left: 0 }])
      .png()
      .toBuffer({ resolveWithObject: true });
    return { data, width: Math.round(view.width * view.scale), height: Math.round(view.height * view.scale) };
  });
  return await stacked(await Promise.all(panels));
}

export interface Pixels {
  /** [height · width · channels]. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** @throws Error where the file is missing, no picture, or of another size */
export async function uprightPixels(picture: Picture): Promise<Pixels> {
  const { data, info } = await sharp(picture.path)
    .rotate()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (width !== picture.width || height !== picture.height)
    throw new Error(`${picture.path} is ${width} x ${height}, and not ${picture.width} x ${picture.height}`);
  return { data, width, height, channels };
}

export interface Panel {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** One below the other, as PNG. */
export async function stacked(panels: readonly Panel[]): Promise<Buffer> {
  const [first, second] = panels;
  if (first && !second) return first.data;
  const width = Math.max(...panels.map((p) => p.width));
  const height = panels.reduce((sum, p) => sum + p.height + seam, -seam);
  let top = 0;
  const placed = panels.map((panel) => {
    const at = { input: panel.data, left: 0, top };
    top += panel.height + seam;
    return at;
  });
  return await sharp({ create: { width, height, channels: 3, background: ground } })
    .composite(placed)
    .png()
    .toBuffer();
}

/** The whole picture; then the part that is marked, where it is small. */
export function viewsOf({ width, height }: Pick<Picture, 'width' | 'height'>, marks: readonly Mark[]): readonly View[] {
  const whole = wholeView({ width, height });
  const extent = extentOf(marks);
  const part = extent && partAround(extent, width, height);
  if (!part) return [whole];
  const times = Math.min(width / part.width, height / part.height);
  return times < enlarged ? [whole] : [whole, { ...part, scale: times * whole.scale }];
}

export function wholeView({ width, height }: Pick<Picture, 'width' | 'height'>): View {
  return { left: 0, top: 0, width, height, scale: Math.min(widest, Math.max(narrowest, width)) / width };
}

function partAround([x1, y1, x2, y2]: Bounds, width: number, height: number): Omit<View, 'scale'> {
  const [left, wide] = along(x1, x2, width);
  const [top, tall] = along(y1, y2, height);
  return { left, top, width: wide, height: tall };
}

function along(from: number, to: number, size: number): readonly [start: number, length: number] {
  const half = Math.max(((to - from) / 2) * (1 + surroundings), leastPart / 2);
  const start = Math.max(0, Math.floor((from + to) / 2 - half));
  const end = Math.min(size, Math.ceil((from + to) / 2 + half));
  return [start, Math.max(1, end - start)];
}
