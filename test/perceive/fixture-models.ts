/** Fixture graphs as files, run by the same threads and sessions as real models. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../runtime/perceive/inference/contract.js';
import { type Model, openSessionHost } from '../../runtime/perceive/inference/session-host.js';
import type { Tensor } from '../../runtime/perceive/tensor.js';
import { float32 } from '../../runtime/perceive/tensor.js';
import { type Graph, graphOf, type Value } from '../onnx/graph.js';

export interface FixtureModels {
  /** Builds a graph of this contract and opens it. */
  readonly open: (
    contract: Contract,
    outputs: (graph: Graph, input: (name: string) => Value) => Readonly<Record<string, Value>>,
    without?: readonly string[],
  ) => Promise<Model>;
  /** Ends the thread and removes the files: to be called after all tests. */
  readonly close: () => Promise<void>;
}

export function fixtureModels(): FixtureModels {
  const folder = mkdtempSync(join(tmpdir(), 'spq-models-'));
  const host = openSessionHost();
  let count = 0;
  return {
    open: (contract, outputs, without = []) => {
      count += 1;
      const file = join(folder, `${contract.model}-${count}.onnx`);
      writeFileSync(file, graphOf(contract, outputs, without));
      return host.open({ file, contract }, { intraOpThreads: 1 });
    },
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same model, exported with half precision. */
export function halfPrecision(contract: Contract): Contract {
  const halved = (values: Contract['inputs']): Contract['inputs'] =>
    values.map((value) => (value.types[0] === 'float32' ? { ...value, types: ['float16'] } : value));
  return { ...contract, inputs: halved(contract.inputs), outputs: halved(contract.outputs) };
}

/** A float32 tensor of these dims, row-major. */
export const numbers = (dims: readonly number[], values: Iterable<number>): Tensor =>
  float32(dims, Float32Array.from(values));
