/** What a piece of work takes: on the clock on the wall, and of the processor in all threads of this process. */

export interface Spent {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of the processor. */
  readonly cpu: number;
}

export async function spentOn<T>(work: () => Promise<T>): Promise<Spent & { readonly value: T }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const wall = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1e6, value };
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
