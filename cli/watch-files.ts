/** Does something now, and again whenever one of some files changes. */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Files are looked at this often: editors replace files, and network folders tell of nothing. */
const EVERY_MS = 200;

/**
 * A change while the work goes on is not missed: known files are looked at before it. Ends when `interrupted` resolves.
 *
 * @param files may become more by the work: those are looked at after it
 */
export async function onEveryChange(
  files: ReadonlySet<string>,
  work: () => Promise<void>,
  interrupted: Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  void interrupted.then(() => ending.abort());
  const seen = new Map<string, string>();
  while (!ending.signal.aborted) {
    if ([...files].some((file) => seen.get(file) !== stamp(file))) {
      for (const file of files) seen.set(file, stamp(file));
      await work();
      for (const file of files) if (!seen.has(file)) seen.set(file, stamp(file));
    }
    await setTimeout(EVERY_MS, undefined, { signal: ending.signal }).catch(() => {});
  }
}

/** Differs when the file does, as far as the file system knows. */
function stamp(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? 'absent' : `${found.mtimeNs} ${found.size} ${found.ino}`;
}
