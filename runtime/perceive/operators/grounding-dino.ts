/** `grounding_dino`: things that match the names of a file, a pass of Grounding DINO for each name. */
import { resolve } from 'node:path';
import { type BertPhrase, bertPhrase } from '../decode/bert-tokens.js';
import { openTokenizer } from '../decode/clip-tokens.js';
import type { Detection, ScoreThresholds } from '../decode/detection.js';
import {
  acrossPhrases,
  GROUNDING_DINO_TOKENS,
  groundingDino,
  groundingDinoDetections,
  groundingDinoInputs,
  groundingDinoPlacement,
  groundingDinoThresholds,
} from '../decode/grounding-dino.js';
import type { Model } from '../inference/session-host.js';
import { resized } from '../picture/resize.js';
import type { Photo } from './findings.js';
import { readLabels } from './labels.js';
import { fileEnding, modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne } from './operator.js';
import { thresholdsOf } from './thresholds.js';

/** Another number where the same outputs give other things. */
const DECODER = 1;

interface Sought {
  readonly label: string;
  readonly name: string;
}

export const openGroundingDino: OpenOperator = async (call, workbench) => {
  const files = await modelFiles(workbench, 'grounding-dino-tiny-int8');
  const [onnx, words] = [fileEnding(files, '.onnx'), fileEnding(files, 'tokenizer.json')];
  const labels = await readLabels(resolve(workbench.recipeDir, String(call.arguments.labels)));
  const sought = labels.flatMap(({ label, names }) => names.map((name) => ({ label, name })));
  const tokenizer = await openTokenizer(words.path);
  const model = await workbench.host.open({ file: onnx.path, contract: groundingDino }, workbench.session);
  const thresholds = thresholdsOf(call.arguments.score, groundingDinoThresholds);
  // Tensors are moved to the thread of the model with each run, so that each needs its own.
  const phraseOf = (name: string): BertPhrase => {
    const phrase = bertPhrase(tokenizer, name);
    if (phrase === null || phrase.to > GROUNDING_DINO_TOKENS - 2)
      throw new Error(`\`${name}\` is no phrase of 1 to ${GROUNDING_DINO_TOKENS - 3} tokens`);
    return phrase;
  };
  return {
    role: 'objects',
    key: `grounding_dino/${DECODER} ${onnx.sha256} ${words.sha256} ${JSON.stringify([sought, thresholds])}`,
    batch: 1,
    calls: 2,
    labels: labels.map(({ label }) => label),
    perceive: oneByOne(({ photo }) => thingsOf(model, photo, sought, phraseOf, thresholds)),
    close: async () => {},
  };
};

async function thingsOf(
  model: Model,
  { picture }: Photo,
  sought: readonly Sought[],
  phraseOf: (name: string) => BertPhrase,
  thresholds: ScoreThresholds,
): Promise<readonly Detection[]> {
  const placement = groundingDinoPlacement(picture);
  const content = await resized(picture, placement.content);
  const passes: (readonly Detection[])[] = [];
  for (const { label, name } of sought) {
    const phrase = phraseOf(name);
    const { outputs } = await model.run(groundingDinoInputs(content, phrase));
    passes.push(groundingDinoDetections(outputs, label, phrase, placement, thresholds));
  }
  return acrossPhrases(passes);
}
