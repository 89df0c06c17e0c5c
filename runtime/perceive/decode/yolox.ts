/**
 * YOLOX: things of a closed list of classes (Ge et al. 2021), as the official export gives them: raw, relative to the cells of
 * three grids. Pixels are 0..255 without mean or deviation, planes blue, green, red; the picture keeps its shape at the top
 * left, and padding is grey 114.
 */
import { letterbox, type Placement } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { type Normalization, planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import { canvasBounds, type Detection, detectionOf, merged, type ScoreThresholds } from './detection.js';
import { greatest } from './scores.js';

export const yolox: Contract = {
  model: 'yolox',
  inputs: [{ name: 'images', types: FLOATING, dims: ['batch', 3, 'side', 'side'] }],
  outputs: [{ name: 'output', types: FLOATING, dims: ['batch', 'cells', 'values'] }],
};

/** Of the models s to x; nano and tiny take 416. */
export const YOLOX_SIDE = 640;
/** Pixels of a cell of each grid, in the order of the output. */
const STRIDES = [8, 16, 32] as const;
/** Of a cell: x, y, width, height, whether there is anything; then a value for each class. */
const CLASSES_FROM = 5;
/** The threshold of the official demo. */
const SAME_THING = 0.45;

/** The official demo draws from 0.3 on. Half is our choice of what is certain. */
export const yoloxThresholds: ScoreThresholds = { possible: 0.3, certain: 0.5 };

const bytes: Normalization = { ...unitRange, planes: 'bgr', divisor: 1, padding: { byte: 114 } };

export const yoloxPlacement = (picture: Picture, side = YOLOX_SIDE): Placement => letterbox(picture, side);

/** @param content the picture, resized to the placement's content */
export const yoloxInputs = (content: RgbPicture, { canvas }: Placement): NamedTensors => ({
  images: planesOf(content, canvas, bytes),
});

/**
 * @param labels of the classes, in the order of the model
 * @throws Error where the output fits no square of this side or another number of classes
 */
export function yoloxDetections(
  outputs: NamedTensors,
  labels: readonly string[],
  placement: Placement,
  thresholds: ScoreThresholds = yoloxThresholds,
): readonly Detection[] {
  const { data, dims } = floatsOf(outputs, 'output', 3);
  const [, count = 0, values = 0] = dims;
  const cells = cellsOf(placement.canvas.width);
  if (count !== cells.length || values !== CLASSES_FROM + labels.length)
    throw new Error(`output [${dims}], where ${cells.length} cells and ${labels.length} classes are expected`);
  const found = cells.map(({ x, y, stride }, cell) => {
    const at = cell * values;
    const [dx = 0, dy = 0, w = 0, h = 0, something = 0] = data.subarray(at, at + CLASSES_FROM);
    const best = greatest(data, at + CLASSES_FROM, labels.length);
    const score = something * (data[at + CLASSES_FROM + best] ?? 0);
    const box = canvasBounds([(dx + x) * stride, (dy + y) * stride, Math.exp(w) * stride, Math.exp(h) * stride], 1);
    return detectionOf(labels[best] ?? '', score, box, placement, thresholds);
  });
  return merged(
    found.filter((detection) => detection !== null),
    SAME_THING,
  );
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly stride: number;
}

/** Grid after grid, row by row. */
function cellsOf(side: number): readonly Cell[] {
  return STRIDES.flatMap((stride) => {
    const row = Math.floor(side / stride);
    return Array.from({ length: row * row }, (_, i) => ({ x: i % row, y: Math.floor(i / row), stride }));
  });
}
