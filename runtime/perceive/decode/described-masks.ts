/** Masks of boxes, by a model that somebody described: it is given the picture and the boxes, and gives a mask for each. */
import type { Placement } from '../../geometry/placement.js';
import type { Bounds, Picture } from '../../geometry/projection.js';
import { float32, floatsOf, type NamedTensors } from '../tensor.js';
import { type BoxMask, boxMasks } from './box-masks.js';
import { boxPrompts } from './slimsam.js';

export interface DescribedMasks {
  /** Input [1, boxes, 4]: x1, y1, x2, y2 in pixels of what the model is given, whose edge is at 0. */
  readonly boxes: string;
  /** Output [1, boxes, rows, columns], or [1, boxes, candidates, rows, columns], over all that the model was given. */
  readonly masks: string;
  /** Output [1, boxes, candidates]: how good each candidate is; null where there is one, or the first is the best. */
  readonly scores: string | null;
  /** Shares are of the thing from a half on, logits from 0 on. */
  readonly values: 'logits' | 'shares';
}

export function describedPrompts(
  { boxes }: DescribedMasks,
  things: readonly Bounds[],
  placement: Placement,
): NamedTensors {
  return { [boxes]: boxPrompts(things, placement) };
}

/**
 * @param size of the masks that are wanted
 * @returns of each box its mask, null where it has no pixel
 * @throws Error where the output does not have a mask for each box
 */
export function describedMasks(
  outputs: NamedTensors,
  { masks, scores, values }: DescribedMasks,
  boxes: number,
  placement: Placement,
  size: Picture,
): readonly (BoxMask | null)[] {
  const shape = outputs[masks]?.dims ?? [];
  const { data } = floatsOf(outputs, masks, shape.length);
  const [, found = 0, ...rest] = shape;
  const [rows = 0, columns = 0] = rest.slice(-2);
  const candidates = rest.length === 3 ? (rest[0] ?? 0) : 1;
  if (found !== boxes || data.length !== boxes * candidates * rows * columns)
    throw new Error(`\`${masks}\` has dims [${shape}], where there are ${boxes} boxes`);
  const logits = values === 'shares' ? data.map((share) => share - 0.5) : data;
  const best =
    scores === null
      ? new Float32Array(boxes * candidates).map((_, at) => (at % candidates === 0 ? 1 : 0))
      : floatsOf(outputs, scores, 3).data;
  return boxMasks(
    {
      pred_masks: float32([1, boxes, candidates, rows, columns], logits),
      iou_scores: float32([1, boxes, candidates], best),
    },
    placement,
    size,
  );
}
