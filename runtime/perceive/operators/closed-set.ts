/** `dfine` and `yolox`: things of the closed list of classes that a detector was trained with. */
import { resolve } from 'node:path';
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import { RunError } from '../../errors.js';
import type { Placement } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { cocoClasses } from '../decode/coco-classes.js';
import type { Detection, ScoreThresholds } from '../decode/detection.js';
import { dfine, dfineDetections, dfineInputs, dfinePlacement, dfineThresholds } from '../decode/dfine.js';
import { YOLOX_SIDE, yolox, yoloxDetections, yoloxInputs, yoloxPlacement, yoloxThresholds } from '../decode/yolox.js';
import type { Contract } from '../inference/contract.js';
import type { Model } from '../inference/session-host.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { resized } from '../picture/resize.js';
import type { NamedTensors } from '../tensor.js';
import type { Photo } from './findings.js';
import { readLabels } from './labels.js';
import { fileEnding, modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne, type Workbench } from './operator.js';
import { ownFile } from './own-file.js';
import { thresholdsOf } from './thresholds.js';

interface Detector {
  readonly name: 'dfine' | 'yolox';
  /** Another number where the same outputs give other things. */
  readonly decoder: number;
  readonly contract: Contract;
  readonly thresholds: ScoreThresholds;
  /** The output whose last dim has a number for each class, and so many others. */
  readonly tells: { readonly output: string; readonly beside: number };
  readonly placement: (picture: Picture, model: Model) => Placement;
  readonly inputs: (content: RgbPicture, placement: Placement) => NamedTensors;
  readonly detections: (
    outputs: NamedTensors,
    classes: readonly string[],
    placement: Placement,
    thresholds: ScoreThresholds,
  ) => readonly Detection[];
}

export const openDfine: OpenOperator = (call, workbench) =>
  openDetector(call, workbench, {
    name: 'dfine',
    decoder: 1,
    contract: dfine,
    thresholds: dfineThresholds,
    tells: { output: 'logits', beside: 0 },
    placement: dfinePlacement,
    inputs: dfineInputs,
    detections: dfineDetections,
  });

export const openYolox: OpenOperator = (call, workbench) =>
  openDetector(call, workbench, {
    name: 'yolox',
    decoder: 1,
    contract: yolox,
    thresholds: yoloxThresholds,
    // Of each cell its box, and whether there is anything.
    tells: { output: 'output', beside: 5 },
    placement: (picture, model) => yoloxPlacement(picture, sideOf(model)),
    inputs: yoloxInputs,
    detections: yoloxDetections,
  });

/** The side that the file states; where it leaves it open, that of the larger models. */
function sideOf({ signature }: Model): number {
  const side = signature.inputs.find(({ name }) => name === 'images')?.dims[3];
  return typeof side === 'number' ? side : YOLOX_SIDE;
}

async function openDetector(call: PlannedOperator, workbench: Workbench, detector: Detector) {
  const { file: named, labels, score } = call.arguments;
  const file =
    named === undefined
      ? fileEnding(await modelFiles(workbench, 'dfine-m-coco'), '.onnx')
      : await ownFile(workbench, String(named));
  const classes = await classesOf(labels === undefined ? null : resolve(workbench.recipeDir, String(labels)));
  const thresholds = thresholdsOf(score, detector.thresholds);
  const model = await workbench.host.open({ file: file.path, contract: detector.contract }, workbench.session);
  const look = oneByOne(({ photo }: { readonly photo: Photo }) =>
    thingsIn(photo, detector, model, classes, thresholds),
  );
  return {
    role: 'objects' as const,
    key: `${detector.name}/${detector.decoder} ${file.sha256} ${JSON.stringify([classes, thresholds])}`,
    batch: 1,
    calls: 2,
    labels: classes,
    perceive: look,
    close: async () => {},
  };
}

const classesOf = async (file: string | null): Promise<readonly string[]> =>
  file === null ? cocoClasses : (await readLabels(file)).map(({ label }) => label);

async function thingsIn(
  { picture }: Photo,
  detector: Detector,
  model: Model,
  classes: readonly string[],
  thresholds: ScoreThresholds,
): Promise<readonly Detection[]> {
  const placement = detector.placement(picture, model);
  const content = await resized(picture, placement.content);
  const { outputs } = await model.run(detector.inputs(content, placement));
  const told = (outputs[detector.tells.output]?.dims.at(-1) ?? 0) - detector.tells.beside;
  if (told !== classes.length) throw wrongClasses(model.file, told, classes.length);
  return detector.detections(outputs, classes, placement, thresholds);
}

const wrongClasses = (file: string, told: number, listed: number): RunError =>
  new RunError(
    'SPQ525',
    `\`${file}\` tells ${told} classes apart, and ${listed} labels are listed.`,
    'Write the classes of the model into a file, one in each line and in its order, and name it: `labels: "classes.txt"`.',
  );
