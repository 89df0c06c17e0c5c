/**
 * Resolves noun phrases to things: reads nothing but the words, the plain rows of the scene and the boxes that were
 * drawn into its picture. A phrase means the things that satisfy it for every careful reader; right is exactly one.
 */
import type { ObjectRow, SceneFacts } from '../../../runtime/facts/rows.js';
import type { Called, Nouns } from './nouns.js';
import type { Phrase } from './phrases.js';
import { type Compared, commonShare, isLeft, isRight, landmarks, type Sight, sightOf, superlatives } from './sight.js';

/** A box that was drawn into the picture, by its colour. */
export interface Mark {
  readonly colour: string;
  readonly box: readonly number[];
}

export interface Resolved {
  /** One id; or why there is not exactly one. */
  readonly id: string | undefined;
  readonly why: string;
  /** Where the phrase ends, its landmark included. */
  readonly end: number;
}

export interface Viewer {
  readonly sights: readonly Sight[];
  /** What somebody has called things of the scene, and somebody has looked at. */
  readonly captions: readonly string[];
  readonly nouns: Nouns;
  /**
   * `is the lamp to the left of the chair`: short, the lamp is meant, and the rest is said of it; long, it is the lamp there.
   * Where there are several lamps only the long way makes sense.
   */
  readonly way: 'short' | 'long';
}

export function viewerOf(facts: SceneFacts, nouns: Nouns): Viewer {
  const listed = facts.objects.filter(({ visibility }) => visibility === null || visibility >= 0.05);
  const captions = new Set(listed.map(captionOf).filter((caption) => caption !== undefined));
  return { sights: listed.map((row) => sightOf(row, facts.scene)), captions: [...captions], nouns, way: 'short' };
}

/** In small letters, without an article before it or a stop after it; of what nobody has looked at nothing is said. */
function captionOf({ caption, verifiedBy }: ObjectRow): string | undefined {
  if (caption === null || verifiedBy === null) return undefined;
  const words = caption
    .toLowerCase()
    .replace(/^(?:a|an|the) /, '')
    .replace(/\.$/, '');
  return /^[a-z'-]+(?: [a-z'-]+)*$/.test(words) ? words : undefined;
}

export function resolve(phrase: Phrase, viewer: Viewer, marks: readonly Mark[]): Resolved {
  if (phrase.caption !== undefined) return captioned(phrase, viewer);
  if (phrase.colour !== undefined) return drawn(phrase, viewer, marks);
  const kin = viewer.sights.filter((sight) => calledSo(sight, phrase.noun, viewer) !== 'no');
  if (phrase.superlative !== undefined) return beyond(phrase, kin, superlatives[phrase.superlative], viewer);
  if (phrase.ordinal !== undefined) return inRow(phrase, kin, phrase.ordinal.place, phrase.ordinal.from, viewer);
  if (phrase.landmark === undefined) return only(phrase, kin, viewer);
  const there = kin.length > 1 || viewer.way === 'long' ? beside(phrase, kin, viewer) : undefined;
  return there === undefined || (there.id === undefined && kin.length === 1) ? only(phrase, kin, viewer) : there;
}

const calledSo = ({ row }: Sight, noun: string, { nouns }: Viewer): Called =>
  row.category === '*' ? 'perhaps' : nouns.called(row.category, noun);

const isSure = (sight: Sight, noun: string, viewer: Viewer): boolean =>
  sight.certain && calledSo(sight, noun, viewer) === 'surely';

function only({ noun, end }: Phrase, found: readonly Sight[], viewer: Viewer): Resolved {
  const [one, ...others] = found;
  if (one === undefined) return { id: undefined, why: `nothing is called ${noun}`, end };
  if (others.length > 0) return { id: undefined, why: `${found.length} may be meant`, end };
  if (!isSure(one, noun, viewer)) return { id: undefined, why: 'it is not sure to be one, or to be there', end };
  return { id: one.row.objectId, why: '', end };
}

function beyond(phrase: Phrase, kin: readonly Sight[], clearly: Compared | undefined, viewer: Viewer): Resolved {
  const { noun, end } = phrase;
  if (clearly === undefined) return { id: undefined, why: `what is ${phrase.superlative}?`, end };
  if (kin.filter((sight) => isSure(sight, noun, viewer)).length < 2)
    return { id: undefined, why: 'there are no others of the kind', end };
  const found = kin.filter((one) => kin.every((other) => other === one || clearly(one, other)));
  if (found.length === 0) return { id: undefined, why: `none is clearly the ${phrase.superlative}`, end };
  return only(phrase, found, viewer);
}

/** Of all of the kind, how many stand before it; each must be on one side of it, for certain. */
function inRow(phrase: Phrase, kin: readonly Sight[], place: number, from: 'left' | 'right', viewer: Viewer): Resolved {
  const before = from === 'left' ? isRight : isLeft;
  const after = from === 'left' ? isLeft : isRight;
  if (!kin.every((sight) => isSure(sight, phrase.noun, viewer)))
    return { id: undefined, why: 'it is not sure how many there are', end: phrase.end };
  const found = kin.filter((one) => {
    const others = kin.filter((other) => other !== one);
    const passed = others.filter((other) => before(one, other)).length;
    return passed === place - 1 && others.filter((other) => after(one, other)).length === others.length - passed;
  });
  return only(phrase, found, viewer);
}

/** The one of the kind that stands so to a landmark; of every other of the kind it is surely not so. */
function beside(phrase: Phrase, kin: readonly Sight[], viewer: Viewer): Resolved {
  const { landmark, noun, end } = phrase;
  const holds = landmark && landmarks[landmark.relation];
  if (!landmark || !holds) return { id: undefined, why: 'no landmark', end };
  const [mark, ...others] = viewer.sights.filter((sight) => calledSo(sight, landmark.noun, viewer) !== 'no');
  if (!mark || others.length > 0 || !isSure(mark, landmark.noun, viewer))
    return { id: undefined, why: `no one landmark ${landmark.noun}`, end: landmark.end };
  const rivals = kin.filter((one) => one !== mark);
  const unclear = rivals.filter((one) => holds(one, mark) === null);
  if (unclear.length > 0) return { id: undefined, why: `${unclear.length} stand so or do not`, end: landmark.end };
  const found = rivals.filter((one) => holds(one, mark) === true);
  return { ...only({ ...phrase, noun }, found, viewer), end: landmark.end };
}

function captioned({ caption, end }: Phrase, { sights }: Viewer): Resolved {
  const found = sights.filter(({ row }) => captionOf(row) === caption);
  const [one] = found;
  if (one === undefined || found.length > 1) return { id: undefined, why: `${found.length} are called so`, end };
  return one.certain ? { id: one.row.objectId, why: '', end } : { id: undefined, why: 'it is hardly seen', end };
}

/** The thing whose own box it is that was drawn. */
function drawn(phrase: Phrase, viewer: Viewer, marks: readonly Mark[]): Resolved {
  const { noun, colour, end } = phrase;
  const [box, ...others] = marks.filter((mark) => mark.colour === colour).map((mark) => mark.box);
  if (box === undefined) return { id: undefined, why: `no ${colour} box is drawn`, end };
  if (others.some((other) => commonShare(box, other) < 0.999))
    return { id: undefined, why: `two ${colour} boxes are drawn`, end };
  const fits = (row: ObjectRow): number => (row.box2d ? commonShare(row.box2d, box) : 0);
  const found = viewer.sights.filter(({ row }) => fits(row) >= 0.5);
  const [one] = found;
  if (one === undefined || found.length > 1) return { id: undefined, why: `${found.length} things fill the box`, end };
  if (fits(one.row) < 0.999) return { id: undefined, why: 'it is the box of nothing', end };
  if (!one.certain) return { id: undefined, why: 'what is in the box is hardly seen', end };
  if (noun !== 'object' && calledSo(one, noun, viewer) !== 'surely')
    return { id: undefined, why: `what is in the box is no ${noun}`, end };
  return { id: one.row.objectId, why: '', end };
}
