/** The files of a registered model, as an operator opens them: where they are, and which bytes were got. */
import { RunError } from '../../errors.js';
import { lockedOf, pathOf, sizeOf } from '../models/model-folder.js';
import { modelsOf } from '../models/registry.js';
import { notHere } from '../models/verify.js';
import type { Workbench } from './operator.js';

export interface ModelFileHere {
  readonly path: string;
  /** Of its bytes, as they were when the file was got. */
  readonly sha256: string;
}

/**
 * The files of the model of this id, in the order of the registry.
 *
 * A whole file is not read again: its size is compared, and `spq models verify` compares all of it.
 *
 * @throws RunError SPQ520 where the registry has no such model, SPQ524 where a file was not got or is not whole
 */
export async function modelFiles(workbench: Workbench, id: string): Promise<readonly ModelFileHere[]> {
  const [model] = modelsOf(workbench.registry, [id]);
  if (model === undefined) throw new RunError('SPQ520', `There is no model \`${id}\`.`);
  return Promise.all(
    model.files.map(async (file) => {
      const path = pathOf(workbench.modelFolder, model, file);
      const locked = await lockedOf(workbench.modelFolder, model, file);
      if (locked === null || (await sizeOf(path)) !== locked.bytes) throw notHere(path, model);
      return { path, sha256: locked.sha256 };
    }),
  );
}

/** The only file that ends so; models are registered with the files that their operators need. */
export function fileEnding(files: readonly ModelFileHere[], ending: string): ModelFileHere {
  const found = files.find(({ path }) => path.replaceAll('\\', '/').endsWith(ending));
  if (found !== undefined) return found;
  throw new RunError(
    'SPQ524',
    `None of ${files.map(({ path }) => `\`${path}\``).join(', ')} ends with \`${ending}\`.`,
    'The registry must name that file, too: docs/models.md shows what it holds.',
  );
}
