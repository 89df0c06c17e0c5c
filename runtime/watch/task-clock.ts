/** How long each task took to be asked, for knowing which will take long. */
import type { Around } from '../profile/around.js';

export interface TaskClock {
  /** The given one, and looks at the clock. */
  readonly around: Around;
  /** Milliseconds of each task that the work asks are those of before until it ends, then those that it took. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Milliseconds, the last time; without end for a task that was never asked. */
  readonly tookOf: (task: string) => number;
}

export function taskClock(given: Around): TaskClock {
  const known = new Map<string, number>();
  let spent = new Map<string, number>();
  return {
    around: async (node, work) => {
      const began = performance.now();
      const made = await given(node, work);
      if (node.kind === 'task') spent.set(node.name, (spent.get(node.name) ?? 0) + performance.now() - began);
      return made;
    },
    during: async (work) => {
      spent = new Map();
      const made = await work();
      for (const [task, took] of spent) known.set(task, took);
      return made;
    },
    tookOf: (task) => known.get(task) ?? Number.POSITIVE_INFINITY,
  };
}
