/** What is drawn over pictures: places by hand, labels that cannot break out of the SVG, and the pixels of a composed PNG. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { drawn, viewsOf } from '../../runtime/draw/compose.js';
import type { Mark, View } from '../../runtime/draw/mark.js';
import { textPath, textWidth } from '../../runtime/draw/stroke-font.js';
import { overlay } from '../../runtime/draw/svg.js';
import { type Drawable, extentOf, marksOf } from '../../runtime/draw/things.js';
import { projectedEdges, projectedLine } from '../../runtime/geometry/projection.js';

const camera = [500, 500, 320, 240] as const;
const aligned = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

const cube: Drawable = {
  label: 'a cube',
  box2d: [260, 180, 380, 300],
  centre: [0, 0, 4.5],
  size: [1, 1, 1],
  rotation: aligned,
  facing: null,
  at: null,
  colour: null,
};

describe('boxes in space', () => {
  it('are projected edge by edge', () => {
    const edges = projectedEdges(camera, { centre: [0, 0, 4.5], size: [1, 1, 1], rotation: aligned });
    expect(edges).toHaveLength(12);
    // The near face, z = 4 m: 0.5 m are 62.5 px; the far one, z = 5 m: 50 px.
    const us = [...new Set(edges.flat().map(([u]) => u))].toSorted((a, b) => a - b);
    expect(us).toEqual([257.5, 270, 370, 382.5]);
    expect(edges).toContainEqual([
      [257.5, 177.5],
      [382.5, 177.5],
    ]);
    expect(edges).toContainEqual([
      [257.5, 177.5],
      [270, 190],
    ]);
  });

  it('end at the near plane where they reach behind the camera', () => {
    // From z = 1 m to z = -1 m at x = 1 m: the line ends at z = 0.05 m, u = 500 / 0.05 + 320.
    const line = projectedLine(camera, [1, 0, 1], [1, 0, -1]);
    expect(line?.[0]).toEqual([820, 240]);
    expect(line?.[1][0]).toBeCloseTo(10_320, 6);
    expect(projectedLine(camera, [1, 0, -1], [0, 0, 0])).toBeNull();
  });

  it('have an arrow a quarter of a metre beyond their front', () => {
    const marks = marksOf([{ ...cube, facing: [1, 0, 0] }], camera);
    // From the centre at z = 4.5 m to 0.5 + 0.25 m to the right: 320 px and 320 + 500 * 0.75 / 4.5 px.
    const arrow = marks.find((m) => m.kind === 'arrow');
    expect(arrow).toMatchObject({ from: [320, 240], to: [expect.closeTo(403.333, 3), 240] });
  });

  it('are left out where nothing is known of them', () => {
    expect(marksOf([{ ...cube, box2d: null, centre: null }], camera)).toEqual([]);
    expect(marksOf([cube], null).map(({ kind }) => kind)).toEqual(['box', 'label']);
  });
});

describe('the colour of a box', () => {
  it('is the one that the question speaks of, and thick', () => {
    const [box] = marksOf([{ ...cube, colour: 'red' }], null);
    expect(box).toMatchObject({ kind: 'box', stroke: { colour: '#e6261f', width: 4 } });
    const [other] = marksOf([cube], null);
    expect(other).toMatchObject({ stroke: { width: 1.25 } });
  });
});

describe('an overlay', () => {
  const view: View = { left: 100, top: 50, width: 200, height: 100, scale: 3 };
  const stroke = { colour: '#ff0000', width: 2, dashed: false } as const;

  it('puts the centre of a pixel into its middle, scaled', () => {
    const svg = overlay([{ kind: 'box', bounds: [110, 60, 120, 80], stroke }], view);
    // (110 + 0.5 - 100) * 3 = 31.5, (60 + 0.5 - 50) * 3 = 31.5, (120.5 - 100) * 3 = 61.5, (80.5 - 50) * 3 = 91.5
    expect(svg).toContain('M31.5 31.5H61.5V91.5H31.5Z');
    expect(svg).toContain('width="600" height="300"');
  });

  it('has no text that could be markup', () => {
    const text = '"/><script>alert(1)</script>&amp;';
    const svg = overlay([{ kind: 'label', at: [150, 80], text, colour: '#123456' }], view);
    expect(svg).not.toMatch(/script|alert|amp/);
    expect(svg.match(/<(\w+)/g)?.toSorted()).toEqual(['<path', '<rect', '<svg']);
  });

  it('keeps labels inside and apart', () => {
    const label = (text: string): Mark => ({ kind: 'label', at: [299, 50], text, colour: '#123456' });
    const svg = overlay([label('first'), label('second'), label('third')], view);
    const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((m) =>
      m.slice(1).map(Number),
    );
    expect(boxes).toHaveLength(3);
    for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
      expect(x + width).toBeLessThanOrEqual(600);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(300);
    }
    const ys = boxes.map(([, y]) => y);
    expect(new Set(ys).size).toBe(3);
  });
});

describe('letters', () => {
  it('are as wide as they say', () => {
    // l: 1 unit wide and 1.6 to the next; o: 3 units; 8 px for 8 units.
    expect(textWidth('l', 8)).toBe(1);
    expect(textWidth('lo', 8)).toBe(1 + 1.6 + 3);
    expect(textPath('l', 10, 20, 8)).toBe('M10 20L10 25L11 26');
  });

  it('are there for all that ids and nouns are made of; else a box stands for them', () => {
    const box = textPath('\u4e2d', 0, 0, 8);
    const plain = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:/()'];
    expect(plain.filter((c) => textPath(c, 0, 0, 8) === box || textPath(c, 0, 0, 8) === '')).toEqual([]);
    const numbers = plain.flatMap((c) => textPath(c, 0, 0, 8).match(/-?[\d.]+/g) ?? []).map(Number);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(8);
  });
});

describe('a composed picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spq-draw-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'grey.png');
  const grey = { width: 800, height: 600, channels: 3, background: '#808080' } as const;

  it('shows the whole, and what is small once more', async () => {
    await sharp({ create: grey }).png().toFile(path);
    const marks = marksOf([{ ...cube, box2d: [400, 300, 440, 320], centre: null, colour: 'red' }], null);
    expect(extentOf(marks)).toEqual([400, 300, 440, 320]);
    const [whole, part] = viewsOf({ width: 800, height: 600 }, marks);
    expect(whole).toEqual({ left: 0, top: 0, width: 800, height: 600, scale: 1 });
    // Half of 96 px around (420, 310); 600 px high, since that is less than 800 px wide.
    expect(part).toEqual({ left: 372, top: 262, width: 96, height: 96, scale: 6.25 });
    const png = await drawn({ path, width: 800, height: 600 }, marks);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([800, 600 + 8 + 600]);
    const at = (x: number, y: number): readonly number[] => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    expect(at(400, 310)).toEqual([0xe6, 0x26, 0x1f]);
    expect(at(420, 310)).toEqual([0x80, 0x80, 0x80]);
    // In the part the left side lies at (400.5 - 372) * 6.25 = 178 px.
    expect(at(178, 608 + 300)).toEqual([0xe6, 0x26, 0x1f]);
    expect(at(700, 604)).toEqual([0x20, 0x20, 0x20]);
  });

  it('is refused where the file is another picture', async () => {
    await sharp({ create: grey }).png().toFile(path);
    await expect(drawn({ path, width: 640, height: 480 }, [])).rejects.toThrow(/is 800 x 600, and not 640 x 480/);
  });
});
