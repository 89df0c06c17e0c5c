/** `vlm`: a vision-language model behind a server. It writes captions and looks for them; or it counts, as a second look. */
import { resolve } from 'node:path';
import { RunError } from '../../errors.js';
import { slots } from '../http/slots.js';
import { CAPTIONS_VERSION, type Captioned, captionOf, shown } from '../vlm/captions.js';
import { type CoordinateSpace, coordinateSpaces, openVlm, type Vlm } from '../vlm/chat.js';
import { COUNTS_VERSION, countsOf } from '../vlm/counts.js';
import { agreedByCounts } from '../witness/agreement.js';
import type { Caption, Findings, Given } from './findings.js';
import { readLabels } from './labels.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Servers batch what they are asked at once; more than this waits there as well as here. */
const AT_ONCE = 8;

export const openVlmOperator: OpenOperator = (call, workbench) =>
  call.role === 'coverage' ? openCounting(call, workbench) : openCaptions(call, workbench);

const openCaptions: OpenOperator = async ({ arguments: given }) => {
  const [endpoint, model] = [String(given.endpoint), String(given.model)];
  const verifierModel = given.verifier === undefined ? model : String(given.verifier);
  const coordinates = coordinatesOf(given.coordinates);
  const atOnce = slots(atOnceOf(given.at_once));
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

const openCounting: OpenOperator = async ({ arguments: given }, { recipeDir }) => {
  if (given.labels === undefined)
    throw new RunError(
      'SPQ546',
      '`vlm` does not say what it counts: `labels` is missing.',
      'Give it the file of labels of the objects: `labels: "labels.txt"`.',
    );
  const labels = (await readLabels(resolve(recipeDir, String(given.labels)))).map(({ label }) => label);
  const [endpoint, model] = [String(given.endpoint), String(given.model)];
  const vlm = openVlm(endpoint, model, coordinatesOf(given.coordinates), slots(atOnceOf(given.at_once)), process.env);
  return {
    role: 'coverage',
    key: `vlm/${COUNTS_VERSION} ${JSON.stringify([endpoint, model, labels])}`,
    batch: 1,
    calls: 2,
    labels: [],
    perceive: oneByOne(async ({ photo, objects }: Given['coverage']) =>
      agreedByCounts(objects, await countsOf(vlm, await shown(photo.picture), labels)),
    ),
    close: async () => {},
  };
};

const atOnceOf = (given: unknown): number => (typeof given === 'number' ? Math.max(1, given) : AT_ONCE);

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
