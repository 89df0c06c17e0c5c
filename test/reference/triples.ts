/** What is told of a thing: an aspect of it, as an order among things or no less than its value. */

export type Strength = 'order' | 'value';

export interface Triple {
  /** Name of a thing of the task. */
  readonly thing: string;
  readonly aspect: string;
  readonly strength: Strength;
}

export const orders = (thing: string, ...aspects: readonly string[]): readonly Triple[] =>
  aspects.map((aspect) => ({ thing, aspect, strength: 'order' }));

export const values = (thing: string, ...aspects: readonly string[]): readonly Triple[] =>
  aspects.map((aspect) => ({ thing, aspect, strength: 'value' }));

/** Every order becomes a value: it tells of the answer only where more than an order is known. */
export const lowered = (triples: readonly Triple[]): readonly Triple[] =>
  triples.map((triple) => ({ ...triple, strength: 'value' }));

const IMPLIES: Readonly<Record<string, readonly string[]>> = {
  right: ['bearing'],
  bearing: ['right'],
  forward: ['depth'],
  distance: ['depth'],
  nearest: ['depth'],
  depth: ['forward', 'distance', 'nearest', 'elevation'],
  up: ['base', 'elevation'],
  base: ['up'],
  height: ['volume', 'up'],
  width: ['volume'],
  depth_extent: ['volume'],
  footprint: ['volume'],
  volume: ['height', 'width', 'depth_extent', 'footprint'],
  box2d: ['bearing', 'elevation', 'depth', 'up', 'volume'],
};

/** What is revealed, and all that it implies, as orders. */
export function closed(revealed: readonly Triple[]): readonly Triple[] {
  const known = new Map<string, Triple>();
  const add = (triple: Triple): void => {
    const key = JSON.stringify([triple.thing, triple.aspect, triple.strength]);
    if (known.has(key)) return;
    known.set(key, triple);
    for (const each of orders(triple.thing, ...(IMPLIES[triple.aspect] ?? []))) add(each);
  };
  revealed.forEach(add);
  return [...known.values()];
}

/** Whether something revealed tells of something deciding: an order of an order, a value of either. */
export function isMet(revealed: readonly Triple[], deciding: readonly Triple[]): boolean {
  return revealed.some((r) =>
    deciding.some(
      (d) => r.thing === d.thing && r.aspect === d.aspect && (r.strength === 'value' || d.strength === 'order'),
    ),
  );
}
