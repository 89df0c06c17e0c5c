/** Operators whose files are ONNX graphs, opened as a run opens them: what they are given, and what they make of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intrinsics } from '../../../runtime/geometry/projection.js';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import { geocalib } from '../../../runtime/perceive/decode/geocalib.js';
import { groundingDino } from '../../../runtime/perceive/decode/grounding-dino.js';
import { orientAnything } from '../../../runtime/perceive/decode/orient-anything.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import { graphOf } from '../../onnx/graph.js';
import { bertTokenizer } from '../decode/bert-tokenizer.js';
import { numbers } from '../fixture-models.js';
import { painted, red, white } from '../painted.js';
import { photoOf, type TestWorkbench, testWorkbench } from './workbench.js';

let bench: TestWorkbench;
beforeAll(async () => {
  bench = await testWorkbench();
});
afterAll(() => bench.close());

const camera = (intrinsics: Intrinsics) => ({ intrinsics, source: 'truth' }) as const;
const noPoints = { kind: 'unknown', cause: 'none' } as const;
const thing = (box: Detection['box']): Detection => ({ label: 'chair', score: 1, presence: 'certain', box });

describe('orient_anything', () => {
  it('turns what a crop shows by the ray along which it is seen', async () => {
    // Every thing faces who looks at it, with confidence.
    const bins = Array.from({ length: 722 }, (_, bin): number =>
      bin === 0 || bin === 360 + 90 || bin === 540 + 90 ? 5 : 0,
    );
    bins[720] = 9;
    bench.write(
      'front.onnx',
      graphOf(orientAnything, (graph) => ({ logits: graph.constant(numbers([1, 722], bins)) })),
    );
    const operator = await bench.open({
      role: 'facing',
      operator: 'orient_anything',
      arguments: { file: 'front.onnx' },
    });
    if (operator.role !== 'facing') throw new Error(operator.role);
    // Focal length 100: the second thing is seen 45 degrees to the right.
    const photo = photoOf(painted(300, 200, red), camera([100, 100, 100, 100]));
    const objects = [thing([90, 90, 110, 110]), thing([190, 90, 210, 110])];
    const given = { photo, points: noPoints, objects, masks: [null, null] };
    const half = Math.SQRT1_2;
    const facing = (x: number, z: number) => ({
      front: 'one',
      facing: [x, 0, z].map((value) => expect.closeTo(value, 6)),
    });
    expect(await operator.perceive([given])).toEqual([{ kind: 'found', found: [facing(0, -1), facing(-half, -half)] }]);
    const unknown = await operator.perceive([{ ...given, photo: photoOf(photo.picture) }]);
    expect(unknown).toEqual([{ kind: 'found', found: [{ front: 'unseen' }, { front: 'unseen' }] }]);
    expect(operator.key).toMatch(/^orient_anything\/1 v1 [0-9a-f]{64}$/);
  });

  it('needs a file that is of its version', async () => {
    const call = { role: 'facing', operator: 'orient_anything' } as const;
    await expect(bench.open({ ...call, arguments: { file: 'none.onnx' } })).rejects.toMatchObject({ code: 'SPQ524' });
    bench.write(
      'first.onnx',
      graphOf(orientAnything, (graph) => ({ logits: graph.constant(numbers([1, 1], [0])) })),
    );
    await expect(bench.open({ ...call, arguments: { file: 'first.onnx', version: 'v2' } })).rejects.toMatchObject({
      code: 'SPQ525',
    });
  });
});

describe('geocalib', () => {
  it('solves for up with the focal length that is known, in the middle that was cut out', async () => {
    // Up in the picture everywhere; latitudes of a level camera of focal length 320 at 320 x 320, from row 0 to 319.
    const latitude = Array.from({ length: 320 * 320 }, (_, at) => {
      const [x, y] = [((at % 320) - 159.5) / 320, (Math.floor(at / 320) - 159.5) / 320];
      return Math.asin(-y / Math.hypot(x, y, 1));
    });
    const plane = 320 * 320;
    const graph = graphOf(geocalib, (of) => ({
      up_field: of.constant(numbers([1, 2, 320, 320], [...Array(plane).fill(0), ...Array(plane).fill(-1)])),
      up_confidence: of.constant(numbers([1, 320, 320], Array(plane).fill(1))),
      latitude_field: of.constant(numbers([1, 1, 320, 320], latitude)),
      latitude_confidence: of.constant(numbers([1, 320, 320], Array(plane).fill(1))),
    }));
    await bench.install('geocalib-fields', 'geocalib_fields.onnx', graph);
    const operator = await bench.open({ role: 'gravity', operator: 'geocalib', arguments: {} });
    if (operator.role !== 'gravity') throw new Error(operator.role);
    // 325 x 320 is cut to 320 x 320, two columns at the left; the middle of the picture is at (161.5, 159.5).
    const photo = photoOf(painted(325, 320, white), camera([320, 320, 161.5, 159.5]));
    const [outcome] = await operator.perceive([{ photo, points: noPoints }]);
    expect(outcome).toMatchObject({
      kind: 'found',
      found: { kind: 'found', up: [0, -1, 0].map((value) => expect.closeTo(value, 3)) },
    });
    expect(await operator.perceive([{ photo: photoOf(photo.picture), points: noPoints }])).toEqual([
      { kind: 'found', found: { kind: 'unknown', cause: 'the focal length is unknown' } },
    ]);
  });
});

describe('grounding_dino', () => {
  it('looks for one name after the other, and calls things by their labels', async () => {
    // The logit of the second token is its id / 1000, less 3: 0.242 for `chair` (3242), −0.564 for `office` (2436).
    const graph = graphOf(groundingDino, (of, input) => {
      const id = of.node('Slice', [input('input_ids'), ...[[1], [2], [1]].map((at) => of.constant(int64([1], at)))]);
      const size = of.node('Div', [of.node('Cast', [id], { to: 1 }), of.constant(numbers([1], [1000]))]);
      const logit = of.node('Sub', [size, of.constant(numbers([1], [3]))]);
      return {
        logits: of.node('Expand', [logit, of.constant(int64([3], [1, 1, 256]))]),
        pred_boxes: of.constant(numbers([1, 1, 4], [0.5, 0.5, 0.5, 0.5])),
      };
    });
    await bench.install('grounding-dino-tiny-int8', 'onnx/model_int8.onnx', graph);
    await bench.install('grounding-dino-tiny-int8', 'tokenizer.json', bertTokenizer());
    bench.write('labels.txt', 'seat: chair\noffice\n');
    const operator = await bench.open({
      role: 'objects',
      operator: 'grounding_dino',
      arguments: { labels: 'labels.txt', score: [0.3, 0.5] },
    });
    if (operator.role !== 'objects') throw new Error(operator.role);
    const score = 1 / (1 + Math.exp(-0.242));
    // Both names find the same box: the better one is its label.
    expect(await operator.perceive([{ photo: photoOf(painted(200, 100, white)) }])).toEqual([
      {
        kind: 'found',
        found: [
          {
            label: 'seat',
            score: expect.closeTo(score, 4),
            presence: 'certain',
            box: [49.5, 24.5, 149.5, 74.5].map((edge) => expect.closeTo(edge, 3)),
          },
        ],
      },
    ]);
    expect(operator.labels).toEqual(['seat', 'office']);
  });
});
