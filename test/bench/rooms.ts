/**
 * How fast rooms are made, per second of processor time: facts alone, facts with sampled pixels, and rendered pictures
 * with and without compressing and writing them. Run on its own it prints one JSON object.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAt, roomFacts } from '../../runtime/sources/rooms/facts.js';
import { openRooms } from '../../runtime/sources/rooms/index.js';
import { furnish } from '../../runtime/sources/rooms/layout.js';
import { render } from '../../runtime/sources/rooms/render.js';
import { perSecond } from './clock/per-second.js';

const seed = 5;
const folder = mkdtempSync(join(tmpdir(), 'rooms-bench-'));

async function writePictures(first: number, count: number): Promise<void> {
  const { items } = openRooms({ count, seed: seed + first, pictures: folder, demand: { pixels: true } });
  let written = 0;
  for await (const { kind } of items) if (kind === 'scene') written++;
  if (written !== count) throw new Error(`${written} pictures instead of ${count}`);
}

const facts = await perSecond(50_000, 5_000, (index) => roomFacts(seed, index, { pixels: false }));
const factsWithPixels = await perSecond(3_000, 300, (index) => roomFacts(seed, index, { pixels: true }));
const rendered = await perSecond(40, 4, (index) => render(lookAt(furnish(seed, index))));
const written = await perSecond(5, 1, (batch) => writePictures(batch, 8));
rmSync(folder, { recursive: true });

console.log(
  JSON.stringify({
    'facts, scenes per CPU second': facts.cpu,
    'facts, scenes per second': facts.wall,
    'facts with pixels, scenes per CPU second': factsWithPixels.cpu,
    'rendered, scenes per CPU second': rendered.cpu,
    'rendered and written, scenes per CPU second': written.cpu * 8,
    'rendered and written, scenes per second': written.wall * 8,
  }),
);
