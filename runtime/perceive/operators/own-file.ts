/** A model file of the user's own, which no registry knows: its path stands in the recipe. */
import { resolve } from 'node:path';
import { RunError } from '../../errors.js';
import { hashOf, sizeOf } from '../models/model-folder.js';
import type { ModelFileHere } from './model-files.js';
import type { Workbench } from './operator.js';

/**
 * @param file relative to the folder of the recipe
 * @throws RunError SPQ524 where there is no such file
 */
export async function ownFile({ recipeDir }: Workbench, file: string): Promise<ModelFileHere> {
  const path = resolve(recipeDir, file);
  if ((await sizeOf(path)) === null)
    throw new RunError('SPQ524', `\`${path}\` is not here.`, 'Paths of a recipe are relative to its folder.');
  const { sha256 } = await hashOf(path);
  return { path, sha256 };
}
