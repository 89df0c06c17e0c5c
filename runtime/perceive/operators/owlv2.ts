/** `owlv2`: things that match the phrases of a file, by OWLv2. */
import { resolve } from 'node:path';
import { clipTokens, openTokenizer } from '../decode/clip-tokens.js';
import type { Detection } from '../decode/detection.js';
import { owlv2, owlv2Detections, owlv2Inputs, owlv2Placement, owlv2Thresholds, type Query } from '../decode/owlv2.js';
import type { Model } from '../inference/session-host.js';
import { resized } from '../picture/resize.js';
import type { NamedTensors } from '../tensor.js';
import type { Photo } from './findings.js';
import { readLabels } from './labels.js';
import { fileEnding, modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne } from './operator.js';
import { thresholdsOf } from './thresholds.js';

/** Another number where the same outputs give other things. */
const DECODER = 1;

export const openOwlv2: OpenOperator = async (call, workbench) => {
  const files = await modelFiles(workbench, 'owlv2-quantized');
  const [onnx, words] = [fileEnding(files, '.onnx'), fileEnding(files, 'tokenizer.json')];
  const labels = await readLabels(resolve(workbench.recipeDir, String(call.arguments.labels)));
  const queries = labels.flatMap(({ label, phrases }) => phrases.map((phrase) => ({ label, phrase })));
  const tokenizer = await openTokenizer(words.path);
  const phrases = queries.map(({ phrase }) => phrase);
  const model = await workbench.host.open({ file: onnx.path, contract: owlv2 }, workbench.session);
  const thresholds = thresholdsOf(call.arguments.score, owlv2Thresholds);
  return {
    role: 'objects',
    key: `owlv2/${DECODER} ${onnx.sha256} ${words.sha256} ${JSON.stringify([queries, thresholds])}`,
    batch: 1,
    calls: 2,
    labels: labels.map(({ label }) => label),
    // Tokens are moved to the thread of the model with each run, so that each needs its own.
    perceive: oneByOne(({ photo }) => thingsOf(model, photo, queries, clipTokens(tokenizer, phrases), thresholds)),
    close: async () => {},
  };
};

async function thingsOf(
  model: Model,
  { picture }: Photo,
  queries: readonly Query[],
  tokens: NamedTensors,
  thresholds: typeof owlv2Thresholds,
): Promise<readonly Detection[]> {
  const placement = owlv2Placement(picture);
  const content = await resized(picture, placement.content);
  const { outputs } = await model.run(owlv2Inputs(content, placement, tokens));
  return owlv2Detections(outputs, queries, placement, thresholds);
}
