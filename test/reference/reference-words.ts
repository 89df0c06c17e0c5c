/** The words of each strategy for one thing of a scene, where they single it out under margins and coverage. */
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { isCertain } from './candidates.js';
import { saidCaption } from './captions.js';
import { related, type Scope } from './interpret.js';
import { isClearlyLess } from './interpret-comparison.js';
import type { Truth } from './kleene.js';
import { byLandmark } from './landmarks.js';
import type { NamingPlan } from './naming-plan.js';
import { GROUPS_OF_WORDS } from './noun-lexicon.js';
import type { ObjectFacts } from './object-facts.js';
import type { SceneContext } from './scene-context.js';
import type { BoundEntity } from './tuples.js';
import { type ObjectValue, quantity } from './value.js';
import { called } from './vocabulary.js';

export interface Naming {
  readonly context: SceneContext;
  readonly plan: NamingPlan;
  /** Categories that the task counts, for this tuple. */
  readonly counted: readonly (string | null)[];
  readonly lexicon: ReadonlySet<string>;
}

export type BoundObject = BoundEntity & { readonly row: ObjectRow };

/** Where the colour of a box is still to be written. */
export const COLOUR_HOLE = '#colour#';

/** Words, and what is left of them without the nouns: by it a blind reader might guess. */
export interface Phrase {
  readonly text: string;
  readonly form: string;
}

/** Undefined where the strategy is refused, or does not single the thing out. */
export function phraseBy(strategy: string, naming: Naming, each: BoundObject): Phrase | undefined {
  const { name, row } = each;
  const { plan } = naming;
  const noun = nounOf(naming, row);
  const isNameless = plan.nameless.has(name);
  const isFree = naming.counted.every((category) => category !== null && callsIt(naming, row, category) === false);
  const isNoun = noun !== undefined && naming.context.covered.has(row.category) && !isNameless && isFree;
  switch (strategy) {
    case 'category':
      return isNoun && rivalsOf(naming, row).length === 0 ? { text: `the ${noun}`, form: strategy } : undefined;
    case 'position':
      return isNoun ? byPosition(naming, each, noun) : undefined;
    case 'size':
      return isNoun ? bySize(naming, each, noun) : undefined;
    case 'relation':
      return isNoun ? byLandmark(naming, each, noun) : undefined;
    case 'caption':
      return plan.isAllowed(name, 'caption') ? byCaption(naming, each) : undefined;
    case 'box':
      if (!plan.isAllowed(name, 'box') || !isClearBox(naming, row)) return undefined;
      return byBox(noun === undefined || isNameless || !isFree ? undefined : noun);
  }
  return undefined;
}

const byBox = (noun: string | undefined): Phrase => ({
  text: `the ${noun ?? 'object'} in the ${COLOUR_HOLE} ${noun?.split(/\W/).includes('box') ? 'frame' : 'box'}`,
  form: noun === undefined ? 'object' : 'box',
});

const callsIt = ({ context }: Naming, row: ObjectRow, category: string): Truth =>
  called(context.vocabulary, row.category, category);

/** The singular of a clean label. */
export function nounOf({ context, lexicon }: Naming, row: ObjectRow): string | undefined {
  const found = context.vocabulary.get(row.category);
  const isClean = found?.countable === true && !row.category.split(' ').some((word) => lexicon.has(word.toLowerCase()));
  return isClean ? found.singular : undefined;
}

const othersOf = ({ context }: Naming, row: ObjectRow): readonly ObjectRow[] =>
  context.candidates.filter((other) => other !== row);

/** All others that may be called what the thing is labelled. */
export function rivalsOf(naming: Naming, row: ObjectRow): readonly ObjectRow[] {
  return othersOf(naming, row).filter((other) => callsIt(naming, other, row.category) !== false);
}

export const thingOf = (row: ObjectRow): ObjectValue => ({ kind: 'object', row });

export function isRelated({ context }: Naming, words: string, a: ObjectRow, b: ObjectRow): Truth {
  const scope: Scope = { context, names: new Map(), bound: new Set() };
  return related(scope, words, thingOf(a), thingOf(b));
}

const isSurelyOne = (naming: Naming, row: ObjectRow) => (other: ObjectRow) =>
  isCertain(other) && callsIt(naming, other, row.category) === true;

const ENDS = [
  ['leftmost', 'left of'],
  ['rightmost', 'right of'],
  ['nearest', 'nearer than'],
  ['farthest', 'farther than'],
] as const;

function byPosition(naming: Naming, { name, row }: BoundObject, noun: string): Phrase | undefined {
  const rivals = rivalsOf(naming, row);
  if (!rivals.some(isSurelyOne(naming, row))) return undefined;
  const found = ENDS.find(
    ([word, relation]) =>
      naming.plan.isAllowed(name, word) && rivals.every((rival) => isRelated(naming, relation, row, rival) === true),
  );
  if (found !== undefined) return { text: `the ${found[0]} ${noun}`, form: found[0] };
  return naming.plan.isAllowed(name, 'ordinal') ? byOrdinal(naming, row, noun) : undefined;
}

const ORDINALS = ['second', 'third', 'fourth', 'fifth'];

/** A place in a row all of whose members are known, counted from the nearer end. */
function byOrdinal(naming: Naming, row: ObjectRow, noun: string): Phrase | undefined {
  const rivals = rivalsOf(naming, row);
  if (rivals.length < 2 || !rivals.every(isSurelyOne(naming, row))) return undefined;
  const before = rivals.filter((rival) => isRelated(naming, 'right of', row, rival) === true).length;
  const after = rivals.filter((rival) => isRelated(naming, 'left of', row, rival) === true).length;
  if (before + after < rivals.length) return undefined;
  const [i, j] = [before + 1, rivals.length - before + 1];
  const isFromLeft = i <= j;
  const word = ORDINALS[(isFromLeft ? i : j) - 2];
  const end = isFromLeft ? 'left' : 'right';
  return word === undefined ? undefined : { text: `the ${word} ${noun} from the ${end}`, form: `${word} ${end}` };
}

const SIZES: readonly (readonly [word: string, fact: 'height' | 'width' | 'volume', isMost: boolean])[] = [
  ['tallest', 'height', true],
  ['shortest', 'height', false],
  ['widest', 'width', true],
  ['narrowest', 'width', false],
  ['largest', 'volume', true],
  ['smallest', 'volume', false],
];

function bySize(naming: Naming, { name, row }: BoundObject, noun: string): Phrase | undefined {
  const rivals = rivalsOf(naming, row);
  if (!rivals.some(isSurelyOne(naming, row))) return undefined;
  const { context } = naming;
  const amount = (each: ObjectRow, fact: keyof ObjectFacts & ('height' | 'width' | 'volume')) =>
    quantity(fact === 'volume' ? 'volume' : 'magnitude', context.factsOf(each)[fact]);
  const found = SIZES.find(
    ([word, fact, isMost]) =>
      naming.plan.isAllowed(name, word) &&
      rivals.every((rival) => {
        const [less, more] = isMost ? [rival, row] : [row, rival];
        return isClearlyLess(amount(less, fact), amount(more, fact), context.settings);
      }),
  );
  return found === undefined ? undefined : { text: `the ${found[0]} ${noun}`, form: found[0] };
}

function byCaption(naming: Naming, { name, row }: BoundObject): Phrase | undefined {
  const caption = saidCaption(row);
  if (caption === undefined) return undefined;
  if (othersOf(naming, row).some((other) => saidCaption(other) === caption)) return undefined;
  const refused = naming.plan.refusedGroups(name).map((group) => GROUPS_OF_WORDS.get(group));
  const isTelling = caption.split(' ').some((word) => refused.some((words) => words?.has(word) === true));
  return isTelling ? undefined : { text: `the ${caption}`, form: 'caption' };
}

type Box = readonly [number, number, number, number];

/** Large enough to see, and no other box could be meant, even when drawn a little larger. */
function isClearBox(naming: Naming, row: ObjectRow): boolean {
  const box = row.box2d;
  if (box === null) return false;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (width < 8 || height < 8) return false;
  const larger: Box = [box[0] - width / 10, box[1] - height / 10, box[2] + width / 10, box[3] + height / 10];
  return othersOf(naming, row).every(
    ({ box2d }) => box2d === null || (overlap(box2d, box) < 0.5 && overlap(box2d, larger) < 0.5),
  );
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const across = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const along = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const shared = across * along;
  const area = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);
  return shared / (area(a) + area(b) - shared);
}
