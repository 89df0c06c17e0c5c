/** Duels: what is right wins against all else that is offered; of two that meet neither may win more often. */
import { grouped, PLACES } from './cuts.js';

export interface Contest {
  readonly group: string;
  readonly form: string;
  readonly value: string;
  readonly others: readonly string[];
  /** Of its draw. */
  readonly place: number;
}

/** Those that stay in all their duels. */
export function duelled<Item>(items: readonly Item[], contestOf: (item: Item) => Contest | undefined): readonly Item[] {
  const duels = items.flatMap((item) => duelsOf(contestOf(item)).map((duel) => ({ ...duel, item })));
  const places = new Map(
    [...grouped(duels, ({ own }) => own)].map(([own, all]) => [
      own,
      all.map(({ place }) => place).sort((a, b) => a - b),
    ]),
  );
  const beaten = duels.filter(({ own, reverse, place }) => {
    const mine = places.get(own) ?? [];
    const quota = places.get(reverse)?.length ?? 0;
    return mine.length > quota && place >= (mine[quota] ?? PLACES);
  });
  const left = new Set(beaten.map(({ item }) => item));
  return items.filter((item) => !left.has(item));
}

interface Duel {
  readonly own: string;
  readonly reverse: string;
  readonly place: number;
}

function duelsOf(contest: Contest | undefined): readonly Duel[] {
  if (contest === undefined) return [];
  const { group, form, value, others, place } = contest;
  const named = (won: string, lost: string): string => JSON.stringify([group, form, won, lost]);
  return others
    .filter((other) => other !== value)
    .map((other) => ({ own: named(value, other), reverse: named(other, value), place }));
}
