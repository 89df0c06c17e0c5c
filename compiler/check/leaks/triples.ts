/**
 * Sets of triples (thing, aspect, level): what an answer depends on, and what a name reveals.
 * A set holds one level per thing and aspect; which of two is kept depends on what the set is for.
 */
import { type Aspect, type Level, meets } from '../../std/aspects.js';
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

/** Each thing and aspect once, with the first of its levels. */
export function distinct(all: Triples, levels: readonly Level[]): Triples {
  const found = new Map<typed.Entity, Map<Aspect, Triple>>();
  for (const triple of all) {
    const ofThing = found.get(triple.thing) ?? new Map<Aspect, Triple>();
    found.set(triple.thing, ofThing);
    const before = ofThing.get(triple.aspect);
    if (!before || levels.indexOf(triple.level) < levels.indexOf(before.level)) ofThing.set(triple.aspect, triple);
  }
  return [...found.values()].flatMap((ofThing) => [...ofThing.values()]);
}

/** What answers depend on; the first level is met by most names. */
export const decidingLevels: readonly Level[] = ['order', 'fact', 'value'];

export const at = (level: Level, all: Triples): Triples => all.map((t) => ({ ...t, level }));

/** The same of the things that are given for parameters. */
export function given(all: Triples, meant: (thing: typed.Entity) => readonly typed.Entity[]): Triples {
  return all.flatMap((t) => meant(t.thing).map((thing) => ({ ...t, thing })));
}

/** The level of each thing and aspect: names ask for it thousands of times. */
export type Levels = ReadonlyMap<typed.Entity, ReadonlyMap<Aspect, Level>>;

/** @param all each thing and aspect once */
export function levelsOf(all: Triples): Levels {
  const found = new Map<typed.Entity, Map<Aspect, Level>>();
  for (const { thing, aspect, level } of all) {
    const ofThing = found.get(thing);
    if (ofThing) ofThing.set(aspect, level);
    else found.set(thing, new Map([[aspect, level]]));
  }
  return found;
}

/** The first revealed triple that meets a deciding one. */
export const meeting = (revealed: Triples, deciding: Levels): Triple | undefined =>
  revealed.find(({ thing, aspect, level }) => {
    const decided = deciding.get(thing)?.get(aspect);
    return decided !== undefined && meets(level, decided);
  });
