/**
 * Captions by a vision-language model, and whether they fit: a caption counts as verified only if the model that is asked to find
 * it in the whole picture finds one thing, and that is the thing it was written of.
 */
import { saidOf } from '../../facts/caption.js';
import type { Placement } from '../../geometry/placement.js';
import { type Bounds, intersectionOverUnion } from '../../geometry/projection.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { thingCrop } from '../picture/thing-crop.js';
import { ask, type Vlm } from './chat.js';
import { boxOfNumbers, jpegOf, vlmPlacement } from './shown-picture.js';
import { toldBoxes } from './told-boxes.js';

/** A thing whose caption is wanted. */
export interface Captioned {
  readonly label: string;
  /** Pixels of the picture. */
  readonly box: Bounds;
}

export interface WrittenCaption {
  readonly text: string;
  /** Whether looking for it found exactly this thing. */
  readonly verified: boolean;
}

/** The found box must overlap the thing's by so much: the threshold at which detection benchmarks count a hit. */
export const SAME_BOX = 0.5;
/** Of the crop's side the thing takes this share: what is around a thing tells what it is. */
const CUT = { share: 0.7, ground: [255, 255, 255] } as const;
/** Changed whenever a prompt or a rule here changes what comes out: kept results are told apart by it. */
export const CAPTIONS_VERSION = 1;

const CAPTION_TOKENS = 64;
const GROUNDING_TOKENS = 512;

/** A picture as it is shown whole, made once for all that is looked for in it. */
export interface Shown {
  readonly picture: RgbPicture;
  readonly placement: Placement;
  readonly jpeg: Uint8Array;
}

export async function shown(picture: RgbPicture): Promise<Shown> {
  const placement = vlmPlacement(picture);
  return { picture, placement, jpeg: await jpegOf(picture, placement) };
}

/**
 * @returns null where the model writes no short phrase of plain words
 * @throws RunError SPQ541, SPQ542
 */
export async function captionOf(
  writer: Vlm,
  verifier: Vlm,
  whole: Shown,
  thing: Captioned,
): Promise<WrittenCaption | null> {
  const crop = thingCrop(whole.picture, { box: thing.box, mask: null }, CUT);
  const jpeg = await jpegOf(crop, vlmPlacement(crop));
  const text = await ask(writer, { text: captionPrompt(thing.label), jpeg, tokens: CAPTION_TOKENS }, phraseIn);
  if (text === null) return null;
  const [only, ...others] = await boxesOf(verifier, whole, text);
  const is = only !== undefined && only !== null && others.length === 0;
  return { text, verified: is && intersectionOverUnion(only, thing.box) >= SAME_BOX };
}

/**
 * Where the model sees what a phrase says: pixels of the picture, null for a box of which nothing is in it.
 *
 * @throws RunError SPQ541, SPQ542
 */
export function boxesOf(vlm: Vlm, { placement, jpeg }: Shown, phrase: string): Promise<readonly (Bounds | null)[]> {
  return ask(vlm, { text: groundingPrompt(phrase), jpeg, tokens: GROUNDING_TOKENS }, (answer) =>
    toldBoxes(answer).map((box) => boxOfNumbers(box, vlm.coordinates, placement)),
  );
}

const captionPrompt = (label: string): string =>
  [
    `The picture shows a ${label} in its middle.`,
    'Name it by a short noun phrase that tells it from other things of its kind: colour, material, pattern, shape, parts.',
    'At most twelve words. No size, number, place or direction, and nothing about what is around it.',
    'Answer with the phrase alone.',
  ].join(' ');

const groundingPrompt = (phrase: string): string =>
  [
    `Find every "${phrase}" in the picture.`,
    'Answer with a JSON list alone, with {"bbox_2d": [x1, y1, x2, y2], "label": "..."} for each, and [] if there is none.',
  ].join(' ');

/** The phrase of an answer without quotes or emphasis around it, as it is said; null where it is none that names a thing. */
function phraseIn(answer: string): string | null {
  const [line = ''] = answer.trim().split('\n');
  const caption = line.replace(/^["'“*`\s]+|["'”*`\s]+$/g, '');
  return saidOf({ caption, verifiedBy: 'to be seen' });
}
