/**
 * How fast facts become rows of the store: from scenes in memory, of nine objects and some pixels each, and from a facts directory
 * of them, to a store on disk. What is measured is `ingest`, as a run calls it, with checks and derived columns, and not how
 * the scenes were made.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../runtime/facts/ingest.js';
import type { OpenedSource } from '../../runtime/facts/rows.js';
import { openStore } from '../../runtime/facts/store.js';
import { writeFacts } from '../../runtime/facts/write.js';
import { openFactsDirectory } from '../../runtime/sources/facts-directory/index.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { type Spent, spentOn } from './clock/spent.js';
import { sizesGiven } from './scenes/given.js';
import { differentRooms, scenesOf } from './scenes/rooms-of-nine.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-bench-'));
const rooms = differentRooms();
const withoutPixels = rooms.map((facts) => ({ ...facts, pixels: [] }));

async function stored(opened: OpenedSource, threads: number): Promise<Spent & { readonly objects: number }> {
  const path = join(folder, 'facts.duckdb');
  const store = await openStore(path, { threads });
  const { wall, cpu, value } = await spentOn(() => ingest(store, 'rooms', opened));
  store.close();
  rmSync(path);
  return { wall, cpu, objects: value.objects };
}

const inMemory = (scenes: typeof rooms, size: number): OpenedSource => ({
  vocabulary: roomsVocabulary,
  count: size,
  items: scenesOf(scenes, size),
});

// Optimized code and the database's own start are not what is asked about.
await stored(inMemory(rooms, 1000), 2);
const found: Record<string, number> = {};
for (const size of sizesGiven().map((scenes) => Math.max(scenes, 5000))) {
  for (const [name, scenes] of [
    ['with pixels', rooms],
    ['without pixels', withoutPixels],
  ] as const) {
    const dir = join(folder, `${size} ${name}`);
    await writeFacts(dir, inMemory(scenes, size));
    for (const [from, open] of [
      [name, () => inMemory(scenes, size)],
      [`${name}, of a facts directory`, () => openFactsDirectory({ dir })],
    ] as const) {
      const two = await stored(await open(), 2);
      const one = await stored(await open(), 1);
      found[`${size} scenes ${from}: objects per second, 2 threads`] = two.objects / two.wall;
      found[`${size} scenes ${from}: objects per second, 1 thread`] = one.objects / one.wall;
      found[`${size} scenes ${from}: objects per CPU second`] = one.objects / one.cpu;
    }
  }
}
rmSync(folder, { recursive: true });
found['peak memory MB'] = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify(found));
