/** Getting models: licence first, then file by file, each compared with the checksum that it must have. */
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RunError } from '../../errors.js';
import { download, type OnBytes } from './download.js';
import { type FileHash, hashOf, lock, lockedOf, pathOf, sizeOf } from './model-folder.js';
import type { ModelEntry, RegisteredFile } from './registry.js';

/** The public server of the repositories in the registry. */
export const DEFAULT_MIRROR = 'https://huggingface.co';

export interface PullOptions {
  readonly folder: string;
  /** Begins the addresses of files; its paths are those of the public server. */
  readonly mirror: string;
  /** A folder as `folder` is, filled elsewhere: files are copied from it, and no server is asked. */
  readonly offline: string | undefined;
  /** Ids of licences that the user agrees to. */
  readonly acceptedLicences: readonly string[];
  readonly onBytes: (file: string, done: number, total: number | null) => void;
}

/** One file after a pull. */
export interface Pulled extends FileHash {
  readonly path: string;
  readonly how: 'downloaded' | 'copied' | 'here';
  /** What it was compared with: nothing, where neither the registry nor an earlier pull has a checksum. */
  readonly comparedWith: 'registry' | 'lock' | null;
}

/** @throws RunError SPQ523 where a licence allows no commercial use and was not accepted by its id */
export function requireLicence({ id, licence }: ModelEntry, accepted: readonly string[]): void {
  if (!licence.nonCommercial || accepted.includes(licence.id)) return;
  throw new RunError(
    'SPQ523',
    `\`${id}\` may not be used commercially: its licence is ${licence.id}, ${licence.source}.`,
    `Where that fits what you do: \`--accept-licence ${licence.id}\`.`,
  );
}

/**
 * @throws RunError SPQ523 by its licence; SPQ521 where a file cannot be downloaded, SPQ524 where it is not in the offline
 *   folder; SPQ522 where it is not the one that is expected, after removing it
 */
export async function pullFile(model: ModelEntry, file: RegisteredFile, options: PullOptions): Promise<Pulled> {
  requireLicence(model, options.acceptedLicences);
  const path = pathOf(options.folder, model, file);
  const locked = await lockedOf(options.folder, model, file);
  const expected = file.sha256 ?? locked?.sha256 ?? null;
  const comparedWith = file.sha256 !== null ? 'registry' : locked !== null ? 'lock' : null;
  const isHere = locked !== null && (await sizeOf(path)) === locked.bytes && expected === locked.sha256;
  if (isHere) return { path, how: 'here', comparedWith, sha256: locked.sha256, bytes: locked.bytes };
  const onBytes: OnBytes = (done, total) => options.onBytes(`${model.id}/${file.path}`, done, total);
  if (options.offline !== undefined) await copied(pathOf(options.offline, model, file), `${path}.got`);
  else await download(addressOf(options.mirror, model, file), `${path}.got`, onBytes);
  const got = await hashOf(`${path}.got`);
  if (expected !== null && got.sha256 !== expected) {
    await rm(`${path}.got`);
    throw notExpected(path, expected, got.sha256, comparedWith === 'lock');
  }
  await rename(`${path}.got`, path);
  await lock(options.folder, model, file, got);
  return { path, how: options.offline === undefined ? 'downloaded' : 'copied', comparedWith, ...got };
}

const addressOf = (mirror: string, { repository, revision }: ModelEntry, { path }: RegisteredFile): string =>
  `${mirror.replace(/\/+$/, '')}/${repository}/resolve/${encodeURIComponent(revision)}/${path}`;

async function copied(from: string, to: string): Promise<void> {
  if ((await sizeOf(from)) === null)
    throw new RunError(
      'SPQ524',
      `\`${from}\` is not there.`,
      '`--offline` names a folder that `spq models pull --models DIR` has filled on another machine.',
    );
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

function notExpected(path: string, expected: string, got: string, byLock: boolean): RunError {
  const source = byLock ? 'that an earlier pull recorded in models.lock.json' : 'of the registry';
  return new RunError(
    'SPQ522',
    `What was got for \`${path}\` has the sha256 ${got}, and not ${expected} ${source}. It was removed.`,
    byLock
      ? 'The file at the server has changed. Where that is right, remove its entry from models.lock.json.'
      : 'The server, or what lies between, gives another file. Try again, or another `--mirror`.',
  );
}
