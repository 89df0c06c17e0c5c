/** `sam2`: the mask of each thing that was detected, by SAM 2.1 with its box. */
import {
  sam2Decoder,
  sam2DecoderInputs,
  sam2Encoder,
  sam2EncoderInputs,
  sam2Masks,
  sam2Placement,
} from '../decode/sam2.js';
import type { Model } from '../inference/session-host.js';
import { resized } from '../picture/resize.js';
import type { Findings, Given } from './findings.js';
import { type OpenOperator, oneByOne } from './operator.js';
import { ownFile } from './own-file.js';

/** Another number where the same outputs give other masks. */
const DECODER = 1;

export const openSam2: OpenOperator = async (call, workbench) => {
  const seen = await ownFile(workbench, String(call.arguments.encoder));
  const told = await ownFile(workbench, String(call.arguments.decoder));
  const { host, session } = workbench;
  const encoder = await host.open({ file: seen.path, contract: sam2Encoder }, session);
  const decoder = await host.open({ file: told.path, contract: sam2Decoder }, session);
  return {
    role: 'masks',
    key: `sam2/${DECODER} ${seen.sha256} ${told.sha256}`,
    batch: 1,
    calls: 2,
    labels: [],
    perceive: oneByOne((given) => masksOf(encoder, decoder, given)),
    close: async () => {},
  };
};

async function masksOf(encoder: Model, decoder: Model, { photo, objects }: Given['masks']): Promise<Findings['masks']> {
  // The decoder has no masks of no boxes.
  if (objects.length === 0) return [];
  const placement = sam2Placement(photo.picture);
  const encoded = await encoder.run(sam2EncoderInputs(await resized(photo.picture, placement.content)));
  const boxes = objects.map(({ box }) => box);
  const { outputs } = await decoder.run(sam2DecoderInputs(encoded.outputs, boxes, placement));
  return sam2Masks(outputs, placement, photo.maskSize).map((found) => found?.mask ?? null);
}
