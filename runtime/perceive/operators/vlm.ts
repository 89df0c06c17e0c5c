/** `vlm`: captions by a vision-language model behind a server, and whether they fit one thing. */
import { slots } from '../http/slots.js';
import { CAPTIONS_VERSION, type Captioned, captionOf, shown } from '../vlm/captions.js';
import { type CoordinateSpace, coordinateSpaces, openVlm, type Vlm } from '../vlm/chat.js';
import type { Caption, Findings, Given } from './findings.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Servers batch what they are asked at once; more than this waits there as well as here. */
const AT_ONCE = 8;

export const openVlmCaptions: OpenOperator = async ({ arguments: given }) => {
  const [endpoint, model] = [String(given.endpoint), String(given.model)];
  const verifierModel = given.verifier === undefined ? model : String(given.verifier);
  const coordinates = coordinatesOf(given.coordinates);
  const atOnce = slots(typeof given.at_once === 'number' ? Math.max(1, given.at_once) : AT_ONCE);
  const writer = openVlm(endpoint, model, coordinates, atOnce, process.env);
  const verifier = openVlm(endpoint, verifierModel, coordinates, atOnce, process.env);
  return {
    role: 'captions',
    key: `vlm/${CAPTIONS_VERSION} ${JSON.stringify([endpoint, model, verifierModel, coordinates])}`,
    batch: 1,
    // Things of one picture are asked about at once; a second picture fills the gap when they are nearly done.
    calls: 2,
    labels: [],
    perceive: oneByOne((picture) => captionsOf(writer, verifier, picture)),
    close: async () => {},
  };
};

const coordinatesOf = (given: unknown): CoordinateSpace =>
  coordinateSpaces.find((space) => space === given) ?? 'norm1000';

async function captionsOf(
  writer: Vlm,
  verifier: Vlm,
  { photo, objects }: Given['captions'],
): Promise<Findings['captions']> {
  if (objects.length === 0) return [];
  const whole = await shown(photo.picture);
  const described = async (thing: Captioned): Promise<Caption | null> => {
    const caption = await captionOf(writer, verifier, whole, thing);
    return caption === null ? null : { text: caption.text, verifiedBy: caption.verified ? verifier.model : null };
  };
  return Promise.all(objects.map(described));
}
