/** While a model computes, the thread that asked goes on: measured beside the same run on the main thread, which stops it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor as RuntimeTensor } from 'onnxruntime-node';
import { afterAll, expect, it } from 'vitest';
import type { Contract } from '../../../runtime/perceive/inference/contract.js';
import { openSessionHost } from '../../../runtime/perceive/inference/session-host.js';
import { float32 } from '../../../runtime/perceive/tensor.js';
import { graphOf, type Value } from '../../onnx/graph.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-main-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SIDE = 768;
/** Long enough beside the pauses that any process has now and then. */
const PRODUCTS = 24;

const heavy: Contract = {
  model: 'heavy',
  inputs: [{ name: 'matrix', types: ['float32'], dims: [SIDE, SIDE] }],
  outputs: [{ name: 'power', types: ['float32'], dims: [SIDE, SIDE] }],
};
const file = join(folder, 'heavy.onnx');
writeFileSync(
  file,
  graphOf(heavy, (graph, input) => {
    let power: Value = input('matrix');
    for (let i = 0; i < PRODUCTS; i++) power = graph.node('MatMul', [power, input('matrix')]);
    return { power };
  }),
);
const entries = (): Float32Array => new Float32Array(SIDE * SIDE).fill(1 / SIDE);

/** The longest pause of a timer while the work goes on, as a share of all the time that the work took. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let last = start;
  let longest = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return longest / (last - start);
}

it('the main thread goes on while a model computes', async () => {
  const host = openSessionHost();
  const model = await host.open({ file, contract: heavy }, { intraOpThreads: 1 });
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1 });
  const matrix = new RuntimeTensor('float32', entries(), [SIDE, SIDE]);
  const pauses = {
    inThread: await longestPause(() => model.run({ matrix: float32([SIDE, SIDE], entries()) })),
    onMainThread: await longestPause(() => session.run({ matrix })),
  };
  await session.release();
  await host.close();
  expect(pauses.onMainThread).toBeGreaterThan(0.8);
  expect(pauses.inThread).toBeLessThan(0.4);
});
