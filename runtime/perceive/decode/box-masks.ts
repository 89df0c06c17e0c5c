/** The mask of a thing, from the coarse logits of a segmentation model with box prompts. */
import { type Between, between, type Placement, rescaled } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import type { InstanceMask } from '../instance-mask.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import { greatest } from './scores.js';

export interface BoxMask {
  readonly mask: InstanceMask;
  /** The overlap with the true mask that the model expects, 0..1. */
  readonly expectedIou: number;
}

/**
 * Of each prompted box the mask with the highest expected overlap; null where it has no pixel.
 *
 * `pred_masks` [1, boxes, candidates, rows, columns] are logits over the whole canvas, `iou_scores` [1, boxes, candidates].
 *
 * @param size of the masks that are wanted: that of the picture, or of a point map of it
 */
export function boxMasks(outputs: NamedTensors, placement: Placement, size: Picture): readonly (BoxMask | null)[] {
  const { data: logits, dims } = floatsOf(outputs, 'pred_masks', 5);
  const { data: scores } = floatsOf(outputs, 'iou_scores', 3);
  const [, boxes = 0, candidates = 0, rows = 0, columns = 0] = dims;
  const grid = { width: columns, height: rows };
  return Array.from({ length: boxes }, (_, box) => {
    const best = box * candidates + greatest(scores, box * candidates, candidates);
    const coarse = logits.subarray(best * rows * columns, (best + 1) * rows * columns);
    const mask = enlarged(coarse, grid, placement, size);
    return mask.pixels.includes(1) ? { mask, expectedIou: scores[best] ?? 0 } : null;
  });
}

/**
 * Logits read between their samples (bilinear, border samples repeated), and 1 where they are above 0.
 *
 * The official code makes two steps of it, grid to canvas to picture, and cuts the padding off between them; in one step a
 * border moves by less than an eighth of a pixel of the canvas.
 */
function enlarged(logits: Float32Array, grid: Picture, placement: Placement, size: Picture): InstanceMask {
  const { content, canvas } = placement;
  const across = readAt(size.width, content.width, canvas.width, grid.width);
  const down = readAt(size.height, content.height, canvas.height, grid.height);
  const pixels = new Uint8Array(size.width * size.height);
  let at = 0;
  for (const y of down) {
    const above = y.first * grid.width;
    const below = y.second * grid.width;
    for (const x of across) {
      const upper = mix(logits[above + x.first] ?? 0, logits[above + x.second] ?? 0, x.weight);
      const lower = mix(logits[below + x.first] ?? 0, logits[below + x.second] ?? 0, x.weight);
      pixels[at++] = mix(upper, lower, y.weight) > 0 ? 1 : 0;
    }
  }
  return { ...size, pixels };
}

const mix = (a: number, b: number, weight: number): number => a + (b - a) * weight;

/** For each of `wanted` pixels that show the content, where to read in a row of samples that spans the canvas. */
function readAt(wanted: number, content: number, canvas: number, samples: number): readonly Between[] {
  return Array.from({ length: wanted }, (_, i) => {
    // Beyond the outermost pixel centres of the content there is padding: it must not show through.
    const onCanvas = Math.min(Math.max(rescaled(i, wanted, content), 0), content - 1);
    return between(rescaled(onCanvas, canvas, samples), samples);
  });
}
