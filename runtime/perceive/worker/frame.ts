/**
 * Messages over a pipe: the length of a header (4 bytes, little-endian), the header as JSON, and the bytes of the tensors that it
 * lists, one after the other, little-endian and row-major.
 *
 * It is no Arrow and no NPZ: both ends need nothing beyond their standard library and arrays, and a picture is copied once.
 */
import { endianness } from 'node:os';
import { z } from 'zod';
import {
  bytesOf,
  elementBytes,
  elementCount,
  elementTypes,
  type NamedTensors,
  type Tensor,
  tensorOfBytes,
} from '../tensor.js';

export interface Frame {
  /** Without the list of tensors. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly tensors: NamedTensors;
}

const headerShape = z.looseObject({
  tensors: z
    .array(z.object({ name: z.string(), type: z.enum(elementTypes), dims: z.array(z.int().nonnegative()) }))
    .default([]),
});

/** Of a header: lists of things are long, but no longer. What is, is no header: text that was printed, for instance. */
const LONGEST_HEADER = 64 * 2 ** 20;
/** Of all tensors of a message: some hundred pictures. */
const LARGEST_BODY = 4 * 2 ** 30;

if (endianness() !== 'LE') throw new Error('tensors are little-endian, and this machine is not');

/** The parts of a message, to be written one after the other: tensors are not copied. */
export function encodedFrame({ header, tensors }: Frame): readonly Uint8Array[] {
  const listed = Object.entries(tensors).map(([name, { type, dims }]) => ({ name, type, dims }));
  const json = Buffer.from(JSON.stringify({ ...header, tensors: listed }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const bodies = Object.values(tensors).map(bytesOf);
  return [length, json, ...bodies];
}

export interface FrameReader {
  /**
   * @returns the messages that are complete by these bytes
   * @throws Error where the bytes are no message; then none follows
   */
  readonly push: (bytes: Uint8Array) => readonly Frame[];
}

/** What is waited for: a length, a header of this length, or the bodies of this header. */
type Part =
  | { readonly what: 'length'; readonly bytes: 4 }
  | { readonly what: 'header'; readonly bytes: number }
  | { readonly what: 'body'; readonly bytes: number; readonly header: z.output<typeof headerShape> };

export function frameReader(): FrameReader {
  let chunks: Uint8Array[] = [];
  let here = 0;
  let part: Part = { what: 'length', bytes: 4 };
  const take = (count: number): Buffer => {
    const [first] = chunks;
    const all = first !== undefined && chunks.length === 1 ? asBuffer(first) : Buffer.concat(chunks);
    chunks = [all.subarray(count)];
    here = all.length - count;
    return all.subarray(0, count);
  };
  return {
    push: (bytes) => {
      chunks.push(bytes);
      here += bytes.length;
      const frames: Frame[] = [];
      while (here >= part.bytes) {
        const [next, frame]: readonly [Part, Frame | null] = after(part, take(part.bytes));
        part = next;
        if (frame !== null) frames.push(frame);
      }
      return frames;
    },
  };
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** What follows a part, and the message that it completes. */
function after(part: Part, bytes: Buffer): readonly [Part, Frame | null] {
  switch (part.what) {
    case 'length': {
      const length = bytes.readUInt32LE();
      if (length > LONGEST_HEADER) throw new Error(`it begins with \`${bytes.toString('latin1')}\`, and no length`);
      return [{ what: 'header', bytes: length }, null];
    }
    case 'header': {
      const header = headerOf(bytes);
      return [{ what: 'body', bytes: bodyBytes(header), header }, null];
    }
    case 'body':
      return [{ what: 'length', bytes: 4 }, frameOf(part.header, bytes)];
  }
}

function headerOf(bytes: Buffer): z.output<typeof headerShape> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Error('its header is no JSON');
  }
  const parsed = headerShape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`its header is wrong at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`);
}

function bodyBytes({ tensors }: z.output<typeof headerShape>): number {
  const bytes = tensors.reduce((sum, { type, dims }) => sum + elementCount(dims) * elementBytes[type], 0);
  if (bytes > LARGEST_BODY) throw new Error(`its tensors would be ${bytes} bytes`);
  return bytes;
}

function frameOf({ tensors, ...header }: z.output<typeof headerShape>, bytes: Buffer): Frame {
  let at = 0;
  const named = tensors.map(({ name, type, dims }): readonly [string, Tensor] => {
    const length = elementCount(dims) * elementBytes[type];
    const own = copyOf(bytes.subarray(at, at + length));
    at += length;
    return [name, tensorOfBytes(type, dims, own)];
  });
  return { header, tensors: Object.fromEntries(named) };
}

/** Tensors begin anywhere in a message; arrays of numbers begin at multiples of their size. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
