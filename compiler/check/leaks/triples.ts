/**
 * Sets of triples (thing, aspect, order or value): what an answer depends on, and what a name reveals.
 * A set holds one level per thing and aspect; which of two is kept depends on what the set is for.
 */
import type { Aspect, Level } from '../../std/aspects.js';
import type * as typed from '../typed.js';

export interface Triple {
  readonly thing: typed.Entity;
  readonly aspect: Aspect;
  readonly level: Level;
}
export type Triples = readonly Triple[];

export const triples = (
  things: readonly typed.Entity[],
  aspects: readonly Aspect[],
  level: Level = 'order',
): readonly Triple[] => things.flatMap((thing) => aspects.map((aspect) => ({ thing, aspect, level })));

/** Each thing and aspect once; of two levels the one named. */
export function distinct(all: Triples, stronger: Level): Triples {
  const found = new Map<typed.Entity, Map<Aspect, Triple>>();
  for (const triple of all) {
    const ofThing = found.get(triple.thing) ?? new Map<Aspect, Triple>();
    found.set(triple.thing, ofThing);
    if (triple.level === stronger || !ofThing.has(triple.aspect)) ofThing.set(triple.aspect, triple);
  }
  return [...found.values()].flatMap((ofThing) => [...ofThing.values()]);
}

/** What an order cannot tell of. */
export const lowered = (all: Triples): Triples => all.map((t) => ({ ...t, level: 'value' }));

/** The same of the things that are given for parameters. */
export function given(all: Triples, meant: (thing: typed.Entity) => readonly typed.Entity[]): Triples {
  return all.flatMap((t) => meant(t.thing).map((thing) => ({ ...t, thing })));
}

/** Revealed triples that meet deciding ones: an order meets an order, a value meets both. */
export function meeting(revealed: Triples, deciding: Triples): Triples {
  return revealed.filter((r) =>
    deciding.some((d) => d.thing === r.thing && d.aspect === r.aspect && (r.level === 'value' || d.level === 'order')),
  );
}
