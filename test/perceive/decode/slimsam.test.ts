/**
 * SlimSAM against graphs with its signatures. The encoder averages colours; the decoder's second candidate is, in pixels of the
 * canvas, how far a sample lies within the prompted box: its zero is the border of the box, wherever between samples that is.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Bounds, Picture } from '../../../runtime/geometry/projection.js';
import { boxMasks } from '../../../runtime/perceive/decode/box-masks.js';
import {
  slimsamDecoder,
  slimsamDecoderInputs,
  slimsamEncoder,
  slimsamEncoderInputs,
  slimsamPlacement,
} from '../../../runtime/perceive/decode/slimsam.js';
import type { InstanceMask } from '../../../runtime/perceive/instance-mask.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { float32, int64, type NamedTensors } from '../../../runtime/perceive/tensor.js';
import type { Graph, Value } from '../../onnx/graph.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { painted, red } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

function averages(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const cells = graph.node('AveragePool', [input('pixel_values')], { kernel_shape: [16, 16], strides: [16, 16] });
  const many = graph.node('Tile', [cells, graph.constant(int64([4], [1, 86, 1, 1]))]);
  const cut = [int64([1], [0]), int64([1], [256]), int64([1], [1])].map(graph.constant);
  const embeddings = graph.node('Slice', [many, ...cut]);
  return { image_embeddings: embeddings, image_positional_embeddings: embeddings };
}

/** The branch `boxes` has no inputs for points. */
const noPoints = ['input_points', 'input_labels'];

/** Samples of the coarse grid, in pixels of the canvas from its edge. */
const centres = Array.from({ length: 256 }, (_, i) => (i + 0.5) * 4);

function distances(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const corner = (i: number): Value => {
    const cut = [int64([1], [i]), int64([1], [i + 1]), int64([1], [2])].map(graph.constant);
    const one = graph.node('Slice', [input('input_boxes'), ...cut]);
    return graph.node('Unsqueeze', [one, graph.constant(int64([2], [3, 4]))]);
  };
  const x = graph.constant(numbers([1, 1, 1, 1, 256], centres));
  const y = graph.constant(numbers([1, 1, 1, 256, 1], centres));
  const inside = graph.node('Min', [
    graph.node('Sub', [x, corner(0)]),
    graph.node('Sub', [y, corner(1)]),
    graph.node('Sub', [corner(2), x]),
    graph.node('Sub', [corner(3), y]),
  ]);
  const everywhere = graph.node('Sub', [graph.node('Abs', [inside]), graph.constant(numbers([1], [-1]))]);
  const masks = graph.node('Concat', [everywhere, inside, everywhere], { axis: 2 });
  const boxes = graph.node('Slice', [
    input('input_boxes'),
    ...[int64([1], [0]), int64([1], [3]), int64([1], [2])].map(graph.constant),
  ]);
  const none = graph.node('Mul', [boxes, graph.constant(numbers([1], [0]))]);
  return { pred_masks: masks, iou_scores: graph.node('Add', [none, graph.constant(numbers([3], [0.3, 0.9, 0.5]))]) };
}

const noEmbeddings = (): NamedTensors => ({
  image_embeddings: float32([1, 256, 64, 64], new Float32Array(256 * 64 * 64)),
  image_positional_embeddings: float32([1, 256, 64, 64], new Float32Array(256 * 64 * 64)),
});

/** The pixels whose centres lie in a box. */
function filled({ width, height }: Picture, [x1, y1, x2, y2]: Bounds): InstanceMask {
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x > x1 && x < x2 && y > y1 && y < y2 ? 1 : 0;
  });
  return { width, height, pixels: Uint8Array.from(pixels) };
}

describe('SlimSAM', () => {
  it('is given points without elements where the export takes points, too', async () => {
    const counted = (graph: Graph, input: (name: string) => Value): Record<string, Value> => {
      const { iou_scores, ...masks } = distances(graph, input);
      const dims = graph.node(
        'Concat',
        ['input_points', 'input_labels'].map((name) => graph.node('Shape', [input(name)])),
        {
          axis: 0,
        },
      );
      return {
        ...masks,
        iou_scores: graph.node('Reshape', [
          graph.node('Cast', [dims], { to: 1 }),
          graph.constant(int64([3], [1, 1, 7])),
        ]),
      };
    };
    const decoder = await models.open(slimsamDecoder, counted);
    const placement = slimsamPlacement({ width: 64, height: 64 });
    const { outputs } = await decoder.run(slimsamDecoderInputs(noEmbeddings(), [[1, 1, 9, 9]], placement));
    expect([...(outputs.iou_scores?.data ?? [])]).toEqual([1, 1, 0, 2, 1, 1, 0]);
  });

  it('encodes the picture at the top left, with the mean below it', async () => {
    const picture = painted(64, 32, red);
    const placement = slimsamPlacement(picture);
    const encoder = await models.open(slimsamEncoder, averages);
    const { outputs } = await encoder.run(slimsamEncoderInputs(await resized(picture, placement.content), placement));
    const cells = outputs.image_embeddings?.data ?? [];
    const at = (channel: number, row: number, column: number): number =>
      Number(cells[(channel * 64 + row) * 64 + column]);
    // (1 − mean) / deviation of red, −mean / deviation of green and blue; half of the square is padding.
    for (const row of [0, 31]) {
      expect(at(0, row, 63)).toBeCloseTo((1 - 0.485) / 0.229, 4);
      expect(at(1, row, 63)).toBeCloseTo(-0.456 / 0.224, 4);
      expect(at(2, row, 0)).toBeCloseTo(-0.406 / 0.225, 4);
    }
    expect([at(0, 32, 0), at(1, 63, 63)]).toEqual([0, 0]);
  });

  it.each<readonly [number, number, readonly Bounds[]]>([
    [
      640,
      480,
      [
        [100.5, 50.5, 300.5, 120.5],
        [20.5, 400.5, 26.5, 470.5],
      ],
    ],
    [333, 777, [[10.5, 20.5, 322.5, 31.5]]],
    [2000, 500, [[1500.5, 8.5, 1990.5, 490.5]]],
    // At every border of the picture: nothing of it is lost, and the padding does not show through.
    [
      640,
      360,
      [
        [-0.5, -0.5, 639.5, 359.5],
        [-0.5, 100.5, 50.5, 359.5],
        [600.5, -0.5, 639.5, 20.5],
      ],
    ],
  ])('gives the best candidate in pixels of the picture: %i x %i', async (width, height, boxes) => {
    const size = { width, height };
    const placement = slimsamPlacement(size);
    const decoder = await models.open(slimsamDecoder, distances, noPoints);
    const { outputs } = await decoder.run(slimsamDecoderInputs(noEmbeddings(), boxes, placement));
    const masks = boxMasks(outputs, placement, size);
    expect(masks.map((mask) => mask?.expectedIou)).toEqual(boxes.map(() => expect.closeTo(0.9)));
    boxes.forEach((box, i) => {
      const found = masks[i]?.mask.pixels ?? new Uint8Array(0);
      const wrong = filled(size, box).pixels.reduce((count, value, at) => count + (value === found[at] ? 0 : 1), 0);
      // Corners are rounded by reading between samples: at each a few pixels, and no side moves.
      const sample = Math.max(1, (4 * width) / placement.content.width);
      expect(wrong).toBeLessThanOrEqual(4 * sample * sample);
    });
  });

  it('gives masks of the size of a point map', async () => {
    const size = { width: 640, height: 480 };
    const placement = slimsamPlacement(size);
    const decoder = await models.open(slimsamDecoder, distances, noPoints);
    const { outputs } = await decoder.run(slimsamDecoderInputs(noEmbeddings(), [[63.5, 31.5, 127.5, 63.5]], placement));
    const [half] = boxMasks(outputs, placement, { width: 320, height: 240 });
    expect({ ...half?.mask, pixels: null }).toEqual({ width: 320, height: 240, pixels: null });
    const row = half?.mask.pixels.subarray(20 * 320, 21 * 320) ?? new Uint8Array(0);
    expect([row.indexOf(1), row.lastIndexOf(1)]).toEqual([32, 63]);
  });

  it('gives none where no pixel is in the mask, and takes no boxes at all', async () => {
    const placement = slimsamPlacement({ width: 64, height: 64 });
    const decoder = await models.open(slimsamDecoder, distances, noPoints);
    const nothing = await decoder.run(slimsamDecoderInputs(noEmbeddings(), [[10, 10, 10, 10]], placement));
    expect(boxMasks(nothing.outputs, placement, { width: 64, height: 64 })).toEqual([null]);
    const empty = await decoder.run(slimsamDecoderInputs(nothing.feeds, [], placement));
    expect(boxMasks(empty.outputs, placement, { width: 64, height: 64 })).toEqual([]);
  });
});
