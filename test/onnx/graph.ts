/**
 * Small ONNX graphs for tests: inputs and outputs with the names, types and shapes of an official file, and between them a
 * few operators whose result a person can work out.
 */

import type { Contract, Dim } from '../../runtime/perceive/inference/contract.js';
import type { ElementType, Tensor } from '../../runtime/perceive/tensor.js';
import { modelBytes } from './schema.js';

/** Numbers of the element types in onnx.proto (TensorProto.DataType). */
const dataTypes: Readonly<Record<ElementType, number>> = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
};

/** An attribute of a node: whole numbers are ints, strings and lists what they are; floats are marked. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

/** A value within the graph: an input, a constant, or what a node gives. */
export interface Value {
  readonly name: string;
}

export interface Graph {
  readonly input: (name: string, type: ElementType, dims: readonly Dim[]) => Value;
  readonly constant: (tensor: Tensor) => Value;
  readonly node: (operator: string, inputs: readonly Value[], attributes?: Record<string, Attribute>) => Value;
  readonly output: (name: string, value: Value, type: ElementType, dims: readonly Dim[]) => void;
  /** The `.onnx` file. */
  readonly bytes: () => Uint8Array;
}

/** Operators as of this set; ONNX Runtime 1.30 reads it, and so do older ones. */
const OPSET = 17;
const IR_VERSION = 8;

export function newGraph(): Graph {
  const nodes: object[] = [];
  const initializers: object[] = [];
  const inputs: object[] = [];
  const outputs: object[] = [];
  const fresh = (): Value => ({ name: `value_${nodes.length + initializers.length}` });
  const node: Graph['node'] = (operator, from, attributes = {}) => {
    const value = fresh();
    const attribute = Object.entries(attributes).map(([name, given]) => ({ name, ...attributeOf(given) }));
    nodes.push({
      op_type: operator,
      name: value.name,
      input: from.map(({ name }) => name),
      output: [value.name],
      attribute,
    });
    return value;
  };
  return {
    node,
    input: (name, type, dims) => {
      inputs.push(stated(name, type, dims));
      return { name };
    },
    constant: ({ type, dims, data }) => {
      const value = fresh();
      const raw_data = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      initializers.push({ name: value.name, data_type: dataTypes[type], dims, raw_data });
      return value;
    },
    output: (name, value, type, dims) => {
      nodes.push({ op_type: 'Identity', name: `give_${name}`, input: [value.name], output: [name] });
      outputs.push(stated(name, type, dims));
    },
    bytes: () =>
      modelBytes({
        ir_version: IR_VERSION,
        producer_name: 'spq tests',
        opset_import: [{ domain: '', version: OPSET }],
        graph: { name: 'fixture', node: nodes, initializer: initializers, input: inputs, output: outputs },
      }),
  };
}

/**
 * A graph with the inputs of a contract, but for those that an export may lack and `without` names; `outputs` says what each
 * output is, given the inputs by name.
 */
export function graphOf(
  contract: Contract,
  outputs: (graph: Graph, input: (name: string) => Value) => Readonly<Record<string, Value>>,
  without: readonly string[] = [],
): Uint8Array {
  const graph = newGraph();
  for (const { name, types, dims } of contract.inputs)
    if (!without.includes(name)) graph.input(name, types[0] ?? 'float32', dims);
  const values = outputs(graph, (name) => ({ name }));
  for (const { name, types, dims } of contract.outputs) {
    const value = values[name];
    if (value !== undefined) graph.output(name, value, types[0] ?? 'float32', dims);
  }
  return graph.bytes();
}

function stated(name: string, type: ElementType, dims: readonly Dim[]): object {
  const dim = dims.map((size) => (typeof size === 'number' ? { dim_value: size } : { dim_param: size }));
  return { name, type: { tensor_type: { elem_type: dataTypes[type], shape: { dim } } } };
}

/** AttributeProto.AttributeType: FLOAT 1, INT 2, STRING 3, INTS 7. */
function attributeOf(value: Attribute): object {
  if (typeof value === 'number') return { i: value, type: 2 };
  if (typeof value === 'string') return { s: new TextEncoder().encode(value), type: 3 };
  return 'float' in value ? { f: value.float, type: 1 } : { ints: value, type: 7 };
}
