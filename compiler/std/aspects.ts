/**
 * What can be told of a thing, and what telling it implies (S8): the table that leaks are closed under.
 * An aspect is a fact, a component of the place, `spread`: how far off a thing stands from others; or `place`: the place as
 * a whole, of which an order tells nothing.
 */

export const aspects = [
  ...(['right', 'up', 'forward', 'bearing', 'elevation', 'depth', 'distance', 'nearest', 'base'] as const),
  ...(['height', 'width', 'depth_extent', 'volume', 'footprint', 'facing', 'box2d', 'category', 'place'] as const),
  'spread',
] as const;
export type Aspect = (typeof aspects)[number];

/** `order`: how things are ordered by it. `value`: no less than what it is. */
export type Level = 'order' | 'value';

const isAspect = (name: string): name is Aspect => aspects.some((a) => a === name);

/** Facts that are not an aspect of their own name. */
const madeOf: Readonly<Record<string, readonly Aspect[]>> = {
  // Along the axis of the camera, forward is depth; seen from elsewhere it is not.
  position: ['right', 'up', 'forward', 'depth'],
  top: ['up', 'height'],
  footprint_area: ['footprint'],
  box3d: ['right', 'up', 'forward', 'depth', 'width', 'height', 'depth_extent', 'facing'],
};

/** Aspects that a fact tells of; a fact that nobody has thought of tells of all. */
export function aspectsOfFact(fact: string): readonly Aspect[] {
  return isAspect(fact) ? [fact] : (madeOf[fact] ?? aspects);
}

/** True of facts that the tables above speak of. */
export const hasAspects = (fact: string): boolean => isAspect(fact) || fact in madeOf;

const across = ['right', 'bearing', 'spread'] as const;
const intoDepth = ['forward', 'depth', 'distance', 'nearest', 'spread'] as const;
const upwards = ['up', 'base'] as const;
const sizes = ['height', 'width', 'depth_extent', 'volume', 'footprint'] as const;

/**
 * Who knows the order of the first can guess orders of the others better than by chance. These are likelihoods, not laws:
 * they do not chain, so that the table is written out.
 *
 * The nearer of two things on a floor stands lower in the picture. Small things that are near lie below the picture's
 * edge, so that of those in it the nearer is taller more often than not; but that says nothing of who is ahead of whom for
 * a viewer elsewhere (`forward` alone). What stands on something is smaller than its like on the floor. The ends of a row
 * are far from most things.
 */
const implied: Readonly<Record<Aspect, readonly Aspect[]>> = {
  right: across,
  bearing: across,
  forward: [...intoDepth, 'elevation', ...sizes],
  depth: [...intoDepth, 'elevation', ...sizes],
  distance: [...intoDepth, 'elevation', ...sizes],
  nearest: [...intoDepth, 'elevation', ...sizes],
  elevation: ['elevation', ...intoDepth],
  up: [...upwards, ...sizes],
  base: [...upwards, ...sizes],
  height: [...sizes, ...upwards, 'depth', 'distance', 'nearest'],
  width: [...sizes, ...upwards, 'depth', 'distance', 'nearest'],
  depth_extent: [...sizes, ...upwards, 'depth', 'distance', 'nearest'],
  volume: [...sizes, ...upwards, 'depth', 'distance', 'nearest'],
  footprint: [...sizes, ...upwards, 'depth', 'distance', 'nearest'],
  box2d: ['box2d', ...across, ...intoDepth, 'elevation', ...upwards, ...sizes],
  facing: ['facing'],
  category: ['category'],
  place: ['place'],
  spread: ['spread'],
};

/** The aspect itself and all that it implies. */
export const impliedBy = (aspect: Aspect): readonly Aspect[] => implied[aspect];
