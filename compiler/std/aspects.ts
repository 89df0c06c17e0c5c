/**
 * What can be told of a thing, and what telling it implies (S8): the table that leaks are closed under.
 * An aspect is a fact, a component of the place, `spread`: how far off a thing stands from others; `place`: the place as
 * a whole, of which an order tells nothing; or `own`: what a column says, whatever that is.
 */

export const aspects = [
  ...(['right', 'up', 'forward', 'bearing', 'elevation', 'depth', 'distance', 'nearest', 'base'] as const),
  ...(['height', 'width', 'depth_extent', 'volume', 'footprint', 'facing', 'box2d', 'category', 'place'] as const),
  ...(['spread', 'own'] as const),
] as const;
export type Aspect = (typeof aspects)[number];

/**
 * How much is told. Of an answer: `order`, it is decided by comparing the aspect; `fact`, it is the aspect itself; `value`,
 * it is made of it and of others, so that an order tells too little. Of a name: the `value`, an `order`, or a `guess` at one.
 */
export type Level = 'order' | 'fact' | 'value' | 'guess';

/** What a name reveals meets what an answer depends on. */
export function meets(revealed: Level, deciding: Level): boolean {
  if (revealed === 'value') return true;
  return deciding === 'order' || (revealed === 'order' && deciding === 'fact');
}

const isAspect = (name: string): name is Aspect => aspects.some((a) => a === name);

/** Facts that are not an aspect of their own name. */
const madeOf: Readonly<Record<string, readonly Aspect[]>> = {
  // Along the axis of the camera, forward is depth; seen from elsewhere it is not.
  position: ['right', 'up', 'forward', 'depth'],
  distance_sigma: ['distance'],
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

/** Nobody has said what a fact from a column tells of: of all that a thing is, but not of what it is called, or of its picture. */
export const aspectsOfOwn: readonly Aspect[] = aspects.filter((a) => !['box2d', 'category', 'place'].includes(a));

const across = ['right', 'bearing'] as const;
const intoDepth = ['forward', 'depth', 'distance', 'nearest'] as const;
const upwards = ['up', 'base'] as const;
export const sizes: readonly Aspect[] = ['height', 'width', 'depth_extent', 'volume', 'footprint'];

/** Aspects of which one order is mostly that of the others. */
const families: readonly (readonly Aspect[])[] = [across, intoDepth, upwards, sizes];

/**
 * Who knows an order of the first guesses orders of the others better than by chance. These are likelihoods and do not chain.
 *
 * The nearer of two things on a floor stands lower in the picture. Small things that are near lie below the picture's
 * edge, so that of those in it the nearer is taller more often than not; but that says nothing of who is ahead of whom for
 * a viewer elsewhere (`forward` alone). What stands on something is smaller than its like on the floor. The ends of a row
 * are far from most things, and so are tall things, whose centres lie high. What stands at a wall faces away from it: the
 * rightmost faces left, the nearest seldom towards the camera.
 */
function guesses(aspect: Aspect): readonly Aspect[] {
  const among = (family: readonly Aspect[]): boolean => family.includes(aspect);
  if (among(across)) return ['spread', 'facing'];
  if (among(intoDepth)) return ['spread', 'elevation', 'facing', ...sizes];
  if (among(upwards)) return sizes;
  if (among(sizes)) return [...upwards, 'depth', 'distance', 'nearest', 'spread'];
  if (aspect === 'elevation') return [...intoDepth, 'spread'];
  return aspect === 'box2d' ? ['spread', ...sizes] : [];
}

/** What telling an aspect implies: orders, and guesses at orders. */
export function impliedBy(aspect: Aspect): { readonly orders: readonly Aspect[]; readonly guesses: readonly Aspect[] } {
  // A box of the picture tells left and right, above and below, and mostly depth.
  const pictured: readonly Aspect[] = aspect === 'box2d' ? [...across, 'elevation', ...intoDepth, ...upwards] : [];
  const orders = [aspect, ...families.filter((f) => f.includes(aspect)).flat(), ...pictured];
  return { orders, guesses: guesses(aspect) };
}
