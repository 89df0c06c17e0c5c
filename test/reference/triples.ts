/** What is told of a thing: an aspect of it, and how much is told of that. */

/**
 * Of an answer: `order`, it is decided by comparing the aspect; `fact`, it is the aspect; `value`, it is made of it.
 * Of a name: the `value`, an `order`, or a `guess` at one.
 */
export type Level = 'order' | 'fact' | 'value' | 'guess';

export interface Triple {
  /** Name of a thing of the task. */
  readonly thing: string;
  readonly aspect: string;
  readonly level: Level;
}

const triples =
  (level: Level) =>
  (thing: string, ...aspects: readonly string[]): readonly Triple[] =>
    aspects.map((aspect) => ({ thing, aspect, level }));

export const orders = triples('order');
export const values = triples('value');
export const guesses = triples('guess');

const at = (level: Level, all: readonly Triple[]): readonly Triple[] => all.map((triple) => ({ ...triple, level }));

/** It tells of the answer only where more than an order is known. */
export const lowered = (all: readonly Triple[]): readonly Triple[] => at('value', all);

export const asFacts = (all: readonly Triple[]): readonly Triple[] => at('fact', all);

const SIZES = ['height', 'width', 'depth_extent', 'volume', 'footprint'];
const DEEP = ['forward', 'depth', 'distance', 'nearest'];

/** Rows of the table: who knows an order of one of the first knows those of the second, and guesses at the third. */
const IMPLIED: readonly (readonly [readonly string[], orders: readonly string[], guesses: readonly string[]])[] = [
  [
    ['right', 'bearing'],
    ['right', 'bearing'],
    ['spread', 'facing'],
  ],
  [DEEP, DEEP, ['spread', 'elevation', 'facing', ...SIZES]],
  [['elevation'], ['elevation'], [...DEEP, 'spread']],
  [['up', 'base'], ['up', 'base'], SIZES],
  [SIZES, SIZES, ['up', 'base', 'depth', 'distance', 'nearest', 'spread']],
  [['box2d'], ['box2d', 'right', 'bearing', 'elevation', ...DEEP, 'up', 'base'], ['spread', ...SIZES]],
];

/** What is revealed, and all that it implies, once. */
export function closed(revealed: readonly Triple[]): readonly Triple[] {
  const implied = revealed.flatMap(({ thing, aspect }) => {
    const [, known, guessed] = IMPLIED.find(([aspects]) => aspects.includes(aspect)) ?? [[], [aspect], []];
    return [...orders(thing, ...known), ...guesses(thing, ...guessed)];
  });
  return [...revealed, ...implied];
}

const MEETS: Readonly<Record<Level, readonly Level[]>> = {
  guess: ['order'],
  order: ['order', 'fact'],
  value: ['order', 'fact', 'value'],
  fact: [],
};

/** Whether something revealed tells of something deciding. */
export function isMet(revealed: readonly Triple[], deciding: readonly Triple[]): boolean {
  return revealed.some((r) =>
    deciding.some((d) => r.thing === d.thing && r.aspect === d.aspect && MEETS[r.level].includes(d.level)),
  );
}
