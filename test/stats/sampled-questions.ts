/** Questions as baselines see them, made by hand: every second one is learned from, each is a capture of its own. */

import { played } from '../../runtime/stats/baselines/index.js';
import type { BaselineName, BaselineResult } from '../../runtime/stats/baselines/result.js';
import type { Sampled, Thing } from '../../runtime/stats/baselines/sampled.js';
import { seededNumbers } from '../../runtime/stats/baselines/seeded-numbers.js';

export const thing = (name: string, text: string, category: string | null = null, box: Thing['box'] = null): Thing => ({
  place: 1,
  name,
  kind: 'object',
  text,
  category,
  box,
});

export type Made = Partial<Sampled> & Pick<Sampled, 'answer'>;

/** `count` questions, each made from its number and a source of drawn numbers. */
export function questions(
  count: number,
  seed: number,
  make: (i: number, random: () => number) => Made,
): readonly Sampled[] {
  const random = seededNumbers(seed);
  return Array.from({ length: count }, (_, i) => {
    const made = make(i, random);
    return {
      ...{ capture: `s${i}`, learning: i % 2 === 0, phrasing: 'p', question: 'Which?', options: [], value: null },
      ...{ unit: null, accept: '{"rule":"exact"}', things: [] },
      answerIndex: made.options ? made.options.indexOf(made.answer) : null,
      ...made,
    };
  });
}

/** What each baseline reaches; undefined where it has nothing to say. */
export function accuracies(
  format: string,
  asked: readonly Sampled[],
): Readonly<Partial<Record<BaselineName, Pick<BaselineResult, 'accuracy' | 'chance' | 'standardError' | 'beyond'>>>> {
  return Object.fromEntries(played(format, asked));
}

/** One of a list. */
export const oneOf = <Item>(items: readonly [Item, ...Item[]], random: () => number): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** The list in a drawn order. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
