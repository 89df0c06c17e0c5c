/**
 * MoGe-2 against a graph with its signature. The fixture gives back what it was given: a point is the colour of its pixel, the
 * mask its red, the scale a thousandth of the tokens.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { moge2, moge2Inputs, moge2Placement, moge2PointMap } from '../../../runtime/perceive/decode/moge2.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import type { Graph, Value } from '../../onnx/graph.js';
import { fixtureModels, halfPrecision, numbers } from '../fixture-models.js';
import { black, painted, red, white } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

const echo =
  (type: 1 | 10) =>
  (graph: Graph, input: (name: string) => Value): Record<string, Value> => {
    const image = input('image');
    const points = graph.node('Transpose', [image], { perm: [0, 2, 3, 1] });
    const bounds = [int64([1], [0]), int64([1], [1]), int64([1], [1])].map(graph.constant);
    const planeOfRed = graph.node('Slice', [image, ...bounds]);
    const mask = graph.node('Squeeze', [planeOfRed, graph.constant(int64([1], [1]))]);
    // As the real graph joins it with other numbers: a scalar, and nothing else, becomes [1].
    const tokens = graph.node('Unsqueeze', [input('num_tokens'), graph.constant(int64([1], [0]))]);
    const thousandth = graph.node('Mul', [
      graph.node('Cast', [tokens], { to: 1 }),
      graph.constant(numbers([1], [0.001])),
    ]);
    // Away from the camera everywhere: whichever way an export has them, decoded they are towards it.
    const forward = graph.node('Cast', [graph.constant(numbers([3], [0, 0, 1]))], { to: type });
    const normal = graph.node('Expand', [forward, graph.node('Shape', [points])]);
    return { points, normal, mask, metric_scale: graph.node('Cast', [thousandth], { to: type }) };
  };

const picture = painted(4, 3, [51, 102, 204], [{ left: 1, top: 2, right: 2, bottom: 3, colour: red }]);
const right = painted(4, 3, white, [{ left: 2, top: 0, right: 4, bottom: 3, colour: black }]);

describe('MoGe-2', () => {
  it('takes pixels 0..1 plane by plane and gives points row by row', async () => {
    const model = await models.open(moge2, echo(1));
    const { outputs } = await model.run(moge2Inputs(picture, 1800));
    const map = moge2PointMap(outputs);
    expect({ width: map.width, height: map.height }).toEqual({ width: 4, height: 3 });
    expect(map.metricScale).toBeCloseTo(1.8);
    // Red 51 / 255 is below the mask's half; only the pixel (1, 2) is above it.
    expect([...map.valid]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect([...map.points.subarray(27, 30)]).toEqual([1, 0, 0]);
    expect([...map.points.subarray(0, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('turns normals towards the camera, and knows none where nothing is seen', async () => {
    const model = await models.open(moge2, echo(1));
    const { normals } = moge2PointMap((await model.run(moge2Inputs(right))).outputs);
    expect([...(normals ?? new Float32Array(0)).subarray(0, 3)].map((value) => value + 0)).toEqual([0, 0, -1]);
    expect([...(normals ?? new Float32Array(0)).subarray(6, 9)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('reads halves, and does without normals', async () => {
    const { normal: _, ...rest } = Object.fromEntries(moge2.outputs.map((value) => [value.name, value]));
    const model = await models.open(halfPrecision({ ...moge2, outputs: Object.values(rest) }), echo(10));
    const { outputs } = await model.run(moge2Inputs(right, 2000));
    expect(outputs.points?.type).toBe('float16');
    const map = moge2PointMap(outputs);
    expect([...map.valid]).toEqual([1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]);
    expect(map.normals).toBeNull();
    expect(map.metricScale).toBe(2);
  });

  it('shrinks a picture to what the model looks at, and keeps its shape', async () => {
    const large = painted(1600, 800, black, [{ left: 800, top: 0, right: 1600, bottom: 800, colour: white }]);
    const { content } = moge2Placement(large, 1200);
    expect(content.width * content.height).toBeGreaterThan(1200 * 14 * 14 * 0.99);
    expect(content.width * content.height).toBeLessThan(1200 * 14 * 14 * 1.01);
    expect(content.width / content.height).toBeCloseTo(2, 1);
    const model = await models.open(moge2, echo(1));
    const map = moge2PointMap((await model.run(moge2Inputs(await resized(large, content), 1200))).outputs);
    const row = map.valid.subarray(0, map.width);
    expect({ width: map.width, height: map.height }).toEqual(content);
    expect(Math.abs(row.indexOf(1) - content.width / 2)).toBeLessThanOrEqual(0.5);
  });

  it('does without the number of tokens where an export has one size', async () => {
    const fixed = (graph: Graph, input: (name: string) => Value): Record<string, Value> => {
      const points = graph.node('Transpose', [input('image')], { perm: [0, 2, 3, 1] });
      const mask = graph.node('ReduceMean', [input('image')], { axes: [1], keepdims: 0 });
      return { points, mask, metric_scale: graph.constant(numbers([1], [3])) };
    };
    const model = await models.open(moge2, fixed, ['num_tokens']);
    const map = moge2PointMap((await model.run(moge2Inputs(right))).outputs);
    expect([map.metricScale, map.normals, ...map.valid.subarray(0, 4)]).toEqual([3, null, 1, 1, 0, 0]);
  });

  it('knows no scale where the model gives none that can be', () => {
    const outputs = { points: numbers([1, 1, 1, 3], [0, 0, 1]), mask: numbers([1, 1, 1], [1]) };
    expect(moge2PointMap({ ...outputs, metric_scale: numbers([1], [Number.NaN]) }).metricScale).toBeNull();
    expect(moge2PointMap({ ...outputs, metric_scale: numbers([1], [0]) }).metricScale).toBeNull();
    const infinite = { ...outputs, points: numbers([1, 1, 1, 3], [0, 0, Number.POSITIVE_INFINITY]) };
    expect([...moge2PointMap({ ...infinite, metric_scale: numbers([1], [1]) }).valid]).toEqual([0]);
  });
});
