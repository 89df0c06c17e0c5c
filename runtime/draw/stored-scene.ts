/** A scene of a store, to be drawn. A store keeps no masks; depth it knows by reference. */
import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DenseRow } from '../facts/rows.js';
import { readDepth } from '../sources/facts-directory/depth-file.js';
import { denseShape, objectShape, sceneShape } from '../sources/facts-directory/row-shapes.js';
import type { DepthPanel, DrawnScene } from './scene-picture.js';

/**
 * @param folder of the store: paths inside it are kept relative to it
 * @param wantsDepth whether its depth is read, too
 * @returns null where the store has no such scene; of several sources that have one the first by name
 * @throws Unreadable where its depth cannot be read
 */
export async function storedScene(
  connection: DuckDBConnection,
  sceneId: string,
  folder: string,
  wantsDepth: boolean,
): Promise<DrawnScene | null> {
  const rows = async (table: string, order: string, where: Record<string, string | number>) => {
    const conditions = Object.keys(where).map((column) => `${column} = $${column}`);
    const sql = `select * from ${table} where ${conditions.join(' and ')} order by ${order}`;
    return (await connection.runAndReadAll(sql, where)).getRowObjectsJson();
  };
  const [found] = await rows('scenes', 'source', { scene_id: sceneId });
  if (found === undefined) return null;
  const scene = sceneShape.parse(found);
  const place = { scene: Number(found.scene) };
  const objects = (await rows('objects', 'object', place)).map((row) => objectShape.parse(row));
  const dense = (await rows('dense', 'role', place)).map((row) => denseShape.parse(row));
  return {
    facts: { scene, objects },
    picture: scene.imageUri === null ? null : resolve(folder, scene.imageUri),
    masks: [],
    depth: wantsDepth ? await depthOf(dense, (uri) => resolve(folder, uri)) : null,
  };
}

/** The first depth of a scene; null where it has none. @throws Unreadable where it cannot be read */
export async function depthOf(dense: readonly DenseRow[], pathOf: (uri: string) => string): Promise<DepthPanel | null> {
  const row = dense.find(({ role }) => role === 'depth');
  if (row === undefined) return null;
  const { width, height } = row;
  return { width, height, metres: await readDepth({ ...row, uri: pathOf(row.uri) }) };
}
