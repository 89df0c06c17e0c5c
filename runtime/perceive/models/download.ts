/**
 * A file from a server, resumed where it was broken off. Node's own `fetch` is used: @huggingface/hub 2.17.5 begins anew after
 * an interruption and compares no checksum.
 */
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RunError } from '../../errors.js';
import { type Failure, type GivenUp, networkCause, refusalOf, untilDone } from '../http/attempts.js';
import { sizeOf } from './model-folder.js';

/** Bytes that are here, and of how many; null where the server does not say. */
export type OnBytes = (done: number, total: number | null) => void;

/**
 * Gets a file whole. What was got before an interruption lies beside it as `.partial` and is not asked for again, unless the
 * server has another file by now, which its entity tag tells.
 *
 * @throws RunError SPQ521 where the server refuses, or fails time after time
 */
export async function download(url: string, target: string, onBytes: OnBytes): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const givenUp = await untilDone(() => attemptOnce(url, target, onBytes));
  if (givenUp !== null) throw notDownloaded(url, givenUp);
  await rename(`${target}.partial`, target);
  await rm(tagOf(target), { force: true });
}

const tagOf = (target: string): string => `${target}.partial.etag`;

async function attemptOnce(url: string, target: string, onBytes: OnBytes): Promise<Failure | null> {
  const partial = `${target}.partial`;
  const here = await tagged(target);
  try {
    // Uncompressed: a range counts the bytes of the file, and not of what is sent.
    const plain = { 'accept-encoding': 'identity' };
    const headers = here === null ? plain : { ...plain, range: `bytes=${here.bytes}-`, 'if-range': here.tag };
    const response = await fetch(url, { headers });
    // What is here is not a part of what is there: it may be all of it, or longer.
    if (response.status === 416) await rm(partial, { force: true });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return refusalOf(response);
    }
    const resumed = response.status === 206 && here !== null;
    if (!resumed) await writeFile(tagOf(target), response.headers.get('etag') ?? '');
    let done = resumed ? here.bytes : 0;
    const length = response.headers.get('content-length');
    const total = length === null ? null : done + Number(length);
    const sink = await open(partial, resumed ? 'a' : 'w');
    try {
      // Piece by piece, and no stream into another: that would throw away what is on its way when it is broken off.
      for await (const bytes of response.body) {
        await sink.writeFile(bytes);
        done += bytes.length;
        onBytes(done, total);
      }
    } finally {
      await sink.close();
    }
    return null;
  } catch (error) {
    return { cause: networkCause(error), again: true };
  }
}

/** What is here of a file, and the server's tag for all of it; null where either is missing. */
async function tagged(target: string): Promise<{ readonly bytes: number; readonly tag: string } | null> {
  const bytes = await sizeOf(`${target}.partial`);
  if (bytes === null || bytes === 0 || (await sizeOf(tagOf(target))) === null) return null;
  const tag = await readFile(tagOf(target), 'utf8');
  return tag === '' ? null : { bytes, tag };
}

function notDownloaded(url: string, { cause, attempts }: GivenUp): RunError {
  const tried = attempts > 1 ? `, ${attempts} times` : '';
  return new RunError(
    'SPQ521',
    `\`${url}\` cannot be downloaded: ${cause}${tried}.`,
    'What was got is kept: the same command goes on from there. `--mirror URL` names another server, `--offline DIR` a folder.',
  );
}
