/**
 * Tensors as KServe's inference protocol, version 2, sends them over HTTP with the binary extension: JSON first, whose length is in
 * a header, then the bytes of the tensors, little-endian (kserve.github.io, "Open Inference Protocol"; Triton's binary extension).
 */
import { z } from 'zod';
import {
  bytesOf,
  type ElementType,
  elementCount,
  elementTypes,
  type NamedTensors,
  type Tensor,
  tensorOfBytes,
} from '../tensor.js';

/** The header of a message that says how long its JSON is. */
export const JSON_LENGTH = 'inference-header-content-length';

const datatypes: Readonly<Record<ElementType, string>> = {
  float32: 'FP32',
  float16: 'FP16',
  int64: 'INT64',
  int32: 'INT32',
  uint8: 'UINT8',
  bool: 'BOOL',
};

/** The element type of this name; null for one that no decoder reads. */
export function elementTypeOf(datatype: string): ElementType | null {
  return elementTypes.find((type) => datatypes[type] === datatype) ?? null;
}

export interface TensorMessage {
  readonly jsonLength: number;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** @param outputs names of what is wanted */
export function requestOf(inputs: NamedTensors, outputs: readonly string[]): TensorMessage {
  const bodies = Object.values(inputs).map(bytesOf);
  const listed = Object.entries(inputs).map(([name, { type, dims, data }]) => ({
    name,
    shape: dims,
    datatype: datatypes[type],
    parameters: { binary_data_size: data.byteLength },
  }));
  const wanted = outputs.map((name) => ({ name, parameters: { binary_data: true } }));
  const json = new TextEncoder().encode(JSON.stringify({ inputs: listed, outputs: wanted }));
  const body = new Uint8Array(json.length + bodies.reduce((sum, { length }) => sum + length, 0));
  body.set(json);
  let at = json.length;
  for (const bytes of bodies) {
    body.set(bytes, at);
    at += bytes.length;
  }
  return { jsonLength: json.length, body };
}

const responseShape = z.looseObject({
  outputs: z.array(
    z.looseObject({
      name: z.string(),
      shape: z.array(z.int().nonnegative()),
      datatype: z.string(),
      parameters: z.looseObject({ binary_data_size: z.int().nonnegative().optional() }).optional(),
      /** Servers without the extension write numbers into the JSON. */
      data: z.array(z.number()).optional(),
    }),
  ),
});
type StatedOutput = z.output<typeof responseShape>['outputs'][number];

/**
 * @param jsonLength of the response's header; null where it has none: then all of it is JSON
 * @throws Error where it is no response of this protocol, or its tensors are not as long as their shapes
 */
export function outputsOf(body: Uint8Array<ArrayBuffer>, jsonLength: number | null): NamedTensors {
  const json = body.subarray(0, jsonLength ?? body.length);
  const { outputs } = responseShape.parse(JSON.parse(new TextDecoder().decode(json)));
  let at = json.length;
  const tensors = outputs.map((output): readonly [string, Tensor] => {
    const size = output.parameters?.binary_data_size;
    if (size === undefined) return [output.name, tensorOfNumbers(output)];
    const bytes = body.slice(at, at + size);
    at += size;
    return [output.name, tensorIn(output, bytes.buffer)];
  });
  return Object.fromEntries(tensors);
}

function tensorIn({ name, shape, datatype }: StatedOutput, bytes: ArrayBuffer): Tensor {
  const type = elementTypeOf(datatype);
  if (type === null) throw new Error(`\`${name}\` is ${datatype}, which nothing here reads`);
  return tensorOfBytes(type, shape, bytes);
}

/** Numbers of the JSON, read as 32-bit ones. */
function tensorOfNumbers({ name, shape, data }: StatedOutput): Tensor {
  if (data === undefined || data.length !== elementCount(shape))
    throw new Error(`\`${name}\` holds ${data?.length ?? 0} numbers, where its shape has ${elementCount(shape)}`);
  return { type: 'float32', dims: shape, data: Float32Array.from(data) };
}
