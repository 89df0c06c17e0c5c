/** Does something now, and again whenever one of some files changes. */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Files are looked at this often: editors replace files, and network folders tell of nothing. */
const EVERY_MS = 200;

/** A change while the work goes on is not missed: the files are looked at before it. Ends when `interrupted` resolves. */
export async function onEveryChange(
  files: readonly string[],
  work: () => Promise<void>,
  interrupted: Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  void interrupted.then(() => ending.abort());
  let seen: string | undefined;
  while (!ending.signal.aborted) {
    const state = files.map(stamp).join('\n');
    if (state !== seen) {
      seen = state;
      await work();
    }
    await setTimeout(EVERY_MS, undefined, { signal: ending.signal }).catch(() => {});
  }
}

/** Differs when the file does, as far as the file system knows. */
function stamp(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? 'absent' : `${found.mtimeNs} ${found.size} ${found.ino}`;
}
