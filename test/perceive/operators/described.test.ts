/** `onnx` and `server`, opened as a run opens them: the same description of a file, and of what a server has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOATING } from '../../../runtime/perceive/inference/contract.js';
import { openServedModel } from '../../../runtime/perceive/kserve/served-model.js';
import { outputsOf } from '../../../runtime/perceive/kserve/tensor-message.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import { newGraph } from '../../onnx/graph.js';
import { numbers } from '../fixture-models.js';
import { type KserveStandIn, startKserve } from '../kserve/kserve-stand-in.js';
import { painted } from '../painted.js';
import { photoOf, type TestWorkbench, testWorkbench } from './workbench.js';

let bench: TestWorkbench;
let servers: readonly [KserveStandIn, KserveStandIn];
beforeAll(async () => {
  bench = await testWorkbench();
  servers = [await startKserve(), await startKserve()];
});
afterAll(() => Promise.all([bench.close(), ...servers.map((server) => server.close())]));

const size = { width: 40, height: 20 };
const photo = photoOf(painted(size.width, size.height, [51, 0, 0]), {
  intrinsics: [40, 40, 19.5, 9.5],
  source: 'exif',
});
const wall = {
  kind: 'found',
  found: {
    kind: 'found',
    metric: true,
    camera: photo.camera,
    map: expect.objectContaining({ width: 10, height: 5, intrinsics: [10, 10, 4.5, 2] }),
  },
};
/** Red is 0.2, and so depth 0.8 m. */
const DEPTH = 0.8;

describe('onnx', () => {
  it('reads depth of a file that it knows nothing of', async () => {
    const graph = newGraph();
    const image = graph.input('image', 'float32', [1, 3, 'height', 'width']);
    const first = graph.node('Gather', [image, graph.constant(int64([], [0]))], { axis: 1 });
    const pooled = graph.node('AveragePool', [graph.node('Unsqueeze', [first, graph.constant(int64([1], [1]))])], {
      kernel_shape: [2, 2],
      strides: [2, 2],
    });
    graph.output('depth', graph.node('Mul', [pooled, graph.constant(numbers([1], [4]))]), 'float32', [1, 1, 'h', 'w']);
    bench.write('depth.onnx', graph.bytes());
    const operator = await bench.open({
      role: 'points',
      operator: 'onnx',
      arguments: { file: 'depth.onnx', output: 'depth', width: 20, height: 10 },
    });
    if (operator.role !== 'points') throw new Error(operator.role);
    const [outcome] = await operator.perceive([{ photo }]);
    expect(outcome).toEqual(wall);
    if (outcome?.kind !== 'found' || outcome.found.kind !== 'found') throw new Error('nothing');
    const { points } = outcome.found.map;
    // The first pixel's ray is ((0 − 4.5) / 10, (0 − 2) / 10, 1).
    expect([...points.subarray(0, 3)]).toEqual(
      [-0.45 * DEPTH, -0.2 * DEPTH, DEPTH].map((value) => expect.closeTo(value, 4)),
    );
    expect(operator.key).toMatch(/^onnx\/1 [0-9a-f]{64} /);
  });

  it('finds things and masks', async () => {
    const boxes = newGraph();
    boxes.input('pixels', 'float32', ['batch', 3, 16, 16]);
    boxes.output('boxes', boxes.constant(numbers([1, 1, 4], [0.25, 0.5, 0.5, 1])), 'float32', [1, 1, 4]);
    boxes.output('scores', boxes.constant(numbers([1, 1, 2], [-9, 9])), 'float32', [1, 1, 2]);
    bench.write('boxes.onnx', boxes.bytes());
    bench.write('classes.txt', 'chair\nlamp\n');
    const objects = await bench.open({
      role: 'objects',
      operator: 'onnx',
      arguments: {
        ...{ file: 'boxes.onnx', input: 'pixels', width: 16, labels: 'classes.txt' },
        ...{ boxes: 'boxes', box: 'cxcywh', unit: 'share', scores: 'scores' },
      },
    });
    if (objects.role !== 'objects') throw new Error(objects.role);
    const [things] = await objects.perceive([{ photo }]);
    expect(things).toMatchObject({
      found: [{ label: 'lamp', presence: 'certain', box: [0, 0, 19.5, 19] }],
    });

    const masks = newGraph();
    masks.input('image', 'float32', ['batch', 3, 16, 16]);
    const prompts = masks.input('prompts', 'float32', ['batch', 'n', 4]);
    // A mask of two samples: the left one is the right border of the box less 7, the right one −1.
    const right = masks.node('Gather', [prompts, masks.constant(int64([1], [2]))], { axis: 2 });
    const left = masks.node('Sub', [right, masks.constant(numbers([1], [7]))]);
    const pair = masks.node(
      'Concat',
      [
        left,
        masks.node('Sub', [
          masks.node('Mul', [left, masks.constant(numbers([1], [0]))]),
          masks.constant(numbers([1], [1])),
        ]),
      ],
      { axis: 2 },
    );
    masks.output('masks', masks.node('Unsqueeze', [pair, masks.constant(int64([1], [2]))]), 'float32', [1, 'n', 1, 2]);
    bench.write('masks.onnx', masks.bytes());
    const cutter = await bench.open({
      role: 'masks',
      operator: 'onnx',
      arguments: { file: 'masks.onnx', width: 16, output: 'masks', boxes: 'prompts' },
    });
    if (cutter.role !== 'masks') throw new Error(cutter.role);
    const thing = (x2: number) => ({ label: 'lamp', score: 1, presence: 'certain', box: [0, 0, x2, 19] }) as const;
    const [found] = await cutter.perceive([{ photo, objects: [thing(19.5), thing(9.5)] }]);
    if (found?.kind !== 'found') throw new Error(found?.message);
    // 19.5 of 40 is 8 of 16: more than 7. 9.5 is 4: less.
    const [first, second] = found.found;
    expect([first?.width, first?.height, second]).toEqual([40, 20, null]);
    expect([first?.pixels[0], first?.pixels[39]]).toEqual([1, 0]);
    expect(await cutter.perceive([{ photo, objects: [] }])).toEqual([{ kind: 'found', found: [] }]);
  });

  it('tells what is missing of a description, and what is wrong with it', async () => {
    const call = { role: 'objects', operator: 'onnx' } as const;
    bench.write('any.onnx', newGraph().bytes());
    const given = { file: 'any.onnx', width: 16, labels: 'classes.txt', boxes: 'boxes' };
    await expect(bench.open({ ...call, arguments: given })).rejects.toMatchObject({
      code: 'SPQ546',
      message: '`onnx` does not describe a model of objects: `scores` is missing.',
    });
    bench.write('three.txt', 'chair\nlamp\nrug\n');
    const operator = await bench.open({
      ...call,
      arguments: {
        file: 'boxes.onnx',
        input: 'pixels',
        width: 16,
        labels: 'three.txt',
        boxes: 'boxes',
        scores: 'scores',
      },
    });
    if (operator.role !== 'objects') throw new Error(operator.role);
    await expect(operator.perceive([{ photo }])).rejects.toMatchObject({
      code: 'SPQ546',
      message: expect.stringContaining('`scores` has dims [1,1,2], where [1, 1, 3] is expected'),
    });
    await expect(
      bench.open({ ...call, arguments: { ...given, file: 'boxes.onnx', scores: 's' } }),
    ).rejects.toMatchObject({
      code: 'SPQ525',
      message: expect.stringContaining('`image`'),
    });
  });
});

describe('server', () => {
  const described = { model: 'depths', output: 'depth', width: 20, height: 10 };
  const open = async (url: string) => {
    const operator = await bench.open({ role: 'points', operator: 'server', arguments: { ...described, url } });
    if (operator.role !== 'points') throw new Error(operator.role);
    return operator;
  };

  it('finds the same by a server, whether it sends bytes or numbers', async () => {
    const [server] = servers;
    const operator = await open(server.url);
    expect(await operator.perceive([{ photo }])).toEqual([wall]);
    server.faults.push('json');
    expect(await operator.perceive([{ photo }])).toEqual([wall]);
    server.faults.push(503, 'bad');
    expect(await operator.perceive([{ photo }])).toEqual([wall]);
  });

  it('shares the work among servers, and goes on where one has gone', async () => {
    const [first, second] = servers;
    const before = [first.answered(), second.answered()] as const;
    const operator = await open(`${first.url}, ${second.url}`);
    expect(operator.calls).toBe(8);
    const all = await Promise.all(Array.from({ length: 8 }, () => operator.perceive([{ photo }])));
    expect(all.flat()).toEqual(Array(8).fill(wall));
    expect(first.answered()).toBeGreaterThan(before[0]);
    expect(second.answered()).toBeGreaterThan(before[1]);

    const third = await startKserve();
    const serving = {
      endpoints: [third.url, first.url],
      model: 'depths',
      atOnce: 1,
      timeoutMs: 2000,
      patience: { attempts: 2, firstWaitMs: 5, longestWaitMs: 5 },
    };
    const contract = {
      model: 'depth',
      inputs: [{ name: 'image', types: FLOATING, dims: ['batch', 3, 'h', 'w'] }],
      outputs: [{ name: 'depth', types: FLOATING, dims: ['batch', 'h', 'w'] }],
    };
    const model = await openServedModel(serving, contract);
    await third.close();
    const image = numbers([1, 3, 2, 2], Array(12).fill(0.5));
    expect(await model.run({ image })).toEqual({ depth: numbers([1, 1, 1], [2]) });
    await first.close();
    await expect(model.run({ image })).rejects.toMatchObject({ code: 'SPQ541' });
  });

  it('must be there, and serve the model that is described', async () => {
    const [, server] = servers;
    await expect(open('http://127.0.0.1:9')).rejects.toMatchObject({ code: 'SPQ541' });
    await expect(
      bench.open({
        role: 'points',
        operator: 'server',
        arguments: { ...described, url: server.url, output: 'disparity' },
      }),
    ).rejects.toMatchObject({ code: 'SPQ525', message: expect.stringContaining('output `disparity` is missing') });
  });
});

describe('an answer of a server', () => {
  const answered = (json: object, bytes: readonly number[] = []): Uint8Array<ArrayBuffer> => {
    const text = Buffer.from(JSON.stringify(json));
    return Uint8Array.from([...text, ...bytes]);
  };

  it('holds tensors one after the other', () => {
    const outputs = [
      { name: 'a', shape: [2], datatype: 'UINT8', parameters: { binary_data_size: 2 } },
      { name: 'b', shape: [1], datatype: 'INT64', parameters: { binary_data_size: 8 } },
    ];
    const body = answered({ outputs }, [7, 8, 5, 0, 0, 0, 0, 0, 0, 0]);
    expect(outputsOf(body, body.length - 10)).toEqual({
      a: { type: 'uint8', dims: [2], data: Uint8Array.of(7, 8) },
      b: int64([1], [5]),
    });
  });

  it.each([
    [
      'too short',
      { name: 'a', shape: [2], datatype: 'FP32', parameters: { binary_data_size: 8 } },
      /2 bytes, where float32 \[2\] is 8 bytes/,
    ],
    [
      'text',
      { name: 'a', shape: [1], datatype: 'BYTES', parameters: { binary_data_size: 2 } },
      /BYTES, which nothing here reads/,
    ],
    [
      'too few numbers',
      { name: 'a', shape: [3], datatype: 'FP32', data: [1] },
      /holds 1 numbers, where its shape has 3/,
    ],
  ])('is refused where it is %s', (_, output, message) => {
    const body = answered({ outputs: [output] }, [1, 2]);
    expect(() => outputsOf(body, body.length - 2)).toThrow(message);
  });
});
