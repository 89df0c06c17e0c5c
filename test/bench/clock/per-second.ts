/** How many times a second something can be done, by the processor's clock and by the one on the wall. */

export interface Rate {
  /** Per second of processor time, of all threads of this process together. */
  readonly cpu: number;
  /** Per second. */
  readonly wall: number;
}

/** Does `work` with 0, 1, … `count - 1`, after `warmUp` times with other numbers that are not measured. */
export async function perSecond(count: number, warmUp: number, work: (index: number) => unknown): Promise<Rate> {
  await repeat(count, warmUp, work);
  const before = process.cpuUsage();
  const start = performance.now();
  await repeat(0, count, work);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (count * 1e6) / (user + system), wall: (count * 1e3) / (performance.now() - start) };
}

async function repeat(first: number, count: number, work: (index: number) => unknown): Promise<void> {
  for (let index = first; index < first + count; index++) {
    const result = work(index);
    // Waiting for what is no promise would be measured with the work.
    if (result instanceof Promise) await result;
  }
}
