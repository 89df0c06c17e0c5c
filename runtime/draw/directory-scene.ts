/** A scene of a facts directory, to be drawn: boxes that are lifted of its masks and depth included. */
import { resolve } from 'node:path';
import type { InstanceMask } from '../perceive/instance-mask.js';
import { maskOfRuns } from '../perceive/run-length.js';
import { checkedScenes, readManifest } from '../sources/facts-directory/index.js';
import type { DrawnScene } from './scene-picture.js';
import { depthOf } from './stored-scene.js';

/**
 * @returns the scene; or the ids that there are where it is none of them
 * @throws RunError as `openFactsDirectory`, Unreadable where its depth cannot be read
 */
export async function directoryScene(
  dir: string,
  sceneId: string,
  wantsDepth: boolean,
): Promise<DrawnScene | { readonly known: readonly string[] }> {
  await readManifest(dir);
  const known: string[] = [];
  for await (const { placed, facts } of checkedScenes(dir)) {
    known.push(placed.sceneId);
    if (placed.sceneId !== sceneId || facts === null) continue;
    const { scene, objects, dense } = facts;
    return {
      facts: { scene, objects },
      picture: scene.imageUri === null ? null : resolve(dir, scene.imageUri),
      masks: objects.map((_, at) => maskAt(placed.masks[at] ?? null, scene.width, scene.height)),
      depth: wantsDepth ? await depthOf(dense, (uri) => resolve(dir, uri)) : null,
    };
  }
  return { known };
}

const maskAt = (runs: string | null, width: number, height: number): InstanceMask | null =>
  runs === null ? null : maskOfRuns(runs, width, height);
