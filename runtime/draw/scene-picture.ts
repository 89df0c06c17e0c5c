/**
 * A scene with everything that is known of it, as PNG: its picture with masks, 2D and 3D boxes, facings and the way up; its
 * depth, if it is wanted; and a legend. Rows of facts in, a picture out: where they come from does not matter.
 */
import sharp from 'sharp';
import { RunError } from '../errors.js';
import type { ObjectRow, SceneFacts } from '../facts/rows.js';
import { type InstanceMask, resizedMask } from '../perceive/instance-mask.js';
import { type Panel, type Picture, type Pixels, stacked, uprightPixels, wholeView } from './compose.js';
import { depthColours } from './depth-colours.js';
import { gravityMarks } from './gravity-marks.js';
import { legendHeight, legendSvg } from './legend.js';
import type { Mark, View } from './mark.js';
import { maskLayer } from './mask-layer.js';
import { overlay } from './svg.js';
import { type Drawable, helperColour, marksOf } from './things.js';

export interface DepthPanel {
  readonly width: number;
  readonly height: number;
  /** [height · width], metres; NaN where unknown. */
  readonly metres: Float32Array;
}

export interface DrawnScene {
  readonly facts: Pick<SceneFacts, 'scene' | 'objects'>;
  /** Path of the picture; null: marks stand on a plain ground. */
  readonly picture: string | null;
  /** Beside `facts.objects`, position by position; null where a thing has none. */
  readonly masks: readonly (InstanceMask | null)[];
  /** Null: no panel for it. */
  readonly depth: DepthPanel | null;
}

const GROUND = { r: 64, g: 64, b: 64 };

/** @throws RunError SPQ504 where the picture cannot be read, or has another size than the scene states */
export async function scenePicture(drawn: DrawnScene): Promise<Buffer> {
  const { scene, objects } = drawn.facts;
  const view = wholeView(scene);
  const panels = [await markedPanel(drawn, view), await legendPanel(scene.sceneId, objects, view)];
  if (drawn.depth !== null) panels.splice(1, 0, await depthPanel(drawn.depth, view));
  return await stacked(panels);
}

/** Pixels of the panel: those of the picture at the scale of the view. */
const sizeOf = ({ width, height, scale }: View): { readonly width: number; readonly height: number } => ({
  width: Math.round(width * scale),
  height: Math.round(height * scale),
});

async function markedPanel({ facts, picture, masks }: DrawnScene, view: View): Promise<Panel> {
  const { width, height } = facts.scene;
  const size = sizeOf(view);
  const layer = maskLayer(
    masks.flatMap((mask, at) =>
      mask === null ? [] : [{ mask: resizedMask(mask, width, height), colour: helperColour(at) }],
    ),
    width,
    height,
  );
  const raw = { raw: { width, height, channels: 4 } } as const;
  const masked = await sharp(layer, raw).resize(size.width, size.height).png().toBuffer();
  const ground =
    picture === null
      ? sharp({ create: { ...size, channels: 3, background: GROUND } })
      : sharp(...rawOf(await readable({ path: picture, width, height }))).resize(size.width, size.height);
  const data = await ground
    .composite([{ input: masked }, { input: Buffer.from(overlay(sceneMarks(facts), view)) }])
    .png()
    .toBuffer();
  return { data, ...size };
}

async function readable(picture: Picture): Promise<Pixels> {
  try {
    return await uprightPixels(picture);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RunError('SPQ504', `The picture of the scene cannot be used: ${why}.`);
  }
}

const rawOf = ({ data, ...raw }: Pixels) => [data, { raw }] as const;

/** Boxes, wireframes, facings, names, and the way up. */
export function sceneMarks({ scene, objects }: Pick<SceneFacts, 'scene' | 'objects'>): readonly Mark[] {
  const things = marksOf(objects.map(drawable), scene.intrinsics);
  if (scene.up === null || scene.intrinsics === null) return things;
  return [...things, ...gravityMarks(scene.up, scene.upSource, scene.intrinsics, scene)];
}

/** What is possible only has a question mark. */
const drawable = (row: ObjectRow): Drawable => ({
  label: row.presence === 'possible' ? `${row.objectId}?` : row.objectId,
  box2d: row.box2d,
  centre: row.centre,
  size: row.size,
  rotation: row.rotation,
  facing: row.facing,
  at: null,
  colour: null,
});

async function depthPanel({ width, height, metres }: DepthPanel, view: View): Promise<Panel> {
  const size = sizeOf(view);
  const { pixels, range } = depthColours(metres);
  const text =
    range === null ? 'depth: unknown' : `depth: ${range[0].toFixed(2)} m light to ${range[1].toFixed(2)} m dark`;
  const name: Mark = { kind: 'label', at: [0, 0], text, colour: '#202020' };
  // Never between two depths: no colour that stands for neither.
  const data = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { kernel: 'nearest', fit: 'fill' })
    .composite([{ input: Buffer.from(overlay([name], view)) }])
    .png()
    .toBuffer();
  return { data, ...size };
}

async function legendPanel(sceneId: string, objects: readonly ObjectRow[], view: View): Promise<Panel> {
  const { width } = sizeOf(view);
  const count = `${objects.length} ${objects.length === 1 ? 'thing' : 'things'}`;
  const data = await sharp(Buffer.from(legendSvg(`${sceneId}: ${count}`, objects, width)))
    .png()
    .toBuffer();
  return { data, width, height: legendHeight(objects.length) };
}
