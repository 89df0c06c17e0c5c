/**
 * `onnx(file, …)` and `server(url, model, …)`: models that nobody here knows, by what their user says of them. Both take the same
 * description; only where the model runs differs.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import { RunError } from '../../errors.js';
import { resizedIntrinsics } from '../../geometry/projection.js';
import {
  type DescribedInput,
  describedInputs,
  describedPlacement,
  describedValue,
  fits,
  normalizations,
} from '../decode/described-input.js';
import { describedMasks, describedPrompts } from '../decode/described-masks.js';
import { depthKinds, describedDepth } from '../decode/described-points.js';
import { activations, boxForms, boxUnits, describedThings } from '../decode/described-things.js';
import type { ScoreThresholds } from '../decode/detection.js';
import { patient } from '../http/attempts.js';
import { type Contract, type ExpectedValue, FLOATING } from '../inference/contract.js';
import { openServedModel } from '../kserve/served-model.js';
import { pointsOfDepth } from '../lift/depth-points.js';
import { resized } from '../picture/resize.js';
import { elementTypes, type NamedTensors } from '../tensor.js';
import type { Findings, Given, Photo, Points } from './findings.js';
import { readLabels } from './labels.js';
import { type Operator, oneByOne, type Workbench } from './operator.js';
import { ownFile } from './own-file.js';
import { thresholdsOf } from './thresholds.js';

/** Another number where the same outputs give other findings. */
const DECODER = 1;

/** Something that runs the described model: a file in the thread of models, or a server. */
interface Running {
  /** Which bytes, or which model of which server. */
  readonly key: string;
  readonly calls: number;
  readonly open: (contract: Contract) => Promise<(inputs: NamedTensors) => Promise<NamedTensors>>;
}

const name = z.string().min(1);
const pixels = z.int().positive();
const inputShape = z.object({
  input: name.default('image'),
  width: pixels,
  height: pixels.optional(),
  fit: z.enum(fits).default('squash'),
  multiple: pixels.default(1),
  normalize: z.enum(normalizations).default('unit'),
  channels: z.enum(['rgb', 'bgr']).default('rgb'),
  padding: z.int().min(0).max(255).default(0),
});
const pointsShape = z.object({
  output: name,
  depth: z.enum(depthKinds).default('metric'),
  canonical_focal: pixels.default(1000),
  focal: name.optional(),
});
const objectsShape = z.object({
  labels: name,
  boxes: name,
  box: z.enum(boxForms).default('xyxy'),
  unit: z.enum(boxUnits).default('pixels'),
  scores: name,
  activation: z.enum(activations).default('sigmoid'),
  classes: name.optional(),
});
const masksShape = z.object({
  output: name,
  boxes: name,
  scores: name.optional(),
  values: z.enum(['logits', 'shares']).default('logits'),
});

/** A detector whose user says nothing else: what it finds by half is certain, by a quarter possible. */
const otherwise: ScoreThresholds = { possible: 0.25, certain: 0.5 };

export async function openOnnx(call: PlannedOperator, workbench: Workbench): Promise<Operator> {
  const { path, sha256 } = await ownFile(workbench, String(call.arguments.file));
  return openDescribed(call, workbench, {
    key: sha256,
    calls: 2,
    open: async (contract) => {
      const model = await workbench.host.open({ file: path, contract }, workbench.session);
      return async (inputs) => (await model.run(inputs)).outputs;
    },
  });
}

/** Requests under way at each server; it puts them together as it likes. */
const AT_ONCE = 4;
const TIMEOUT_MS = 120_000;

export async function openServer(call: PlannedOperator, workbench: Workbench): Promise<Operator> {
  const endpoints = String(call.arguments.url)
    .split(/[\s,]+/)
    .filter((url) => url !== '');
  const model = String(call.arguments.model);
  const atOnce = typeof call.arguments.at_once === 'number' ? Math.max(1, call.arguments.at_once) : AT_ONCE;
  return openDescribed(call, workbench, {
    key: JSON.stringify([endpoints, model]),
    calls: atOnce * endpoints.length,
    open: async (contract) => {
      const serving = { endpoints, model, atOnce, timeoutMs: TIMEOUT_MS, patience: patient };
      return (await openServedModel(serving, contract)).run;
    },
  });
}

async function openDescribed(call: PlannedOperator, workbench: Workbench, running: Running): Promise<Operator> {
  switch (call.role) {
    case 'points':
      return openPoints(call, running);
    case 'objects':
      return openObjects(call, workbench, running);
    case 'masks':
      return openMasks(call, running);
    case 'gravity':
    case 'facing':
    case 'captions':
    case 'coverage':
      throw new Error(`SPQ904: ${call.operator} has no role ${call.role}`);
  }
}

async function openPoints(call: PlannedOperator, running: Running): Promise<Operator> {
  const input = inputOf(call);
  const { output, depth, canonical_focal: canonicalFocal, focal = null } = read(call, pointsShape);
  const described = { output, kind: depth, canonicalFocal, focal };
  const run = await running.open(contractOf(call, input, [], [output, focal]));
  return {
    role: 'points',
    ...shared(call, running, [input, described]),
    labels: [],
    perceive: oneByOne(async ({ photo }): Promise<Points> => {
      const { placement, inputs } = await shown(photo, input);
      const outputs = await run(inputs);
      const known = photo.camera?.intrinsics ?? null;
      const found = decoded(call, () => describedDepth(outputs, described, placement, known));
      if (found === null) return { kind: 'unknown', cause: 'nobody says with which focal length it was taken' };
      const map = pointsOfDepth({ ...found, kind: 'z' });
      const intrinsics = resizedIntrinsics(map.intrinsics, map, photo.picture);
      return { kind: 'found', map, camera: photo.camera ?? { intrinsics, source: 'model' }, metric: true };
    }),
  };
}

async function openObjects(call: PlannedOperator, { recipeDir }: Workbench, running: Running): Promise<Operator> {
  const input = inputOf(call);
  const { labels: file, classes = null, ...rest } = read(call, objectsShape);
  const described = { ...rest, classes };
  const labels = (await readLabels(resolve(recipeDir, file))).map(({ label }) => label);
  const thresholds = thresholdsOf(call.arguments.score, otherwise);
  const run = await running.open(contractOf(call, input, [], [described.boxes, described.scores, classes]));
  return {
    role: 'objects',
    ...shared(call, running, [input, described, labels, thresholds]),
    labels,
    perceive: oneByOne(async ({ photo }) => {
      const { placement, inputs } = await shown(photo, input);
      const outputs = await run(inputs);
      return decoded(call, () => describedThings(outputs, described, labels, placement, thresholds));
    }),
  };
}

async function openMasks(call: PlannedOperator, running: Running): Promise<Operator> {
  const input = inputOf(call);
  const { output: masks, scores = null, ...rest } = read(call, masksShape);
  const described = { ...rest, masks, scores };
  const prompts: ExpectedValue = { name: described.boxes, types: FLOATING, dims: ['batch', 'boxes', 4] };
  const run = await running.open(contractOf(call, input, [prompts], [masks, scores]));
  return {
    role: 'masks',
    ...shared(call, running, [input, described]),
    labels: [],
    perceive: oneByOne(async ({ photo, objects }: Given['masks']): Promise<Findings['masks']> => {
      if (objects.length === 0) return [];
      const { placement, inputs } = await shown(photo, input);
      const boxes = objects.map(({ box }) => box);
      const outputs = await run({ ...inputs, ...describedPrompts(described, boxes, placement) });
      const found = decoded(call, () => describedMasks(outputs, described, boxes.length, placement, photo.maskSize));
      return found.map((one) => one?.mask ?? null);
    }),
  };
}

/** What all roles have in common: `told` is all that results depend on beside the model. */
const shared = ({ operator }: PlannedOperator, { key, calls }: Running, told: readonly unknown[]) => ({
  key: `${operator}/${DECODER} ${key} ${JSON.stringify(told)}`,
  batch: 1,
  calls,
  close: async () => {},
});

function inputOf(call: PlannedOperator): DescribedInput {
  const { input, width, height = width, ...rest } = read(call, inputShape);
  if (rest.fit === 'letterbox' && height !== width)
    throw incomplete(call, '`letterbox` fills a square: `width` and `height` must be equal');
  return { ...rest, name: input, width, height };
}

/** Arguments are checked one by one by the compiler; which of them belong together depends on the role. */
function read<Shape extends z.ZodType>(call: PlannedOperator, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(call.arguments);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const argument = issue?.path.join('.') ?? '';
  const missing = call.arguments[argument] === undefined;
  throw incomplete(call, `\`${argument}\` ${missing ? 'is missing' : `does not fit: ${issue?.message}`}`);
}

const incomplete = ({ operator, role }: PlannedOperator, what: string): RunError =>
  new RunError(
    'SPQ546',
    `\`${operator}\` does not describe a model of ${role}: ${what}.`,
    'docs/perceive.md shows what each role needs.',
  );

/** Outputs are floats of any shape: what they are, the decoders see. Classes may be whole numbers. */
function contractOf(
  { operator, role }: PlannedOperator,
  input: DescribedInput,
  others: readonly ExpectedValue[],
  outputs: readonly (string | null)[],
): Contract {
  return {
    model: `${operator} of ${role}`,
    inputs: [describedValue(input), ...others],
    outputs: outputs.flatMap((output) =>
      output === null ? [] : [{ name: output, types: elementTypes, dims: [], anyShape: true }],
    ),
  };
}

async function shown({ picture }: Photo, input: DescribedInput) {
  const placement = describedPlacement(picture, input);
  const content = await resized(picture, placement.content);
  return { placement, inputs: describedInputs(content, placement, input) };
}

/** A description that does not fit what the model gives is its user's mistake, and told as such. */
function decoded<T>(call: PlannedOperator, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw incomplete(call, error instanceof Error ? error.message : String(error));
  }
}
