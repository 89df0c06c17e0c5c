/** Where model files are kept, and the lock file beside them: which bytes were got for which file of which revision. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { RunError } from '../../errors.js';
import type { ModelEntry, RegisteredFile } from './registry.js';

/** The folder that is named; else SPQ_MODELS; else the user's cache (XDG base directories). */
export function modelFolder(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  return named ?? env.SPQ_MODELS ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'spq', 'models');
}

export const pathOf = (folder: string, { id }: ModelEntry, { path }: RegisteredFile): string => join(folder, id, path);

const lockedFile = z.strictObject({
  repository: z.string(),
  revision: z.string(),
  sha256: z.string(),
  bytes: z.number(),
});
const lockFile = z.strictObject({ version: z.literal(1), files: z.record(z.string(), lockedFile) });
export type LockedFile = z.output<typeof lockedFile>;

const lockPath = (folder: string): string => join(folder, 'models.lock.json');
const keyOf = ({ id }: ModelEntry, { path }: RegisteredFile): string => `${id}/${path}`;

/** What was got for this file at the revision that the registry has; null where nothing was. */
export async function lockedOf(folder: string, model: ModelEntry, file: RegisteredFile): Promise<LockedFile | null> {
  const locked = (await readLock(folder)).files[keyOf(model, file)];
  const same = locked?.repository === model.repository && locked.revision === model.revision;
  return locked !== undefined && same ? locked : null;
}

/** Records what was got. The lock is replaced whole: nobody reads half of one. */
export async function lock(folder: string, model: ModelEntry, file: RegisteredFile, got: FileHash): Promise<void> {
  const { files } = await readLock(folder);
  const { repository, revision } = model;
  const all = { version: 1, files: { ...files, [keyOf(model, file)]: { repository, revision, ...got } } };
  const path = lockPath(folder);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

async function readLock(folder: string): Promise<z.output<typeof lockFile>> {
  const path = lockPath(folder);
  if ((await sizeOf(path)) === null) return { version: 1, files: {} };
  try {
    return lockFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new RunError(
      'SPQ522',
      `\`${path}\` is no lock file of models: ${cause}`,
      'Remove it: files are then got again.',
    );
  }
}

export interface FileHash {
  readonly sha256: string;
  readonly bytes: number;
}

export async function hashOf(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { sha256: hash.digest('hex'), bytes: (await stat(path)).size };
}

/** Bytes of a file; null where there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return found?.isFile() === true ? found.size : null;
}
