/** At most so many at once: the others wait in the order in which they came. */

export interface Slots {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
}

export function slots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    // A slot is handed on, and not given back first: nobody comes between.
    if (next === undefined) free += 1;
    else next();
  };
  return {
    run: async (task) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((enter) => waiting.push(enter));
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
