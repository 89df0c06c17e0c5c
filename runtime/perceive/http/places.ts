/** So many places on each of some things: who wants places waits for the thing with the most free ones. */

export interface Places<Thing> {
  /** Runs a task with so many places on one of the things, in the order in which they were asked for. */
  readonly on: <T>(count: number, task: (thing: Thing) => Promise<T>) => Promise<T>;
}

/** @param things at least one, with `each` places */
export function placesOn<Thing>(things: readonly Thing[], each: number): Places<Thing> {
  const seats = things.map((thing) => ({ thing, free: each }));
  type Seat = (typeof seats)[number];
  const waiting: { readonly count: number; readonly enter: (seat: Seat) => void }[] = [];

  const enterNext = (): void => {
    for (;;) {
      const [next] = waiting;
      const freest = seats.reduce((best, seat) => (seat.free > best.free ? seat : best));
      // The first one waits until there is room, so that one which needs more room comes to its turn, too.
      if (next === undefined || freest.free < next.count) return;
      waiting.shift();
      freest.free -= next.count;
      next.enter(freest);
    }
  };
  return {
    on: async (count, task) => {
      const seat = await new Promise<Seat>((enter) => {
        waiting.push({ count, enter });
        enterNext();
      });
      try {
        return await task(seat.thing);
      } finally {
        seat.free += count;
        enterNext();
      }
    },
  };
}
