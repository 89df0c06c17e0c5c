/** `dfine`, `yolox` and `sam2`, opened as a run opens them, with fixture graphs of their signatures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dfine } from '../../../runtime/perceive/decode/dfine.js';
import { sam2Decoder, sam2Encoder } from '../../../runtime/perceive/decode/sam2.js';
import { yolox } from '../../../runtime/perceive/decode/yolox.js';
import { graphOf } from '../../onnx/graph.js';
import { numbers } from '../fixture-models.js';
import { painted, red } from '../painted.js';
import { photoOf, type TestWorkbench, testWorkbench } from './workbench.js';

let bench: TestWorkbench;
beforeAll(async () => {
  bench = await testWorkbench();
});
afterAll(() => bench.close());

const photo = photoOf(painted(200, 100, red));
const things = async (name: 'dfine' | 'yolox', given: Readonly<Record<string, string | readonly [number, number]>>) => {
  const operator = await bench.open({ role: 'objects', operator: name, arguments: given });
  if (operator.role !== 'objects') throw new Error(operator.role);
  return { operator, found: await operator.perceive([{ photo }]) };
};

/** One query: the middle half of the picture, of the class at `best` out of so many. */
const oneQuery = (classes: number, best: number): Uint8Array =>
  graphOf(dfine, (graph) => ({
    logits: graph.constant(
      numbers(
        [1, 1, classes],
        Array.from({ length: classes }, (_, at) => (at === best ? 0 : -9)),
      ),
    ),
    pred_boxes: graph.constant(numbers([1, 1, 4], [0.5, 0.5, 0.5, 0.5])),
  }));

describe('dfine', () => {
  it('knows the classes of COCO, and what is certain by its scores', async () => {
    await bench.install('dfine-m-coco', 'onnx/model.onnx', oneQuery(80, 56));
    const { operator, found } = await things('dfine', { score: [0.4, 0.6] });
    // Half of the width and height around the middle, in pixels whose centres are whole.
    const box = [49.5, 24.5, 149.5, 74.5].map((value) => expect.closeTo(value, 3));
    expect(found).toEqual([{ kind: 'found', found: [{ label: 'chair', score: 0.5, presence: 'possible', box }] }]);
    expect(operator.labels).toHaveLength(80);
  });

  it('takes a file and classes of your own, and refuses a list of another length', async () => {
    bench.write('own.onnx', oneQuery(2, 1));
    bench.write('own.txt', 'crate\nlamp\n');
    const { found } = await things('dfine', { file: 'own.onnx', labels: 'own.txt' });
    expect(found).toMatchObject([{ found: [{ label: 'lamp' }] }]);
    await expect(things('dfine', { file: 'own.onnx' })).rejects.toMatchObject({
      code: 'SPQ525',
      message: expect.stringContaining('tells 2 classes apart, and 80 labels are listed'),
    });
  });
});

describe('yolox', () => {
  it('takes the side that its file states', async () => {
    // Of 416 pixels a side there are 52² + 26² + 13² cells; the first says a 16 x 16 box around (8, 8) of the canvas.
    const cells = 52 ** 2 + 26 ** 2 + 13 ** 2;
    const first = [1, 1, Math.log(2), Math.log(2), 1, ...Array.from({ length: 80 }, (_, at) => (at === 0 ? 0.9 : 0))];
    const values = new Float32Array(cells * 85);
    values.set(first);
    const stated = { ...yolox, inputs: yolox.inputs.map((input) => ({ ...input, dims: ['batch', 3, 416, 416] })) };
    bench.write(
      'yolox.onnx',
      graphOf(stated, (graph) => ({ output: graph.constant(numbers([1, cells, 85], values)) })),
    );
    const { found } = await things('yolox', { file: 'yolox.onnx' });
    // 200 pixels became 416: a box of 0..16 is one of 0..7.7.
    const box = [-0.5, -0.5, 16 / 2.08 - 0.5, 16 / 2.08 - 0.5].map((value) => expect.closeTo(Math.max(0, value), 3));
    expect(found).toEqual([
      { kind: 'found', found: [{ label: 'person', score: expect.closeTo(0.9, 5), presence: 'certain', box }] },
    ]);
  });
});

describe('sam2', () => {
  it('gives a mask of the size that is wanted, and none of what is not there', async () => {
    const scales = [
      [1, 32, 256, 256],
      [1, 64, 128, 128],
      [1, 256, 64, 64],
    ] as const;
    const zeros = (dims: readonly number[]) => numbers(dims, new Float32Array(dims.reduce((all, dim) => all * dim, 1)));
    bench.write(
      'encoder.onnx',
      graphOf(sam2Encoder, (graph) =>
        Object.fromEntries(scales.map((dims, at) => [`image_embeddings.${at}`, graph.constant(zeros(dims))])),
      ),
    );
    // Of two boxes both have all pixels; the second is nothing.
    bench.write(
      'decoder.onnx',
      graphOf(sam2Decoder, (graph) => ({
        iou_scores: graph.constant(numbers([1, 2, 1], [0.9, 0.9])),
        pred_masks: graph.constant(numbers([1, 2, 1, 4, 4], new Float32Array(32).fill(1))),
        object_score_logits: graph.constant(numbers([1, 2, 1], [3, -3])),
      })),
    );
    const operator = await bench.open({
      role: 'masks',
      operator: 'sam2',
      arguments: { encoder: 'encoder.onnx', decoder: 'decoder.onnx' },
    });
    if (operator.role !== 'masks') throw new Error(operator.role);
    const thing = { label: 'chair', score: 1, presence: 'certain', box: [1, 1, 9, 9] } as const;
    const [outcome] = await operator.perceive([{ photo, objects: [thing, thing] }]);
    expect(outcome).toMatchObject({ kind: 'found', found: [{ width: 200, height: 100 }, null] });
    expect(await operator.perceive([{ photo, objects: [] }])).toEqual([{ kind: 'found', found: [] }]);
  });
});
