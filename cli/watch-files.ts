/** Does something now, and again whenever one of some files changes. */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Files are looked at this often: editors replace files, and network folders tell of nothing. */
const EVERY_MS = 100;

/** Ends when `interrupted` resolves. */
export async function onEveryChange(
  /** Calls `uses` with every file before it reads it: so no change is missed, not even one while the work goes on. */
  work: (uses: (file: string) => void) => Promise<void>,
  interrupted: Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  void interrupted.then(() => ending.abort());
  let seen: ReadonlyMap<string, string> | undefined;
  while (!ending.signal.aborted) {
    if (seen === undefined || [...seen].some(([file, before]) => stamp(file) !== before)) {
      const used = new Map<string, string>();
      await work((file) => void (used.has(file) || used.set(file, stamp(file))));
      seen = used;
    }
    await setTimeout(EVERY_MS, undefined, { signal: ending.signal }).catch(() => {});
  }
}

/** Differs when the file does, as far as the file system knows. */
function stamp(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? 'absent' : `${found.mtimeNs} ${found.size} ${found.ino}`;
}
