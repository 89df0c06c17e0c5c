/** Operators of perception by the name that a recipe uses for them; what each takes and gives is declared in `compiler/std/perception.ts`. */
import type { OperatorName } from '../../../compiler/std/perception.js';
import { openDfine, openYolox } from './closed-set.js';
import { openOnnx, openServer } from './described.js';
import { openFromNormals } from './from-normals.js';
import { openGeocalib } from './geocalib.js';
import { openGroundingDino } from './grounding-dino.js';
import { openMoge2 } from './moge2.js';
import type { OpenOperator } from './operator.js';
import { openOrientAnything } from './orient-anything.js';
import { openOwlv2 } from './owlv2.js';
import { openSam2 } from './sam2.js';
import { orSecond } from './second-detector.js';
import { openSlimsam } from './slimsam.js';
import { openVlmOperator } from './vlm.js';
import { openWorker } from './worker.js';

export const operators: Readonly<Record<OperatorName, OpenOperator>> = {
  moge2: openMoge2,
  owlv2: orSecond(openOwlv2),
  slimsam: openSlimsam,
  from_normals: openFromNormals,
  grounding_dino: orSecond(openGroundingDino),
  geocalib: openGeocalib,
  orient_anything: openOrientAnything,
  vlm: openVlmOperator,
  dfine: orSecond(openDfine),
  yolox: orSecond(openYolox),
  sam2: openSam2,
  worker: openWorker,
  onnx: orSecond(openOnnx),
  server: orSecond(openServer),
};
