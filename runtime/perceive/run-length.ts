/**
 * Masks as COCO's compressed run lengths: the `counts` of pycocotools.
 *
 * A mask is runs of 0 and 1 in turn, beginning with 0, down the columns from left to right. From the fourth run on each is
 * written as its difference to the run two before it. A number is written in groups of five bits, the lowest first, each as a
 * character from `0` on, where the sixth bit says that another group follows, and the highest bit of the last is the sign.
 */
import type { InstanceMask } from './instance-mask.js';

const FIRST_CHARACTER = 48;
const BITS = 5;
const MORE = 32;
const SIGN = 16;

/** @returns null where the text is no run lengths, or not those of so many pixels */
export function maskOfRuns(counts: string, width: number, height: number): InstanceMask | null {
  const runs = runsOf(counts);
  if (runs === null || runs.reduce((sum, run) => sum + run, 0) !== width * height) return null;
  const pixels = new Uint8Array(width * height);
  let place = 0;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 1)
      for (let at = place; at < place + run; at++) pixels[(at % height) * width + Math.floor(at / height)] = 1;
    place += run;
  }
  return { width, height, pixels };
}

/** The inverse of `maskOfRuns`. */
export function runsOfMask({ width, height, pixels }: InstanceMask): string {
  const runs: number[] = [];
  let [value, run] = [0, 0];
  for (let at = 0; at < width * height; at++) {
    const pixel = pixels[(at % height) * width + Math.floor(at / height)] ?? 0;
    if (pixel !== value) {
      runs.push(run);
      [value, run] = [pixel, 0];
    }
    run++;
  }
  runs.push(run);
  return runs.map((one, index) => written(index > 2 ? one - (runs[index - 2] ?? 0) : one)).join('');
}

function runsOf(counts: string): readonly number[] | null {
  const runs: number[] = [];
  let at = 0;
  while (at < counts.length) {
    let [number, shift, group] = [0, 0, MORE];
    while ((group & MORE) !== 0) {
      group = counts.charCodeAt(at++) - FIRST_CHARACTER;
      // Six bits a character; thirty bits are the run of any picture.
      if (!(group >= 0 && group < 2 * MORE) || shift > 5 * BITS) return null;
      number |= (group & (MORE - 1)) << shift;
      shift += BITS;
    }
    if ((group & SIGN) !== 0) number |= -1 << shift;
    const run = runs.length > 2 ? number + (runs.at(-2) ?? 0) : number;
    if (run < 0) return null;
    runs.push(run);
  }
  return runs;
}

function written(number: number): string {
  let [left, text] = [number, ''];
  for (;;) {
    const group = left & (MORE - 1);
    left >>= BITS;
    const isLast = (group & SIGN) === 0 ? left === 0 : left === -1;
    text += String.fromCharCode(FIRST_CHARACTER + (isLast ? group : group | MORE));
    if (isLast) return text;
  }
}
