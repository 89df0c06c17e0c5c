/**
 * Letters made of strokes, so that a label looks the same on every machine and its width is known before it is drawn.
 * A glyph is polylines over a grid: two digits are x and y of a point, y 2 is the baseline, 6 the height of an x, 8 that of a capital.
 */

/** Polylines with `|` between. */
const glyphs: Readonly<Record<string, string>> = {
  a: '36 16 05 03 12 32|36 32',
  b: '08 02 22 33 35 26 06',
  c: '36 16 05 03 12 32',
  d: '38 32 12 03 05 16 36',
  e: '04 34 35 26 16 05 03 12 32',
  f: '28 17 12|06 26',
  g: '36 16 05 03 12 32|36 31 20 00',
  h: '08 02|05 16 26 35 32',
  i: '06 02|08 08',
  j: '16 11 00|18 18',
  k: '08 02|36 04 32',
  l: '08 03 12',
  m: '06 02|05 16 25 22|25 36 45 42',
  n: '06 02|05 16 26 35 32',
  o: '16 05 03 12 22 33 35 26 16',
  p: '06 00|06 26 35 33 22 02',
  q: '36 30|36 16 05 03 12 32',
  r: '06 02|04 16 26',
  s: '36 16 05 14 24 33 22 02',
  t: '18 13 22|06 26',
  u: '06 03 12 22 33|36 32',
  v: '06 22 46',
  w: '06 12 25 32 46',
  x: '06 32|02 36',
  y: '06 22|46 10',
  z: '06 36 02 32',
  A: '02 28 42|14 34',
  B: '05 25 34 33 22 02 08 28 37 36 25',
  C: '37 28 18 07 03 12 22 33',
  D: '02 08 18 36 34 12 02',
  E: '38 08 02 32|05 25',
  F: '38 08 02|05 25',
  G: '37 28 18 07 03 12 22 33 35 25',
  H: '08 02|38 32|05 35',
  I: '08 28|18 12|02 22',
  J: '38 33 22 12 03',
  K: '08 02|38 05 32',
  L: '08 02 32',
  M: '02 08 25 48 42',
  N: '02 08 32 38',
  O: '18 07 03 12 22 33 37 28 18',
  P: '02 08 28 37 36 25 05',
  Q: '18 07 03 12 22 33 37 28 18|24 42',
  R: '02 08 28 37 36 25 05|25 32',
  S: '37 28 18 07 06 15 25 34 33 22 12 03',
  T: '08 48|28 22',
  U: '08 03 12 22 33 38',
  V: '08 22 48',
  W: '08 12 26 32 48',
  X: '08 32|02 38',
  Y: '08 25 48|25 22',
  Z: '08 38 02 32',
  '0': '18 07 03 12 22 33 37 28 18',
  '1': '07 18 12|02 22',
  '2': '07 18 28 37 36 02 32',
  '3': '08 38 15 25 34 33 22 12 03',
  '4': '38 04 44|36 32',
  '5': '38 08 05 25 34 33 22 02',
  '6': '38 18 06 03 12 22 33 34 25 05',
  '7': '08 38 12',
  '8': '15 06 07 18 28 37 36 25 15 04 03 12 22 33 34 25',
  '9': '02 22 34 37 28 18 07 06 15 35',
  ' ': '',
  '-': '05 25',
  _: '01 31',
  '.': '02 02',
  ',': '13 01',
  ':': '03 03|06 06',
  ';': '13 01|16 16',
  '/': '01 38',
  '(': '18 06 04 12',
  ')': '08 16 14 02',
  '[': '18 08 02 12',
  ']': '08 18 12 02',
  '+': '05 25|16 14',
  '=': '04 24|06 26',
  '<': '27 05 23',
  '>': '07 25 03',
  '%': '02 48|07 07|43 43',
  "'": '08 06',
  '"': '08 06|18 16',
  '!': '08 04|02 02',
  '?': '07 18 28 37 36 15 14|12 12',
  '#': '13 17|33 37|04 44|06 46',
  '&': '42 07 18 27 04 03 12 22 44',
  '*': '15 55|27 43|47 23',
};

/** What has no glyph is an empty box. */
const missing = '02 08 38 32 02';
const space = 3;
const gap = 1.6;
/** Units from the bottom of a descender to the top of a capital. */
const tall = 8;

interface Glyph {
  readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly advance: number;
}

function glyphOf(character: string): Glyph {
  const known = glyphs[character];
  if (known === '') return { lines: [], advance: space };
  const lines = (known ?? missing)
    .split('|')
    .map((line) => line.split(' ').map((point) => [Number(point[0]), Number(point[1])] as const));
  return { lines, advance: Math.max(...lines.flat().map(([x]) => x)) + gap };
}

/** Pixels that a text takes, when it is `height` pixels tall from descender to capital. */
export function textWidth(text: string, height: number): number {
  const units = [...text].reduce((sum, character) => sum + glyphOf(character).advance, 0);
  return Math.max(0, units - gap) * (height / tall);
}

/** The `d` of an SVG path: the text with its upper left corner at (left, top), `height` pixels tall. */
export function textPath(text: string, left: number, top: number, height: number): string {
  const unit = height / tall;
  let at = left;
  const parts: string[] = [];
  for (const character of text) {
    const { lines, advance } = glyphOf(character);
    for (const line of lines) {
      const points = line.map(([x, y]) => `${round(at + x * unit)} ${round(top + (tall - y) * unit)}`);
      parts.push(`M${points.join('L')}`);
    }
    at += advance * unit;
  }
  return parts.join('');
}

/** Hundredths of a pixel: no machine's last bit is seen in a file. */
export const round = (value: number): number => Math.round(value * 100) / 100;
