/**
 * Writes any source as a Facts v1 directory, which `facts(dir)` reads back row for row.
 * Each file appears under its name only when it is complete, the manifest last.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Manifest, manifestOf, manifestShape } from '../sources/facts-directory/manifest.js';
import { readJson } from '../sources/json-file.js';
import { type Ingested, ingest } from './ingest.js';
import type { OpenedSource, SceneFacts, SourceItem } from './rows.js';
import { quoteName, quoteText, storeTables, type Table } from './schema.js';
import { openStore, type Store } from './store.js';

/** Rows of these tables are written; a table without rows gets no file, except scenes and objects. */
const writtenTables = [
  storeTables.scenes,
  storeTables.objects,
  storeTables.pixels,
  storeTables.coverage,
  storeTables.dense,
] as const satisfies readonly Table[];

/**
 * Writes a source into a directory, which is made where it is missing. Files of the same names are replaced.
 * Picture paths become relative to the directory, so that both can be moved together.
 * All scenes pass through memory; write a large source in parts, with `shard` in the file names.
 *
 * @param shard part of the file names: `scenes-<shard>.parquet`
 */
export async function writeFacts(dir: string, opened: OpenedSource, shard = '00000'): Promise<Ingested> {
  await mkdir(dir, { recursive: true });
  const store = await openStore(':memory:');
  try {
    const ingested = await ingest(store, 'facts', { ...opened, items: withRelativePaths(opened.items, dir) });
    const shards: Record<string, { rows: number }> = {};
    for (const table of writtenTables) {
      const rows = await writeTable(store, table, dir, shardFile(table, shard));
      if (rows !== null) shards[shardFile(table, shard)] = { rows };
    }
    const manifest = manifestOf(opened.vocabulary, { ...(await writtenShards(dir)), ...shards }, null);
    await replaceFile(join(dir, 'manifest.json'), (path) => writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`));
    return ingested;
  } finally {
    store.close();
  }
}

/** Shards that other writers have told of. One that is written at this moment may be missed: it is read all the same. */
async function writtenShards(dir: string): Promise<Manifest['shards']> {
  const file = join(dir, 'manifest.json');
  return existsSync(file) ? (await readJson(file, manifestShape)).shards : {};
}

const shardFile = (table: Table, shard: string): string => `${table.name}-${shard}.parquet`;

/** @returns the number of rows; null where no file was written */
async function writeTable({ connection }: Store, table: Table, dir: string, name: string): Promise<number | null> {
  const counted = await connection.runAndReadAll(`select count(*) from ${quoteName(table.name)}`);
  const rows = Number(counted.getRows()[0]?.[0] ?? 0);
  if (rows === 0 && table !== storeTables.scenes && table !== storeTables.objects) return null;
  const select = `select ${shardColumns(table).join(', ')} from ${quoteName(table.name)} as t ${sceneJoin(table)} order by all`;
  await replaceFile(join(dir, name), async (path) => {
    await connection.run(`copy (${select}) to ${quoteText(path)} (format parquet, compression zstd)`);
  });
  return rows;
}

function shardColumns(table: Table): readonly string[] {
  const own = table.columns.filter(({ origin }) => origin === 'given').map(({ name }) => `t.${quoteName(name)}`);
  return table === storeTables.scenes ? own : ['scenes.scene_id', ...own];
}

const sceneJoin = (table: Table): string =>
  table === storeTables.scenes ? '' : 'join scenes on scenes.scene = t.scene';

/** Writes beside the name and renames: a reader never sees half a file. */
async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await write(temporary);
  await rename(temporary, path);
}

async function* withRelativePaths(items: OpenedSource['items'], dir: string): AsyncGenerator<SourceItem> {
  for await (const item of items)
    yield item.kind === 'scene' ? { kind: 'scene', facts: relativePaths(item.facts, dir) } : item;
}

function relativePaths(facts: SceneFacts, dir: string): SceneFacts {
  const below = (uri: string): string => (isUrl(uri) ? uri : relative(resolve(dir), resolve(uri)));
  const { scene, dense } = facts;
  return {
    ...facts,
    scene: { ...scene, imageUri: scene.imageUri === null ? null : below(scene.imageUri) },
    dense: dense.map((row) => ({ ...row, uri: below(row.uri) })),
  };
}

/** `s3://…`, `https://…`: two letters or more, so that C: is a drive. */
const isUrl = (uri: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(uri);
