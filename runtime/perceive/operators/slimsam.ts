/** `slimsam`: the mask of each thing that was detected, by SlimSAM with its box. */

import { boxMasks } from '../decode/box-masks.js';
import {
  slimsamDecoder,
  slimsamDecoderInputs,
  slimsamEncoder,
  slimsamEncoderInputs,
  slimsamPlacement,
} from '../decode/slimsam.js';
import type { Model } from '../inference/session-host.js';
import { resized } from '../picture/resize.js';
import type { Findings, Given } from './findings.js';
import { fileEnding, modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Another number where the same outputs give other masks. */
const DECODER = 1;

export const openSlimsam: OpenOperator = async (_call, workbench) => {
  const files = await modelFiles(workbench, 'slimsam-boxes');
  const [seen, told] = [fileEnding(files, 'vision_encoder.onnx'), fileEnding(files, 'mask_decoder.onnx')];
  const { host, session } = workbench;
  const encoder = await host.open({ file: seen.path, contract: slimsamEncoder }, session);
  const decoder = await host.open({ file: told.path, contract: slimsamDecoder }, session);
  return {
    role: 'masks',
    key: `slimsam/${DECODER} ${seen.sha256} ${told.sha256}`,
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
  const placement = slimsamPlacement(photo.picture);
  const content = await resized(photo.picture, placement.content);
  const encoded = await encoder.run(slimsamEncoderInputs(content, placement));
  const boxes = objects.map(({ box }) => box);
  const { outputs } = await decoder.run(slimsamDecoderInputs(encoded.outputs, boxes, placement));
  return boxMasks(outputs, placement, photo.maskSize).map((found) => found?.mask ?? null);
}
