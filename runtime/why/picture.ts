/** The picture of an explanation: the scene's own, with what the question speaks of marked. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { drawn } from '../draw/compose.js';
import { type Drawable, marksOf } from '../draw/things.js';
import { RunError } from '../errors.js';
import type { Explanation } from './explain.js';
import type { ThingReport } from './things.js';

/** What is drawn of one question, apart from how its answer came about. */
export type Pictured = Pick<Explanation, 'scene' | 'things' | 'ranged'> & {
  /** Colours of drawn boxes, by the name of the thing. */
  readonly names: readonly { readonly name: string; readonly colour: string | null }[];
};

/**
 * @param out folder of the store: paths inside it are kept relative to it
 * @returns PNG; undefined where the scene has no picture
 * @throws RunError SPQ504 where the picture cannot be read, or is another one
 */
export async function markedPicture(
  { scene, things, ranged, names }: Pictured,
  out: string,
): Promise<Buffer | undefined> {
  if (scene.picture === null) return undefined;
  const path = resolve(out, scene.picture);
  if (!existsSync(path))
    throw new RunError(
      'SPQ504',
      `The picture ${path} of the scene is not there.`,
      'It lay there when the store was made.',
    );
  const colourOf = (name: string): string | null => names.find((n) => n.name === name)?.colour ?? null;
  const all = [...things, ...ranged].map((thing) => drawable(thing, colourOf(thing.name)));
  try {
    return await drawn({ path, width: scene.width, height: scene.height }, marksOf(all, scene.intrinsics));
  } catch (cause) {
    throw new RunError(
      'SPQ504',
      `The picture cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
}

const drawable = (thing: ThingReport, colour: string | null): Drawable => ({
  label: thing.name === '' ? thing.id : `${thing.name} ${thing.id}`,
  box2d: thing.box2d,
  centre: thing.centre,
  size: thing.size,
  rotation: thing.rotation,
  facing: thing.facing,
  at: thing.at,
  colour,
});
