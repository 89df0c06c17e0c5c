/** Intrinsics of photographs: by hand from tags, and from files that a writer of EXIF made; sidecars before headers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { exifIntrinsics } from '../../../runtime/perceive/camera/exif-intrinsics.js';
import { type LensTags, lensTags } from '../../../runtime/perceive/camera/lens-tags.js';
import { pictureIntrinsics } from '../../../runtime/perceive/camera/picture-intrinsics.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-camera-'));
afterAll(() => rmSync(folder, { recursive: true }));

const none: LensTags = {
  filmFocalMillimetres: null,
  focalMillimetres: null,
  sensorDensity: null,
  written: null,
  digitalZoom: null,
  orientation: null,
};
const wide = { width: 3600, height: 2400 };
/** A full-frame camera: 36 mm are 3,600 pixels. */
const full: LensTags = { ...none, focalMillimetres: 50, sensorDensity: [100, 100], written: [3600, 2400] };

describe('the header of a photograph', () => {
  it('tells by the focal length of film: 50 mm of 36 are 5,000 pixels of 3,600', () => {
    const found = exifIntrinsics({ ...none, filmFocalMillimetres: 50 }, wide);
    expect(found).toMatchObject({ kind: 'known' });
    const [fx = 0, fy = 0, cx, cy] = found.kind === 'known' ? found.intrinsics : [];
    expect([fx, fy]).toEqual([expect.closeTo(5000, 6), expect.closeTo(5000, 6)]);
    expect([cx, cy]).toEqual([1799.5, 1199.5]);
  });

  it('compares diagonals: a 4:3 picture of the same lens has the same angle across them', () => {
    const found = exifIntrinsics({ ...none, filmFocalMillimetres: 26 }, { width: 4000, height: 3000 });
    // 5,000 px of diagonal for 43.267 mm.
    expect(found.kind === 'known' && found.intrinsics[0]).toBeCloseTo((26 * 5000) / Math.sqrt(36 ** 2 + 24 ** 2), 6);
  });

  it('tells by the density of the sensor, also of a picture that was made smaller', () => {
    expect(exifIntrinsics(full, wide)).toEqual({ kind: 'known', intrinsics: [5000, 5000, 1799.5, 1199.5] });
    const half = exifIntrinsics(full, { width: 1800, height: 1200 });
    expect(half).toEqual({ kind: 'known', intrinsics: [2500, 2500, 899.5, 599.5] });
  });

  it('turns with the picture: rows and columns of the sensor change places', () => {
    const tags = { ...full, sensorDensity: [100, 110], orientation: 6 } as const;
    const upright = exifIntrinsics(tags, { width: 2400, height: 3600 });
    expect(upright).toEqual({ kind: 'known', intrinsics: [5500, 5000, 1199.5, 1799.5] });
    expect(exifIntrinsics({ ...tags, orientation: 3 }, wide)).toMatchObject({
      intrinsics: [5000, 5500, 1799.5, 1199.5],
    });
  });

  it.each([
    ['the picture was cropped after it was taken', full, { width: 2400, height: 2400 }],
    ['the picture was cropped after it was taken', { ...full, orientation: 6 }, wide],
    ['digital zoom', { ...full, digitalZoom: 2 }, wide],
    ['the header states no focal length that can be used', none, wide],
    // 1.8 mm of sensor for 3,600 px: the picture was made smaller by what left the density as it was.
    ['the header states no focal length that can be used', { ...full, sensorDensity: [2000, 2000] }, wide],
    ['no lens has such a focal length', { ...none, filmFocalMillimetres: 2 }, wide],
    ['no lens has such a focal length', { ...none, filmFocalMillimetres: 1200 }, wide],
  ] as const)('leaves it unknown: %s', (cause, tags, picture) => {
    expect(exifIntrinsics(tags, picture)).toEqual({ kind: 'unknown', cause });
  });
});

type Exif = NonNullable<Parameters<ReturnType<typeof sharp>['withExif']>[0]>;
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } });

async function photograph(name: string, exif: Exif, format: 'jpeg' | 'webp' | 'png' = 'jpeg'): Promise<string> {
  const file = join(folder, name);
  await blank(400, 300).withExif(exif).toFormat(format).toFile(file);
  return file;
}

const lens = { IFD2: { FocalLength: '43/10', FocalLengthIn35mmFilm: '26' } };

describe('a file', () => {
  it('has tags in every format that keeps them', async () => {
    for (const format of ['jpeg', 'webp', 'png'] as const)
      expect(await lensTags(await photograph(`lens.${format}`, lens, format)), format).toMatchObject({
        filmFocalMillimetres: 26,
        focalMillimetres: 4.3,
        sensorDensity: null,
      });
  });

  it('has densities in the unit that it states', async () => {
    const density = { FocalPlaneXResolution: '5000/1', FocalPlaneYResolution: '5080/1' };
    const inches = await lensTags(
      await photograph('inch.jpg', { IFD2: { ...density, FocalPlaneResolutionUnit: '2' } }),
    );
    expect(inches?.sensorDensity).toEqual([expect.closeTo(5000 / 25.4, 9), expect.closeTo(200, 9)]);
    const centimetres = await lensTags(
      await photograph('cm.jpg', { IFD2: { ...density, FocalPlaneResolutionUnit: '3' } }),
    );
    expect(centimetres?.sensorDensity).toEqual([500, 508]);
  });

  it('is unknown without a header, and where it says 0', async () => {
    const bare = join(folder, 'bare.png');
    await blank(40, 30).png().toFile(bare);
    expect(await pictureIntrinsics(bare, { width: 40, height: 30 })).toEqual({
      kind: 'unknown',
      cause: 'no EXIF header',
    });
    const zero = await lensTags(await photograph('zero.jpg', { IFD2: { FocalLengthIn35mmFilm: '0' } }));
    expect(zero?.filmFocalMillimetres).toBeNull();
  });

  it('gives what a header tells, for the size of the picture', async () => {
    const found = await pictureIntrinsics(await photograph('known.jpg', lens), { width: 400, height: 300 });
    const focal = (26 * 500) / Math.sqrt(36 ** 2 + 24 ** 2);
    expect(found).toMatchObject({ kind: 'known', source: 'exif' });
    expect(found.kind === 'known' && found.intrinsics).toEqual([
      expect.closeTo(focal, 9),
      expect.closeTo(focal, 9),
      199.5,
      149.5,
    ]);
  });

  it('is of the camera that a file beside it states, at the size of the picture', async () => {
    const file = await photograph('calibrated.jpg', lens);
    const stated = { intrinsics: [1000, 1010, 399.5, 301.5], width: 800, height: 600 };
    writeFileSync(`${file}.json`, JSON.stringify(stated));
    // The middle of 800 pixels is 399.5, that of 400 is 199.5.
    expect(await pictureIntrinsics(file, { width: 400, height: 300 })).toEqual({
      kind: 'known',
      intrinsics: [500, 505, 199.5, 150.5],
      source: 'truth',
    });
  });

  it('is refused with a file beside it that is broken, or of another shape', async () => {
    const file = await photograph('broken.jpg', lens);
    const size = { width: 400, height: 300 };
    writeFileSync(`${file}.json`, '{"intrinsics": [1, 2, 3]}');
    await expect(pictureIntrinsics(file, size)).rejects.toMatchObject({ code: 'SPQ507' });
    writeFileSync(`${file}.json`, JSON.stringify({ intrinsics: [500, 500, 200, 150], width: 300, height: 400 }));
    await expect(pictureIntrinsics(file, size)).rejects.toThrow(/300 x 400.*400 x 300: another shape/);
  });

  it('shares one file with the others of its folder', async () => {
    const file = await photograph('shared.jpg', {});
    writeFileSync(
      join(folder, 'intrinsics.json'),
      JSON.stringify({ intrinsics: [390, 390, 200, 150], width: 400, height: 300 }),
    );
    expect(await pictureIntrinsics(file, { width: 400, height: 300 })).toMatchObject({
      intrinsics: [390, 390, 200, 150],
    });
    rmSync(join(folder, 'intrinsics.json'));
  });
});
