/**
 * SAM 2.1 against a graph with its decoder's signature: of each prompted box a mask over the left half of the canvas, and the
 * width of the box, less 512, as the logit of there being anything.
 */
import { afterAll, describe, expect, it } from 'vitest';
import {
  sam2Decoder,
  sam2DecoderInputs,
  sam2Encoder,
  sam2EncoderInputs,
  sam2Masks,
  sam2Placement,
} from '../../../runtime/perceive/decode/sam2.js';
import { float32, int64, type NamedTensors } from '../../../runtime/perceive/tensor.js';
import type { Graph, Value } from '../../onnx/graph.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { painted, red } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

const leftHalf = Array.from({ length: 256 * 256 }, (_, i) => (i % 256 < 128 ? 4 : -4));

function decoder(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const corner = (i: number): Value =>
    graph.node('Slice', [input('input_boxes'), ...[[i], [i + 1], [2]].map((at) => graph.constant(int64([1], at)))]);
  const something = graph.node('Sub', [graph.node('Sub', [corner(2), corner(0)]), graph.constant(numbers([1], [512]))]);
  const none = graph.node('Mul', [something, graph.constant(numbers([1], [0]))]);
  // Points without elements add nothing; were any given, the scores would be other ones.
  const points = graph.node('Cast', [graph.node('Size', [input('input_points')])], { to: 1 });
  const scores = graph.node('Add', [graph.node('Add', [none, graph.constant(numbers([3], [0.1, 0.2, 0.9]))]), points]);
  const spread = graph.node('Unsqueeze', [none, graph.constant(int64([2], [3, 4]))]);
  const empty = Array<number>(256 * 256).fill(-4);
  const candidates = graph.constant(numbers([1, 1, 3, 256, 256], [...empty, ...empty, ...leftHalf]));
  return { object_score_logits: something, iou_scores: scores, pred_masks: graph.node('Add', [candidates, spread]) };
}

const encoded = (): NamedTensors => ({
  'image_embeddings.0': float32([1, 32, 256, 256], new Float32Array(32 * 256 * 256)),
  'image_embeddings.1': float32([1, 64, 128, 128], new Float32Array(64 * 128 * 128)),
  'image_embeddings.2': float32([1, 256, 64, 64], new Float32Array(256 * 64 * 64)),
});

describe('SAM 2.1', () => {
  it('gives a mask of the squashed picture, and none where the model sees nothing', async () => {
    const size = { width: 200, height: 50 };
    const placement = sam2Placement(size);
    const model = await models.open(sam2Decoder, decoder);
    // 150 of 200 pixels are 768 of 1024, and 50 are 256.
    const boxes = [
      [9.5, 9.5, 159.5, 19.5],
      [9.5, 9.5, 59.5, 19.5],
    ] as const;
    const { outputs } = await model.run(sam2DecoderInputs(encoded(), boxes, placement));
    expect([...(outputs.object_score_logits?.data ?? [])]).toEqual(
      [256, -256].map((value) => expect.closeTo(value, 2)),
    );
    const [seen, nothing] = sam2Masks(outputs, placement, size);
    expect(nothing).toBeNull();
    expect(seen?.expectedIou).toBeCloseTo(0.9);
    const rows = Array.from({ length: 50 }, (_, y) => seen?.mask.pixels.subarray(y * 200, (y + 1) * 200));
    expect(new Set(rows.map((row) => `${row?.indexOf(1)} ${row?.lastIndexOf(1)}`))).toEqual(new Set(['0 99']));
  });

  it('takes no boxes at all', async () => {
    const placement = sam2Placement({ width: 64, height: 64 });
    const model = await models.open(sam2Decoder, decoder);
    const { outputs } = await model.run(sam2DecoderInputs(encoded(), [], placement));
    expect(sam2Masks(outputs, placement, { width: 64, height: 64 })).toEqual([]);
  });

  it('is shown the whole square, with mean and deviation of ImageNet', () => {
    const inputs = sam2EncoderInputs(painted(1024, 1024, red));
    const { dims, data = [] } = inputs.pixel_values ?? {};
    expect(dims).toEqual(sam2Encoder.inputs[0]?.dims.map((dim) => (dim === 'batch' ? 1 : dim)));
    expect(Number(data[1024 * 1024 - 1])).toBeCloseTo((1 - 0.485) / 0.229, 5);
    expect(Number(data[3 * 1024 * 1024 - 1])).toBeCloseTo(-0.406 / 0.225, 5);
  });
});
