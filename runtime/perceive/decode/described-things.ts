/** Things that a detector found which somebody described. */
import type { Placement } from '../../geometry/placement.js';
import type { Bounds } from '../../geometry/projection.js';
import { type Floats, floatsOf, type NamedTensors } from '../tensor.js';
import {
  type CentreBox,
  canvasBounds,
  type Detection,
  detectionOf,
  merged,
  type ScoreThresholds,
} from './detection.js';
import { greatest, sigmoid } from './scores.js';

/** Corners, or centre and size. */
export const boxForms = ['xyxy', 'cxcywh'] as const;
/** In pixels of what the model was given, or as shares of its sides; edges at 0 and at the side. */
export const boxUnits = ['pixels', 'share'] as const;
/** What makes a share of a score: nothing, a sigmoid for each class, or one softmax over all, of which the last is no thing. */
export const activations = ['none', 'sigmoid', 'softmax'] as const;

export interface DescribedThings {
  /** Output [1, things, 4]. */
  readonly boxes: string;
  readonly box: (typeof boxForms)[number];
  readonly unit: (typeof boxUnits)[number];
  /** Output [1, things, classes], or [1, things] beside `classes`. */
  readonly scores: string;
  readonly activation: (typeof activations)[number];
  /** Output [1, things] with the number of each thing's class; null where `scores` has a column for each. */
  readonly classes: string | null;
}

/** Boxes of one class that overlap more are one thing. */
const SAME_THING = 0.5;

/**
 * @param labels of the classes, in the order of the model
 * @throws Error where outputs do not fit each other or the labels
 */
export function describedThings(
  outputs: NamedTensors,
  described: DescribedThings,
  labels: readonly string[],
  placement: Placement,
  thresholds: ScoreThresholds,
): readonly Detection[] {
  const { data: boxes, dims } = floatsOf(outputs, described.boxes, 3);
  const [, count = 0, four = 0] = dims;
  if (four !== 4) throw new Error(`\`${described.boxes}\` has dims [${dims}], and not four numbers for each thing`);
  const scored = scorerOf(outputs, described, labels, count);
  const found = Array.from({ length: count }, (_, thing) => {
    const { label, score } = scored(thing);
    if (label === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = boxes.subarray(4 * thing, 4 * thing + 4);
    return detectionOf(label, score, boundsOf([a, b, c, d], described, placement), placement, thresholds);
  });
  return merged(
    found.filter((detection) => detection !== null),
    SAME_THING,
  );
}

function boundsOf(four: CentreBox, { box, unit }: DescribedThings, { canvas }: Placement): Bounds {
  const [x, y] = unit === 'share' ? [canvas.width, canvas.height] : [1, 1];
  if (box === 'cxcywh') return canvasBounds(four, x, y);
  const [x1, y1, x2, y2] = four;
  return [x1 * x - 0.5, y1 * y - 0.5, x2 * x - 0.5, y2 * y - 0.5];
}

interface Scored {
  /** Null where it is no thing. */
  readonly label: string | null;
  readonly score: number;
}

function scorerOf(
  outputs: NamedTensors,
  { scores, activation, classes }: DescribedThings,
  labels: readonly string[],
  count: number,
): (thing: number) => Scored {
  if (classes !== null) {
    const { data } = listOf(outputs, scores, count);
    const numbers = numbersOf(outputs, classes, count);
    return (thing) => {
      const score = data[thing] ?? 0;
      return { label: labels[numbers[thing] ?? -1] ?? null, score: activation === 'none' ? score : sigmoid(score) };
    };
  }
  const { data, dims } = floatsOf(outputs, scores, 3);
  const [, things = 0, columns = 0] = dims;
  const expected = labels.length + (activation === 'softmax' ? 1 : 0);
  if (things !== count || columns !== expected)
    throw new Error(`\`${scores}\` has dims [${dims}], where [1, ${count}, ${expected}] is expected`);
  return (thing) => {
    const best = greatest(data, thing * columns, columns);
    const row = data.subarray(thing * columns, (thing + 1) * columns);
    return { label: labels[best] ?? null, score: shareOf(row, best, activation) };
  };
}

function shareOf(row: Float32Array, at: number, activation: DescribedThings['activation']): number {
  const value = row[at] ?? Number.NEGATIVE_INFINITY;
  switch (activation) {
    case 'none':
      return value;
    case 'sigmoid':
      return sigmoid(value);
    case 'softmax':
      return 1 / row.reduce((sum, other) => sum + Math.exp(other - value), 0);
  }
}

function listOf(outputs: NamedTensors, name: string, count: number): Floats {
  const floats = floatsOf(outputs, name, 2);
  if (floats.data.length === count) return floats;
  throw new Error(`\`${name}\` has dims [${floats.dims}], where there are ${count} things`);
}

/** Classes as whole numbers: exports write them as int64, int32 or floats. */
function numbersOf(outputs: NamedTensors, name: string, count: number): readonly number[] {
  const tensor = outputs[name];
  const values =
    tensor?.type === 'float16' ? [...floatsOf(outputs, name, tensor.dims.length).data] : [...(tensor?.data ?? [])];
  if (values.length === count) return values.map(Number);
  throw new Error(`\`${name}\` has dims [${tensor?.dims ?? ''}], where there are ${count} things`);
}
