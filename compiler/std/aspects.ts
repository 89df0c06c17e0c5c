/**
 * What can be told of a thing, and what telling it implies (S8): the table that leaks are closed under.
 * An aspect is a fact, a component of the place, or `place`: the place as a whole, of which an order tells nothing.
 */

export const aspects = [
  ...(['right', 'up', 'forward', 'bearing', 'elevation', 'depth', 'distance', 'nearest', 'base'] as const),
  ...(['height', 'width', 'depth_extent', 'volume', 'footprint', 'facing', 'box2d', 'category', 'place'] as const),
] as const;
export type Aspect = (typeof aspects)[number];

/** `order`: how things are ordered by it. `value`: no less than what it is. */
export type Level = 'order' | 'value';

const isAspect = (name: string): name is Aspect => aspects.some((a) => a === name);

/** Facts that are not an aspect of their own name. */
const madeOf: Readonly<Record<string, readonly Aspect[]>> = {
  position: ['right', 'up', 'forward'],
  top: ['up', 'height'],
  footprint_area: ['footprint'],
};

/** Aspects that a fact tells of; a fact that nobody has thought of tells of all. */
export function aspectsOfFact(fact: string): readonly Aspect[] {
  return isAspect(fact) ? [fact] : (madeOf[fact] ?? aspects);
}

/** True of facts that the tables above speak of. */
export const hasAspects = (fact: string): boolean => isAspect(fact) || fact in madeOf;

/**
 * Who knows an order of the first can guess orders of the others better than by chance. The nearer of two things on a
 * floor stands lower in the picture, the taller one has the higher centre; left and far go together with nothing.
 */
const implied: Readonly<Record<Aspect, readonly Aspect[]>> = {
  right: ['bearing'],
  bearing: ['right'],
  forward: ['depth'],
  distance: ['depth'],
  nearest: ['depth'],
  depth: ['forward', 'distance', 'nearest', 'elevation'],
  up: ['base', 'elevation'],
  base: ['up'],
  elevation: [],
  height: ['volume', 'up'],
  width: ['volume'],
  depth_extent: ['volume'],
  footprint: ['volume'],
  volume: ['height', 'width', 'depth_extent', 'footprint'],
  box2d: ['bearing', 'elevation', 'depth', 'up', 'volume'],
  facing: [],
  category: [],
  place: [],
};

/** The aspect itself and all that it implies, over as many steps as there are. */
export function impliedBy(aspect: Aspect): ReadonlySet<Aspect> {
  const found = new Set<Aspect>([aspect]);
  for (const each of found) for (const next of implied[each]) found.add(next);
  return found;
}
