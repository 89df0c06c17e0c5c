/** A drawn scene, pixel by pixel at places that are known: a rendered room's masks, the horizon, depth in colours, the legend. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { depthColours, rampColour } from '../../runtime/draw/depth-colours.js';
import { gravityMarks, horizon } from '../../runtime/draw/gravity-marks.js';
import { legendHeight, legendLine } from '../../runtime/draw/legend.js';
import { maskLayer } from '../../runtime/draw/mask-layer.js';
import { sceneMarks, scenePicture } from '../../runtime/draw/scene-picture.js';
import { depthOf } from '../../runtime/draw/stored-scene.js';
import { helperColour } from '../../runtime/draw/things.js';
import { example, exampleObject } from '../facts/example-scene.js';
import { renderedRoom } from '../perceive/rendered-room.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-scene-picture-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A colour as red, green, blue. */
const rgb = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): readonly number[] => [...data.subarray(3 * (y * info.width + x)).subarray(0, 3)];
  return { at, width: info.width, height: info.height };
}

describe('a room that is drawn', () => {
  const room = renderedRoom(41, 1);
  const { scene, objects } = room.facts;
  const metres = Float32Array.from(room.map.valid, (_, at) => room.map.points[3 * at + 2] ?? Number.NaN);
  const drawn = {
    facts: { scene, objects: [] },
    picture: null,
    masks: [] as const,
    depth: { width: scene.width, height: scene.height, metres },
  };

  it('shows each mask in the colour of its thing: translucent inside, full at its rim', async () => {
    const masks = objects.map((row) => room.things.find(({ truth }) => truth === row)?.mask ?? null);
    // Boxes would lie over the masks: of these objects nothing else is known.
    const bare = objects.map((row) => ({ ...row, box2d: null, centre: null, size: null, rotation: null }));
    const facts = { scene: { ...scene, up: null }, objects: bare };
    const { at } = await pixelsOf(await scenePicture({ ...drawn, facts, masks, depth: null }));
    for (const [index, mask] of masks.entries()) {
      if (mask === null) continue;
      const { width } = mask;
      const isIn = (pixel: number): boolean => mask.pixels[pixel] === 1;
      const isInside = (pixel: number): boolean =>
        [pixel, pixel - 1, pixel + 1, pixel - width, pixel + width].every(isIn);
      const inside = mask.pixels.findIndex((_, pixel) => isInside(pixel));
      const rim = mask.pixels.findIndex((_, pixel) => isIn(pixel));
      const [colour, ground] = [rgb(helperColour(index)), 64];
      const mixed = colour.map((channel) => Math.round(ground + (80 / 255) * (channel - ground)));
      for (const [c, channel] of at(inside % width, Math.floor(inside / width)).entries())
        expect(Math.abs(channel - (mixed[c] ?? 0)), `${index}`).toBeLessThanOrEqual(1);
      expect(at(rim % width, Math.floor(rim / width))).toEqual(colour);
    }
  });

  it('has its depth below it, and a line for each thing below that', async () => {
    const { at, width, height } = await pixelsOf(await scenePicture({ ...drawn, facts: room.facts }));
    expect([width, height]).toEqual([640, 480 + 8 + 480 + 8 + legendHeight(objects.length)]);
    const { pixels } = depthColours(metres);
    const place = 200 * scene.width + 600;
    expect(at(600, 488 + 200)).toEqual([...pixels.subarray(3 * place, 3 * place + 3)]);
    // The swatch of the first thing: 6 px from the left, below the heading.
    expect(at(10, 976 + 6 + 19 + 6)).toEqual(rgb(helperColour(0)));
  });

  it('is drawn over its picture, which must be of its size', async () => {
    const picture = join(folder, 'small.png');
    await sharp({ create: { width: 64, height: 48, channels: 3, background: '#123456' } })
      .png()
      .toFile(picture);
    await expect(scenePicture({ ...drawn, picture })).rejects.toMatchObject({ code: 'SPQ504' });
    const facts = { scene: { ...scene, width: 64, height: 48, up: null }, objects: [] };
    const { at, width } = await pixelsOf(await scenePicture({ ...drawn, facts, picture, depth: null }));
    // Small pictures are shown 640 px wide.
    expect([width, ...at(320, 240)]).toEqual([640, 0x12, 0x34, 0x56]);
  });
});

describe('masks', () => {
  it('have no outline where the picture ends', () => {
    const mask = { width: 3, height: 2, pixels: Uint8Array.of(1, 1, 0, 1, 1, 0) };
    const layer = maskLayer([{ mask, colour: '#0a141e' }], 3, 2);
    const alpha = Array.from({ length: 6 }, (_, at) => layer[4 * at + 3]);
    expect(alpha).toEqual([80, 255, 0, 80, 255, 0]);
    expect([...layer.subarray(0, 3)]).toEqual([10, 20, 30]);
  });
});

describe('the way up', () => {
  const camera = [500, 500, 320, 240] as const;
  const size = { width: 640, height: 480 };

  it('is a horizon through the middle for a level camera, and higher for one that looks down', () => {
    expect(horizon([0, -1, 0], camera, size)).toEqual([
      [0, 240],
      [639, 240],
    ]);
    // Looking down by atan(0.2): up leans to the viewer, and level rays pass 500 * 0.2 px above the middle.
    const level = horizon([0, -1 / Math.hypot(1, 0.2), -0.2 / Math.hypot(1, 0.2)], camera, size);
    expect(level?.[0][1]).toBeCloseTo(140, 6);
    expect(level?.[1][1]).toBeCloseTo(140, 6);
  });

  it('tilts the horizon with the camera: rolled clockwise, what is level rises to the left', () => {
    // up = (sin 10, -cos 10, 0): rows differ by tan 10 degrees per column.
    const angle = (10 * Math.PI) / 180;
    const level = horizon([Math.sin(angle), -Math.cos(angle), 0], camera, size);
    expect(((level?.[1][1] ?? 0) - (level?.[0][1] ?? 0)) / 639).toBeCloseTo(Math.tan(angle), 6);
  });

  it('has no horizon where it is out of the picture, and an arrow up there, too', () => {
    const down = [0, -Math.SQRT1_2, -Math.SQRT1_2] as const;
    expect(horizon(down, camera, size)).toBeNull();
    const marks = gravityMarks(down, 'from_normals', camera, size);
    expect(marks.map(({ kind }) => kind)).toEqual(['arrow', 'label']);
    const arrow = marks.find(({ kind }) => kind === 'arrow');
    expect(arrow?.kind === 'arrow' && arrow.to[1] < arrow.from[1]).toBe(true);
  });

  it('is left out where it is unknown', () => {
    const { scene, objects } = example({ up: null }, [{ presence: 'possible', facing: null }]);
    expect(sceneMarks({ scene, objects }).map(({ kind }) => kind)).toEqual(['lines', 'box', 'label']);
    expect(sceneMarks({ scene, objects })).toContainEqual(expect.objectContaining({ kind: 'label', text: 'a?' }));
  });
});

describe('depth in colours', () => {
  it('grows darker with depth, by ratios, and is black where it is unknown', () => {
    const { pixels, range } = depthColours(Float32Array.of(1, 2, 4, Number.NaN, -1));
    expect(range).toEqual([1, 4]);
    expect([...pixels]).toEqual([...rampColour(0), ...rampColour(0.5), ...rampColour(1), 0, 0, 0, 0, 0, 0]);
    const lightness = Array.from({ length: 21 }, (_, step) => {
      const [red, green, blue] = rampColour(step / 20);
      return 0.3 * red + 0.59 * green + 0.11 * blue;
    });
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
  });

  it('of nothing is all black', () => {
    expect(depthColours(Float32Array.of(Number.NaN))).toEqual({ pixels: Buffer.alloc(3), range: null });
  });

  it('is read by the row of its file; a scene may have none', async () => {
    const values = Uint16Array.of(1000, 2500);
    const file = join(folder, 'depth.png');
    await sharp(values, { raw: { width: 2, height: 1, channels: 1 } })
      .toColourspace('grey16')
      .png()
      .toFile(file);
    const row = {
      role: 'depth',
      uri: 'depth.png',
      encoding: 'uint16',
      depthKind: 'z',
      scale: 0.001,
      width: 2,
      height: 1,
    } as const;
    expect(await depthOf([row], (uri) => join(folder, uri))).toEqual({
      width: 2,
      height: 1,
      metres: Float32Array.of(1, 2.5),
    });
    expect(await depthOf([], (uri) => uri)).toBeNull();
  });
});

describe('the legend', () => {
  it('says what is known of a thing, and what is not', () => {
    expect(legendLine({ ...exampleObject, centre: [3, 0, 4] })).toBe(
      'a: chair, 1.00 x 1.00 x 1.00 m at 5.00 m, seen 75 %, faces',
    );
    const vague = { size: null, presence: 'possible', visibility: null, truncation: null, facing: null } as const;
    expect(legendLine({ ...exampleObject, ...vague })).toBe(
      'a: chair, possible, no 3D box, seen: unknown, cut off: unknown',
    );
  });
});
