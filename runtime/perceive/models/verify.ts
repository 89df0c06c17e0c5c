/** Model files looked at again: whether they are here, have the bytes that were got, and fit their contract. */
import { RunError } from '../../errors.js';
import type { SessionHost } from '../inference/session-host.js';
import { hashOf, lockedOf, pathOf, sizeOf } from './model-folder.js';
import { contractOf, type ModelEntry, type RegisteredFile } from './registry.js';

export interface Verified {
  readonly path: string;
  /** Null where nothing is wrong. */
  readonly problem: RunError | null;
}

/** @param host opens files that are models, to compare their inputs and outputs */
export async function verifyFile(
  folder: string,
  model: ModelEntry,
  file: RegisteredFile,
  host: SessionHost,
): Promise<Verified> {
  const path = pathOf(folder, model, file);
  const locked = await lockedOf(folder, model, file);
  if ((await sizeOf(path)) === null || locked === null) return { path, problem: notHere(path, model) };
  const expected = file.sha256 ?? locked.sha256;
  const { sha256 } = await hashOf(path);
  if (sha256 !== expected) return { path, problem: changed(path, sha256, expected, model) };
  const contract = contractOf(file);
  if (contract === null) return { path, problem: null };
  try {
    await host.open({ file: path, contract });
    return { path, problem: null };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { path, problem: error };
  }
}

export const notHere = (path: string, { id, repository, revision }: ModelEntry): RunError =>
  new RunError(
    'SPQ524',
    `\`${path}\` is not here, as of ${repository} at ${revision}.`,
    `Get it: \`spq models pull ${id}\`.`,
  );

const changed = (path: string, sha256: string, expected: string, { id }: ModelEntry): RunError =>
  new RunError(
    'SPQ522',
    `\`${path}\` has the sha256 ${sha256}, and not ${expected}.`,
    `Remove it, and get it again: \`spq models pull ${id}\`.`,
  );
