/**
 * Takes turns at an operator: pictures that wait are given to it together, as many as it takes, and no more calls are under way
 * than it allows. Nothing is waited for: a call begins as soon as one may.
 */

export interface Turns<Given, Made> {
  readonly take: (given: Given) => Promise<Made>;
}

interface Waiting<Given, Made> {
  readonly given: Given;
  readonly resolve: (made: Made) => void;
  readonly reject: (cause: unknown) => void;
}

/** @param work gives something for each, in their order */
export function turnsAt<Given, Made>(
  { batch, calls }: { readonly batch: number; readonly calls: number },
  work: (given: readonly Given[]) => Promise<readonly Made[]>,
): Turns<Given, Made> {
  const waiting: Waiting<Given, Made>[] = [];
  let underWay = 0;

  const begin = (): void => {
    while (underWay < calls && waiting.length > 0) {
      underWay++;
      void call(waiting.splice(0, batch)).finally(() => {
        underWay--;
        begin();
      });
    }
  };
  const call = async (taken: readonly Waiting<Given, Made>[]): Promise<void> => {
    try {
      const made = await work(taken.map(({ given }) => given));
      if (made.length !== taken.length) throw new Error(`${made.length} results of ${taken.length} pictures`);
      for (const [index, one] of made.entries()) taken[index]?.resolve(one);
    } catch (cause) {
      for (const { reject } of taken) reject(cause);
    }
  };
  return {
    take: (given) =>
      new Promise((resolve, reject) => {
        waiting.push({ given, resolve, reject });
        // What comes in the same moment goes together.
        queueMicrotask(begin);
      }),
  };
}
