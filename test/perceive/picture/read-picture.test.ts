/** Pictures of every kind, made here: each is read as what it shows, or told with its cause. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { MAX_PIXELS, type RgbPicture, readPicture } from '../../../runtime/perceive/picture/read-picture.js';
import { black, blue, painted, red, white } from '../painted.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 64 x 32: red on the left, blue on the right; large flat areas, since JPEG blurs. */
const picture = painted(64, 32, red, [{ left: 32, top: 0, right: 64, bottom: 32, colour: blue }]);
const source = ({ width, height, pixels }: RgbPicture = picture): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

async function kept(name: string, made: Sharp): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await made.toBuffer());
  return file;
}

async function read(file: string): Promise<RgbPicture> {
  const found = await readPicture(file);
  if (found.kind !== 'picture') throw new Error(found.message);
  return found.picture;
}

async function refusal(file: string): Promise<readonly string[]> {
  const found = await readPicture(file);
  return found.kind === 'picture' ? ['it was read'] : [found.code, found.message.replace(folder, '')];
}

const colourAt = ({ width, pixels }: RgbPicture, x: number, y: number): number[] => [
  ...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];
const near = (colour: readonly number[], by: number): unknown[] =>
  colour.map((value) => expect.closeTo(value, -Math.log10(2 * by)));

describe('a picture that is read', () => {
  it('has the pixels of its file, and the hash of its bytes', async () => {
    const file = await kept('plain.png', source().png());
    const found = await readPicture(file);
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(found).toEqual({ kind: 'picture', sha256, picture: { ...picture, pixels: Buffer.from(picture.pixels) } });
  });

  it('stands upright, whatever way its camera was held', async () => {
    // Orientation 6: the picture is shown after a quarter turn clockwise, so what was left is on top.
    const turned = await read(
      await kept('turned.jpg', source().withMetadata({ orientation: 6 }).jpeg({ quality: 100 })),
    );
    expect([turned.width, turned.height]).toEqual([32, 64]);
    expect(colourAt(turned, 16, 4)).toEqual(near(red, 10));
    expect(colourAt(turned, 16, 60)).toEqual(near(blue, 10));
  });

  it('is sRGB where the file is CMYK', async () => {
    const file = await kept(
      'print.jpg',
      source(painted(16, 16, white))
        .toColourspace('cmyk')
        .jpeg({ quality: 100 }),
    );
    expect((await sharp(file).metadata()).space).toBe('cmyk');
    const shown = await read(file);
    expect(shown.pixels.length).toBe(16 * 16 * 3);
    expect(colourAt(shown, 8, 8)).toEqual(near(white, 10));
  });

  it('has 8 bits where the file has 16', async () => {
    const deep = new Uint16Array(16 * 16 * 3).fill(0x80ff);
    const file = await kept(
      'deep.png',
      sharp(deep, { raw: { width: 16, height: 16, channels: 3 } })
        .toColourspace('rgb16')
        .png(),
    );
    expect((await sharp(file).metadata()).depth).toBe('ushort');
    expect(colourAt(await read(file), 3, 3)).toEqual(near([128, 128, 128], 2));
  });

  it('has three channels where the file has one', async () => {
    const grey = await kept(
      'grey.jpg',
      source(painted(16, 16, [90, 90, 90]))
        .toColourspace('b-w')
        .jpeg({ quality: 100 }),
    );
    expect((await sharp(grey).metadata()).channels).toBe(1);
    expect(colourAt(await read(grey), 5, 5)).toEqual(near([90, 90, 90], 3));
  });

  it('has white behind what is transparent', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const file = await kept(
      'clear.png',
      sharp({ create: { width: 4, height: 4, channels: 4, background: clear } }).png(),
    );
    expect(colourAt(await read(file), 2, 2)).toEqual([255, 255, 255]);
  });

  it('may be one pixel, or very wide', async () => {
    expect(await read(await kept('dot.png', source(painted(1, 1, red)).png()))).toMatchObject({ width: 1, height: 1 });
    const wide = await read(await kept('wide.png', source(painted(30_000, 2, black)).png()));
    expect([wide.width, wide.height]).toEqual([30_000, 2]);
  });
});

describe('a picture that cannot be used is told of', () => {
  it('where the file is missing or empty', async () => {
    expect(await refusal(join(folder, 'none.jpg'))).toEqual([
      'SPQ503',
      expect.stringMatching(/^\/none\.jpg is missing/),
    ]);
    writeFileSync(join(folder, 'empty.jpg'), '');
    expect(await refusal(join(folder, 'empty.jpg'))).toEqual(['SPQ504', '/empty.jpg is empty (0 bytes).']);
  });

  it('where it is cut off', async () => {
    const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 251);
    for (const [name, made] of [
      ['cut.jpg', source({ width: 64, height: 64, pixels: noise }).jpeg()],
      ['cut.png', source({ width: 64, height: 64, pixels: noise }).png()],
    ] as const) {
      const file = await kept(name, made);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length * 0.6));
      const [code, message] = await refusal(file);
      expect(code).toBe('SPQ504');
      expect(message).toMatch(/cut\.(jpg|png) is no picture that can be read: ./);
    }
  });

  it('where it is text, or a drawing', async () => {
    writeFileSync(join(folder, 'note.jpg'), 'a text named as a picture');
    expect(await refusal(join(folder, 'note.jpg'))).toEqual([
      'SPQ504',
      expect.stringMatching(/unsupported image format/),
    ]);
    writeFileSync(join(folder, 'drawing.jpg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await refusal(join(folder, 'drawing.jpg'))).toEqual(['SPQ504', '/drawing.jpg is svg, and no photograph.']);
  });

  it('where it has more pixels than are read', async () => {
    const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
    const huge = sharp({
      create: { width: side, height: side, channels: 3, background: '#000' },
      limitInputPixels: false,
    });
    const file = await kept('huge.png', huge.png({ compressionLevel: 1, palette: false }));
    expect(await refusal(file)).toEqual([
      'SPQ504',
      `/huge.png has ${side} x ${side} = 100 million pixels, more than the 100 million that are read; make it smaller.`,
    ]);
  });
});
