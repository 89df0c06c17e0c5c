/** Models in their thread: run, checked, moved, kept, told of; on graphs that are built here. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toHalf } from '../../../runtime/perceive/half.js';
import type { Contract } from '../../../runtime/perceive/inference/contract.js';
import { FLOATING } from '../../../runtime/perceive/inference/contract.js';
import { openSessionHost } from '../../../runtime/perceive/inference/session-host.js';
import { float32, int64, type Tensor } from '../../../runtime/perceive/tensor.js';
import { newGraph } from '../../onnx/graph.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-sessions-'));
const host = openSessionHost();
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** sum = a + b, twice = 2 a. */
const sums: Contract = {
  model: 'sums',
  inputs: [
    { name: 'a', types: FLOATING, dims: ['n'] },
    { name: 'b', types: FLOATING, dims: ['n'] },
  ],
  outputs: [
    { name: 'sum', types: FLOATING, dims: ['n'] },
    { name: 'twice', types: FLOATING, dims: ['n'], optional: true },
  ],
};

function sumGraph(type: 'float32' | 'float16'): Uint8Array {
  const graph = newGraph();
  const a = graph.input('a', type, ['n']);
  const b = graph.input('b', type, ['n']);
  graph.output('sum', graph.node('Add', [a, b]), type, ['n']);
  graph.output('twice', graph.node('Add', [a, a]), type, ['n']);
  return graph.bytes();
}

const vector = (...values: readonly number[]): Tensor => float32([values.length], Float32Array.from(values));
const summing = { file: fileOf('sums.onnx', sumGraph('float32')), contract: sums };

describe('a model in its thread', () => {
  it('gives every output of its contract', async () => {
    const model = await host.open(summing);
    const { outputs } = await model.run({ a: vector(1, 2, 3), b: vector(10, 20, 30) });
    expect(outputs).toEqual({ sum: vector(11, 22, 33), twice: vector(2, 4, 6) });
    expect({ provider: model.provider, passedOver: model.passedOver }).toEqual({ provider: 'cpu', passedOver: [] });
  });

  it('gives only the outputs that are asked for', async () => {
    const model = await host.open(summing);
    const { outputs } = await model.run({ a: vector(1), b: vector(2) }, { sum: null });
    expect(outputs).toEqual({ sum: vector(3) });
  });

  it('takes scalars and tensors without elements', async () => {
    const graph = newGraph();
    const count = graph.input('count', 'int64', []);
    const points = graph.input('points', 'float32', [1, 'n', 2]);
    // Concat takes [1] and [3]: a scalar that came as [1] would become [1, 1] and be refused.
    const axes = graph.constant(int64([1], [0]));
    graph.output(
      'dims',
      graph.node('Concat', [graph.node('Unsqueeze', [count, axes]), graph.node('Shape', [points])], { axis: 0 }),
      'int64',
      [4],
    );
    const contract: Contract = {
      model: 'shapes',
      inputs: [
        { name: 'count', types: ['int64'], dims: [] },
        { name: 'points', types: ['float32'], dims: [1, 'n', 2] },
      ],
      outputs: [{ name: 'dims', types: ['int64'], dims: [4] }],
    };
    const model = await host.open({ file: fileOf('shapes.onnx', graph.bytes()), contract });
    const { outputs } = await model.run({ count: int64([], [1800]), points: float32([1, 0, 2], new Float32Array(0)) });
    expect(outputs).toEqual({ dims: int64([4], [1800, 1, 0, 2]) });
  });

  it('is given halves where the file takes them, and gives their bits', async () => {
    const model = await host.open({ file: fileOf('halves.onnx', sumGraph('float16')), contract: sums });
    const { outputs } = await model.run({ a: vector(0.5, -2), b: vector(0.25, 1024) });
    expect(outputs.sum).toEqual({ type: 'float16', dims: [2], data: toHalf(Float32Array.of(0.75, 1022)) });
  });

  it('moves buffers instead of copying them, and hands the inputs back', async () => {
    const model = await host.open(summing);
    const a = vector(1, 2);
    const { feeds } = await model.run({ a, b: vector(3, 4) });
    expect(a.data.length).toBe(0);
    expect(feeds).toEqual({ a: vector(1, 2), b: vector(3, 4) });
  });

  it('writes into a buffer that is given', async () => {
    const model = await host.open(summing);
    const into = float32([2], Float32Array.of(7, 7));
    const { outputs } = await model.run({ a: vector(1, 2), b: vector(3, 4) }, { sum: into });
    expect(outputs).toEqual({ sum: vector(4, 6) });
    expect(into.data.length).toBe(0);
  });

  it('tells in words of ONNX Runtime why a run failed, and goes on', async () => {
    const model = await host.open(summing);
    await expect(model.run({ a: vector(1, 2), b: vector(1, 2, 3) })).rejects.toMatchObject({
      code: 'SPQ527',
      message: expect.stringMatching(/sums\.onnx` could not be run: .*Add/s),
    });
    await expect(model.run({ a: vector(1) })).rejects.toMatchObject({
      code: 'SPQ527',
      message: expect.stringContaining('b'),
    });
    expect((await model.run({ a: vector(1), b: vector(1) })).outputs.sum).toEqual(vector(2));
  });
});

describe('a file that cannot be used', () => {
  it('is refused with every difference from its contract', async () => {
    const expected: Contract = {
      model: 'other',
      inputs: [{ name: 'a', types: ['float16'], dims: ['n', 3] }],
      outputs: [
        { name: 'sum', types: ['int64'], dims: ['n'] },
        { name: 'mask', types: FLOATING, dims: ['n'] },
      ],
    };
    const refusal = await host.open({ file: summing.file, contract: expected }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'SPQ525' });
    expect(String(refusal)).toContain(
      [
        'input `a` must be float16; in the file it is float32;',
        'input `a` must have dims [n, 3]; in the file they are [n];',
        'the file has an input `b`, which other does not have;',
        'output `sum` must be int64; in the file it is float32;',
        'output `mask` is missing; the file has `sum`, `twice`.',
      ].join('\n'),
    );
  });

  it('is refused with the cause where it is none of ONNX or not there', async () => {
    const broken = { file: fileOf('broken.onnx', new TextEncoder().encode('no model')), contract: sums };
    await expect(host.open(broken)).rejects.toMatchObject({
      code: 'SPQ526',
      message: expect.stringMatching(/broken\.onnx`:\ncpu: .*protobuf/is),
    });
    await expect(host.open({ file: join(folder, 'none.onnx'), contract: sums })).rejects.toMatchObject({
      code: 'SPQ526',
      message: expect.stringMatching(/none\.onnx`:\ncpu: .*exist/is),
    });
  });
});

describe('execution providers', () => {
  // What ONNX Runtime is never built with on this system: it would be dropped without an error.
  const elsewhere = process.platform === 'win32' ? 'coreml' : 'dml';

  it('are passed over with a cause where there are others', async () => {
    const model = await host.open(summing, { providers: [elsewhere, 'cpu'] });
    expect(model.provider).toBe('cpu');
    expect(model.passedOver).toEqual([
      { provider: elsewhere, cause: expect.stringMatching(/this build of ONNX Runtime .* has .*cpu/) },
    ]);
  });

  it('are never replaced by one that nobody named', async () => {
    await expect(host.open(summing, { providers: [elsewhere] })).rejects.toMatchObject({
      code: 'SPQ526',
      message: expect.stringContaining(`\n${elsewhere}: this build`),
    });
  });
});
