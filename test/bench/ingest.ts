/**
 * How fast facts become rows of the store: from scenes in memory, of nine objects and some pixels each, to a store on disk.
 * What is measured is `ingest`, as a run calls it, with checks and derived columns, and not how the scenes were made.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../runtime/facts/ingest.js';
import { openStore } from '../../runtime/facts/store.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { type Spent, spentOn } from './clock/spent.js';
import { differentRooms, scenesOf } from './scenes/rooms-of-nine.js';
import { sizesGiven } from './scenes/sizes.js';

const rooms = differentRooms();
const withoutPixels = rooms.map((facts) => ({ ...facts, pixels: [] }));

async function stored(
  scenes: typeof rooms,
  size: number,
  threads: number,
): Promise<Spent & { readonly objects: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'spq-bench-'));
  const store = await openStore(join(folder, 'facts.duckdb'), { threads });
  const opened = { vocabulary: roomsVocabulary, count: size, items: scenesOf(scenes, size) };
  const { wall, cpu, value } = await spentOn(() => ingest(store, 'rooms', opened));
  store.close();
  rmSync(folder, { recursive: true });
  return { wall, cpu, objects: value.objects };
}

// Optimized code and the database's own start are not what is asked about.
await stored(rooms, 1000, 2);
const found: Record<string, number> = {};
for (const size of sizesGiven().map((scenes) => Math.max(scenes, 5000))) {
  for (const [name, scenes] of [
    ['with pixels', rooms],
    ['without pixels', withoutPixels],
  ] as const) {
    const two = await stored(scenes, size, 2);
    const one = await stored(scenes, size, 1);
    found[`${size} scenes ${name}: objects per second, 2 threads`] = two.objects / two.wall;
    found[`${size} scenes ${name}: objects per second, 1 thread`] = one.objects / one.wall;
    found[`${size} scenes ${name}: objects per CPU second`] = one.objects / one.cpu;
  }
}
found['peak memory MB'] = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify(found));
