/**
 * Pictures of what is lifted from RGB-D frames, to be looked at: `npx tsx test/soak/rgbd.ts FOLDER`. Writes one PNG for each
 * frame of `../shared/data`, and prints what was found.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legendLine } from '../../runtime/draw/legend.js';
import { scenePicture } from '../../runtime/draw/scene-picture.js';
import { liftedFrame } from '../perceive/lifted-rgbd.js';
import { rgbdFrames } from '../perceive/rgbd-frames.js';

const folder = process.argv[2] ?? 'out/rgbd';
const say = (line: string): void => void process.stdout.write(`${line}\n`);
mkdirSync(folder, { recursive: true });
for (const frame of await rgbdFrames()) {
  const { facts, lifted, masks } = liftedFrame(frame);
  const { width, height, metres, picture, name } = frame;
  const png = await scenePicture({ facts, picture, masks, depth: { width, height, metres } });
  const file = join(folder, `${name.replaceAll(' ', '-')}.png`);
  writeFileSync(file, png);
  const up = lifted.up?.map((one) => one.toFixed(3)).join(' ') ?? 'unknown';
  const floor = lifted.floorHeight?.toFixed(2) ?? 'unknown';
  say(`${file}: up ${up} (confidence ${lifted.gravityConfidence ?? '-'}), floor ${floor}`);
  for (const [at, row] of facts.objects.entries()) {
    const { cause, pointCount } = lifted.objects[at] ?? {};
    say(`  ${legendLine(row)}; ${pointCount} points${cause === null || cause === undefined ? '' : `, ${cause}`}`);
  }
}
