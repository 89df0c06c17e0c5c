/**
 * D-FINE and YOLOX against graphs with their signatures. The fixtures give fixed boxes, and see the picture by its means: a
 * colour in the wrong plane, unnormalized or padded otherwise, gives another score.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { Bounds } from '../../../runtime/geometry/projection.js';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import { dfine, dfineDetections, dfineInputs, dfinePlacement } from '../../../runtime/perceive/decode/dfine.js';
import { yolox, yoloxDetections, yoloxInputs, yoloxPlacement } from '../../../runtime/perceive/decode/yolox.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { int64, type Tensor } from '../../../runtime/perceive/tensor.js';
import type { Graph, Value } from '../../onnx/graph.js';
import { fixtureModels, halfPrecision, numbers } from '../fixture-models.js';
import { painted, red } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

const logit = (score: number): number => Math.log(score / (1 - score));
/** Mean red, green and blue of the canvas, [1, 1, 3] as the planes come. */
const means = (graph: Graph, image: Value): Value =>
  graph.node('Reshape', [graph.node('GlobalAveragePool', [image]), graph.constant(int64([3], [1, 1, 3]))]);

/** By how much an edge of a box is off at most, pixels. */
const farthest = (found: Detection | undefined, box: Bounds): number =>
  Math.max(...box.map((edge, i) => Math.abs((found?.box[i] ?? Number.POSITIVE_INFINITY) - edge)));

describe('D-FINE', () => {
  // Two queries: the left half of the picture from top to bottom, and a box that reaches beyond its lower right corner.
  const boxes = [0.25, 0.5, 0.5, 1, 0.9, 0.9, 0.4, 0.4];
  const labels = [null, 'chair', 'lamp'];
  const fixture =
    (type: 1 | 10) =>
    (graph: Graph, input: (name: string) => Value): Record<string, Value> => {
      const cast = (value: Value): Value => graph.node('Cast', [value], { to: type });
      const fixed = [-9, 0, -9, -9, -9, logit(0.75)];
      const colours = graph.node('Mul', [
        graph.node('Cast', [means(graph, input('pixel_values'))], { to: 1 }),
        graph.constant(numbers([1, 1, 3], [0, 0, 1])),
      ]);
      const logits = graph.node('Add', [graph.constant(numbers([1, 2, 3], fixed)), colours]);
      return { logits: cast(logits), pred_boxes: cast(graph.constant(numbers([1, 2, 4], boxes))) };
    };

  it.each([
    ['float32', dfine, fixture(1)],
    ['float16', halfPrecision(dfine), fixture(10)],
  ] as const)('finds things relative to the whole picture, in %s', async (_, contract, graph) => {
    const picture = painted(1280, 320, red);
    const placement = dfinePlacement(picture);
    const model = await models.open(contract, graph);
    const { outputs } = await model.run(dfineInputs(await resized(picture, placement.content)));
    const [lamp, chair, ...others] = dfineDetections(outputs, labels, placement);
    expect(others).toEqual([]);
    // 0.7 to 1.1 of 1280 and 320, clipped to the outermost pixel centres.
    expect(lamp).toMatchObject({ label: 'lamp', presence: 'certain', score: expect.closeTo(0.75, 2) });
    expect(farthest(lamp, [895.5, 223.5, 1279, 319])).toBeLessThanOrEqual(0.5);
    expect(chair).toMatchObject({ label: 'chair', presence: 'certain', score: 0.5 });
    expect(farthest(chair, [0, 0, 639.5, 319])).toBeLessThanOrEqual(0.5);
  });

  it('sees pixels 0..1 without mean or deviation', async () => {
    const picture = painted(64, 64, [0, 0, 204]);
    const placement = dfinePlacement(picture);
    const model = await models.open(dfine, fixture(1));
    const { outputs } = await model.run(dfineInputs(await resized(picture, placement.content)));
    const [lamp] = dfineDetections(outputs, labels, placement);
    expect(lamp?.score).toBeCloseTo(1 / (1 + Math.exp(-logit(0.75) - 0.8)), 4);
  });

  it('says nothing of what is no thing, and refuses other classes', () => {
    const placement = dfinePlacement({ width: 10, height: 10 });
    const outputs = { logits: numbers([1, 1, 3], [5, 0, 0]), pred_boxes: numbers([1, 1, 4], [0.5, 0.5, 1, 1]) };
    expect(dfineDetections(outputs, labels, placement)).toEqual([]);
    expect(() => dfineDetections(outputs, ['chair'], placement)).toThrow(
      'logits of 3 classes, where there are 1 labels',
    );
  });
});

describe('YOLOX', () => {
  const SIDE = 64;
  const labels = ['chair', 'lamp'];
  // 8 x 8 cells of 8 pixels, 4 x 4 of 16, 2 x 2 of 32.
  const CELLS = 64 + 16 + 4;
  function raw(cells: Readonly<Record<number, readonly number[]>>): Tensor {
    return numbers([1, CELLS, 7], Array.from({ length: CELLS }, (_, i) => cells[i] ?? [0, 0, 0, 0, 0, 0, 0]).flat());
  }

  it('reads each grid by its stride, relative to the cell', () => {
    const placement = yoloxPlacement({ width: 128, height: 64 }, SIDE);
    const output = raw({
      // Row 1, column 2 of the first grid: centre (2.5, 1.5) * 8 = (20, 12), one stride wide and two high.
      10: [0.5, 0.5, 0, Math.log(2), 0.9, 0.9, 0.1],
      // Row 0, column 1 of the third: centre (1.5, 0.25) * 32 = (48, 8), half a stride wide and high.
      81: [0.5, 0.25, Math.log(0.5), Math.log(0.5), 0.8, 0.2, 0.5],
      // Too low as a product.
      70: [0, 0, 0, 0, 0.5, 0.5, 0],
    });
    // The picture is twice as large as its content on the canvas.
    expect(yoloxDetections({ output }, labels, placement)).toEqual([
      {
        label: 'chair',
        score: expect.closeTo(0.81),
        presence: 'certain',
        box: [31.5, 7.5, 47.5, 39.5].map((edge) => expect.closeTo(edge, 4)),
      },
      {
        label: 'lamp',
        score: expect.closeTo(0.4),
        presence: 'possible',
        box: [79.5, 0, 111.5, 31.5].map((edge) => expect.closeTo(edge, 4)),
      },
    ]);
  });

  it('finds a thing once, and refuses another size', () => {
    const placement = yoloxPlacement({ width: 64, height: 64 }, SIDE);
    const output = raw({
      9: [0.5, 0.5, 1, 1, 0.9, 0.9, 0],
      10: [-0.4, 0.5, 1, 1, 0.8, 0.9, 0],
    });
    expect(yoloxDetections({ output }, labels, placement).map(({ score }) => score)).toEqual([expect.closeTo(0.81)]);
    expect(() => yoloxDetections({ output }, labels, yoloxPlacement({ width: 9, height: 9 }, 32))).toThrow(
      'output [1,84,7], where 21 cells and 2 classes are expected',
    );
  });

  it('sees bytes, blue first, with grey 114 below the picture', async () => {
    const picture = painted(128, 64, [255, 0, 100]);
    const placement = yoloxPlacement(picture, SIDE);
    const model = await models.open(yolox, (graph, input) => {
      const colours = means(graph, input('images'));
      const rest = graph.constant(numbers([1, CELLS, 4], Array(CELLS * 4).fill(0)));
      const spread = graph.node('Expand', [colours, graph.constant(int64([3], [1, CELLS, 3]))]);
      return { output: graph.node('Concat', [rest, spread], { axis: 2 }) };
    });
    const { outputs } = await model.run(yoloxInputs(await resized(picture, placement.content), placement));
    // Half of the canvas is padding.
    const [blue, green, redMean] = [(100 + 114) / 2, 114 / 2, (255 + 114) / 2];
    const values = [...(outputs.output?.data ?? [])].slice(4, 7).map(Number);
    expect(values).toEqual([blue, green, redMean].map((mean) => expect.closeTo(mean, 3)));
  });
});
