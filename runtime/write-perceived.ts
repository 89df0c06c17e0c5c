/**
 * What is perceived of a source, as shards of a facts directory: several processes, each with its part of the pictures, write
 * into one directory, and questions are asked of it later by `facts(dir)`.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan, PlannedSource } from '../compiler/plan/plan.js';
import type { OpenedSource, Quarantined, SourceItem } from './facts/rows.js';
import { writeFacts } from './facts/write.js';
import { openSource } from './open-source.js';
import type { PerceptionOptions } from './perceive/stream/picture-file.js';

export interface PerceivedShard {
  readonly scenes: number;
  readonly objects: number;
  /** Pictures that were left out, each with its cause. */
  readonly quarantined: readonly Quarantined[];
  /** The file that says that the shard is whole; relative to the directory. */
  readonly marker: string;
}

export interface ShardOptions {
  readonly recipeDir: string;
  /** The facts directory. */
  readonly dir: string;
  readonly part: { readonly index: number; readonly of: number };
  readonly perception: Partial<PerceptionOptions>;
  readonly onPicture: (done: number, total: number | null) => void;
}

/**
 * Writes one shard. Its marker is taken away first and written last: where it is, the shard is whole.
 *
 * @throws RunError as opening the source does, and where the directory holds a manifest that cannot be read
 */
export async function writePerceived(
  source: PlannedSource,
  { demand, columns }: Pick<Plan, 'demand' | 'columns'>,
  { dir, part, recipeDir, perception, onPicture }: ShardOptions,
): Promise<PerceivedShard> {
  const shard = shardName(part);
  const marker = `done-${shard}.json`;
  await rm(join(dir, marker), { force: true });
  const opening = { recipeDir, out: dir, demand, threads: 1, columns, perception: { ...perception, part } };
  const opened = await openSource(source, opening);
  const quarantined: Quarantined[] = [];
  const { scenes, objects } = await writeFacts(
    dir,
    { ...opened, items: watched(opened, quarantined, onPicture) },
    shard,
  );
  const left = quarantined.map(({ sceneId, stage, code, message }) => ({ scene_id: sceneId, stage, code, message }));
  await writeWhole(join(dir, marker), JSON.stringify({ scenes, objects, quarantined: left }, null, 2));
  return { scenes, objects, quarantined, marker };
}

/** `00002-of-00008`: names of shards say whether one is missing. */
const shardName = ({ index, of }: ShardOptions['part']): string =>
  `${String(index).padStart(5, '0')}-of-${String(of).padStart(5, '0')}`;

async function* watched(
  { items, count }: OpenedSource,
  quarantined: Quarantined[],
  onPicture: ShardOptions['onPicture'],
): AsyncGenerator<SourceItem> {
  let done = 0;
  for await (const item of items) {
    if (item.kind === 'quarantined') quarantined.push(item.row);
    onPicture(++done, count);
    yield item;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.${process.pid}.tmp`, `${text}\n`);
  await rename(`${path}.${process.pid}.tmp`, path);
}
