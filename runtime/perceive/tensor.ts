/**
 * Tensors as models take and give them, without the library that runs the models: what prepares inputs and what reads
 * outputs are pure functions of these. Data are row-major.
 */
import { fromHalf, toHalf } from './half.js';

/** Of each element type, the array that holds it. `float16` is held as the bits of its halves, `bool` as 0 and 1. */
export interface ArrayOfType {
  readonly float32: Float32Array;
  readonly float16: Uint16Array;
  readonly int64: BigInt64Array;
  readonly int32: Int32Array;
  readonly uint8: Uint8Array;
  readonly bool: Uint8Array;
}

export type ElementType = keyof ArrayOfType;

export const elementTypes = [
  'float32',
  'float16',
  'int64',
  'int32',
  'uint8',
  'bool',
] as const satisfies readonly ElementType[];

export type Tensor = {
  [Type in ElementType]: {
    readonly type: Type;
    /** Empty for a scalar; a 0 where there are no elements. */
    readonly dims: readonly number[];
    readonly data: ArrayOfType[Type];
  };
}[ElementType];

export type NamedTensors = Readonly<Record<string, Tensor>>;

export const float32 = (dims: readonly number[], data: Float32Array): Tensor => ({ type: 'float32', dims, data });

export const int64 = (dims: readonly number[], values: readonly number[]): Tensor => ({
  type: 'int64',
  dims,
  data: BigInt64Array.from(values, BigInt),
});

/** The same elements in the same order under other dims, which must have as many. */
export const withDims = (tensor: Tensor, dims: readonly number[]): Tensor => ({ ...tensor, dims });

/** How many elements a tensor of these dims has; 1 for a scalar. */
export const elementCount = (dims: readonly number[]): number => dims.reduce((count, dim) => count * dim, 1);

/** Bytes of each element. */
export const elementBytes: Readonly<Record<ElementType, number>> = {
  float32: 4,
  float16: 2,
  int64: 8,
  int32: 4,
  uint8: 1,
  bool: 1,
};

/**
 * A tensor over bytes as they came, little-endian; they are not copied.
 *
 * @throws Error where there are more or fewer bytes than these dims have
 */
export function tensorOfBytes(type: ElementType, dims: readonly number[], bytes: ArrayBuffer): Tensor {
  const expected = elementCount(dims) * elementBytes[type];
  if (bytes.byteLength !== expected)
    throw new Error(`${bytes.byteLength} bytes, where ${type} [${dims}] is ${expected} bytes`);
  switch (type) {
    case 'float32':
      return { type, dims, data: new Float32Array(bytes) };
    case 'float16':
      return { type, dims, data: new Uint16Array(bytes) };
    case 'int64':
      return { type, dims, data: new BigInt64Array(bytes) };
    case 'int32':
      return { type, dims, data: new Int32Array(bytes) };
    case 'uint8':
      return { type, dims, data: new Uint8Array(bytes) };
    case 'bool':
      return { type, dims, data: new Uint8Array(bytes) };
  }
}

/** The bytes of a tensor, not copied. */
export const bytesOf = ({ data }: Tensor): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** What a decoder reads: numbers, however many bits the file has for each. */
export interface Floats {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/**
 * The output of this name as 32-bit numbers.
 *
 * @param rank how many dims the decoder reads
 * @throws Error where there is no such output, or where it holds no floating-point numbers or has other dims: sessions
 *   are checked when they are opened, so this is our bug
 */
export function floatsOf(tensors: NamedTensors, name: string, rank: number): Floats {
  const tensor = tensors[name];
  if (tensor === undefined)
    throw new Error(`there is no output \`${name}\` among ${Object.keys(tensors).join(', ') || 'none'}`);
  if (tensor.dims.length !== rank) throw new Error(`\`${name}\` has dims [${tensor.dims}], and not ${rank} of them`);
  if (tensor.type === 'float32') return tensor;
  if (tensor.type === 'float16') return { dims: tensor.dims, data: fromHalf(tensor.data) };
  throw new Error(`\`${name}\` holds ${tensor.type}, and no floating-point numbers`);
}

/** The same numbers with 16 or 32 bits each; other types stay as they are. */
export function withType(tensor: Tensor, type: ElementType): Tensor {
  if (tensor.type === 'float32' && type === 'float16') return { type, dims: tensor.dims, data: toHalf(tensor.data) };
  if (tensor.type === 'float16' && type === 'float32') return { type, dims: tensor.dims, data: fromHalf(tensor.data) };
  return tensor;
}
