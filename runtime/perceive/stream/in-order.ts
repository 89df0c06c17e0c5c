/** Work on many things at once whose results come in the order of the things, however long each takes. */

/**
 * @param most how many are under way at most, and how many results may wait for one that takes longer
 * @param work fails the whole where it fails
 */
export async function* inOrder<Thing, Made>(
  things: Iterable<Thing>,
  most: number,
  work: (thing: Thing) => Promise<Made>,
): AsyncGenerator<Made> {
  const underWay: Promise<Made>[] = [];
  for (const thing of things) {
    const next = underWay.length >= most ? underWay.shift() : undefined;
    if (next !== undefined) yield await next;
    const begun = work(thing);
    // Whoever waits for it is told; until then nobody waits, and that is no fault.
    begun.catch(() => {});
    underWay.push(begun);
  }
  for (const next of underWay) yield await next;
}
