/** `spq draw`: a scene of a store or a facts directory with what is known of it, as a PNG. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { didYouMean } from '../../compiler/diagnostics/suggest.js';
import { visible } from '../../compiler/diagnostics/visible.js';
import type { DrawnScene } from '../../runtime/draw/scene-picture.js';
import { RunError } from '../../runtime/errors.js';
import { openStore } from '../../runtime/facts/store.js';
import { Unreadable } from '../../runtime/sources/unreadable.js';
import { counted } from '../counted.js';
import { causeOf, noSuchScene, pictureUnwritable } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { findStore } from '../query-store.js';
import type { Shell } from '../shell.js';

export interface DrawFlags {
  /** Where the PNG goes; by default the id of the scene in this folder. */
  readonly output?: string;
  readonly depth: boolean;
}

/**
 * @param place a store, the folder of a run, or a facts directory
 * @throws RunError SPQ589 where there is no such scene, SPQ504 where its picture or depth cannot be read
 */
export async function draw(place: string, sceneId: string, flags: DrawFlags, shell: Shell): Promise<ExitCode> {
  const { scenePicture } = await import('../../runtime/draw/scene-picture.js');
  const scene = await asRunError(() => found(place, sceneId, flags.depth));
  const png = await scenePicture(scene);
  const file = flags.output ?? `${sceneId.replace(/[^\w.-]+/g, '_')}.png`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png);
  } catch (cause) {
    throw pictureUnwritable(file, causeOf(cause), '-o');
  }
  await shell.out(`${visible(file)}: ${told(scene, flags)}\n`);
  return exitCode.done;
}

function told({ facts, masks, depth, picture }: DrawnScene, flags: DrawFlags): string {
  const { objects } = facts;
  const boxes = objects.filter(({ size }) => size !== null).length;
  const parts = [
    counted(objects.length, 'thing'),
    `${boxes} with 3D boxes`,
    `${masks.filter((mask) => mask !== null).length} with masks`,
    ...(picture === null ? ['no picture'] : []),
    ...(flags.depth && depth === null ? ['no depth'] : []),
  ];
  return parts.join(', ');
}

async function found(place: string, sceneId: string, depth: boolean): Promise<DrawnScene> {
  if (existsSync(join(place, 'manifest.json'))) {
    const { directoryScene } = await import('../../runtime/draw/directory-scene.js');
    const scene = await directoryScene(place, sceneId, depth);
    if ('known' in scene) throw noSuchScene(sceneId, place, didYouMean(sceneId, scene.known));
    return scene;
  }
  const path = existsSync(place) && statSync(place).isFile() ? place : findStore(place);
  const { storedScene } = await import('../../runtime/draw/stored-scene.js');
  const { connection, close } = await openStore(path, { readOnly: true });
  try {
    const scene = await storedScene(connection, sceneId, dirname(path), depth);
    if (scene !== null) return scene;
    const ids = await connection.runAndReadAll('select scene_id from scenes limit 10000');
    throw noSuchScene(sceneId, path, didYouMean(sceneId, ids.getRowsJson().map(String)));
  } finally {
    close();
  }
}

/** Depth that cannot be read is the user's file, and no bug. */
async function asRunError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Unreadable) throw new RunError(cause.code, cause.message);
    throw cause;
  }
}
