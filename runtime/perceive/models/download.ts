/**
 * A file from a server, resumed where it was broken off. Node's own `fetch` is used: @huggingface/hub 2.17.5 begins anew after
 * an interruption and compares no checksum.
 */
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RunError } from '../../errors.js';
import { sizeOf } from './model-folder.js';

/** Bytes that are here, and of how many; null where the server does not say. */
export type OnBytes = (done: number, total: number | null) => void;

/** Servers that are busy or restart answer after seconds; what fails for half a minute will fail on. */
const ATTEMPTS = 6;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 60_000;

/**
 * Gets a file whole. What was got before an interruption lies beside it as `.partial` and is not asked for again, unless the
 * server has another file by now, which its entity tag tells.
 *
 * @throws RunError SPQ521 where the server refuses, or fails time after time
 */
export async function download(url: string, target: string, onBytes: OnBytes): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const failure = await attemptOnce(url, target, onBytes);
    if (failure === null) break;
    if (!failure.again || attempt === ATTEMPTS) throw notDownloaded(url, failure.cause, failure.again ? attempt : 1);
    await wait(Math.min(failure.afterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS));
  }
  await rename(`${target}.partial`, target);
  await rm(tagOf(target), { force: true });
}

interface Failure {
  readonly cause: string;
  /** Whether it may go better another time. */
  readonly again: boolean;
  /** When, as the server says. */
  readonly afterMs?: number;
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
    if (!response.ok || response.body === null) return refusal(response);
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

/** Too many requests, a timeout, a server that fails, and a range that does not fit pass; all other refusals stay. */
async function refusal(response: Response): Promise<Failure> {
  await response.body?.cancel();
  const { status, statusText, headers } = response;
  const again = status === 408 || status === 416 || status === 429 || status >= 500;
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  const failure = { cause: `the server answers ${status} ${statusText}`.trim(), again };
  return Number.isNaN(seconds) ? failure : { ...failure, afterMs: 1000 * seconds };
}

/** `fetch` hides the cause (`ECONNREFUSED …`) behind "fetch failed". */
function networkCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function notDownloaded(url: string, cause: string, attempts: number): RunError {
  const tried = attempts > 1 ? `, ${attempts} times` : '';
  return new RunError(
    'SPQ521',
    `\`${url}\` cannot be downloaded: ${cause}${tried}.`,
    'What was got is kept: the same command goes on from there. `--mirror URL` names another server, `--offline DIR` a folder.',
  );
}
