/**
 * A depth image of a facts directory in metres.
 *
 * | encoding | file | metres |
 * | --- | --- | --- |
 * | `uint16` | 16-bit greyscale PNG | value · scale; 0 is unknown |
 * | `log16` | the same, with the texts `near` and `far` | near · (far / near)^((value − 1) / 65533) · scale; 0 is unknown, 65535 infinite |
 * | `npy` | an array of height x width | value · scale; NaN, infinite, 0 or less is unknown |
 *
 * `log16` is what MoGe writes (`write_depth` of its io.py).
 */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { DenseRow } from '../../facts/rows.js';
import { requireFile, Unreadable } from '../unreadable.js';

/** Values of `log16` that are no depth. */
const LOG_UNKNOWN = 0;
const LOG_INFINITE = 65_535;
/** Steps between near and far. */
const LOG_STEPS = 65_533;

/**
 * @returns [height · width], metres; NaN where unknown
 * @throws Unreadable SPQ503 where the file is missing, SPQ504 where it is not what its row says
 */
export async function readDepth(row: DenseRow): Promise<Float32Array> {
  await requireFile(row.uri);
  switch (row.encoding) {
    case 'uint16':
      return scaled(await greyValues(row), scaleOf(row), (value) => value);
    case 'log16':
      return scaled(await greyValues(row), row.scale ?? 1, await logarithmic(row.uri));
    case 'npy':
      return scaled(await arrayValues(row), row.scale ?? 1, (value) => value);
  }
  throw new Unreadable(
    'SPQ504',
    `${row.uri} has the encoding \`${row.encoding}\`; depth is read from \`uint16\`, \`log16\` and \`npy\`.`,
  );
}

function scaleOf({ uri, scale }: DenseRow): number {
  if (scale !== null) return scale;
  throw new Unreadable('SPQ504', `${uri} holds whole numbers, and its row has no scale: 0.001 for millimetres.`);
}

function scaled(values: ArrayLike<number>, scale: number, metres: (value: number) => number): Float32Array {
  return Float32Array.from({ length: values.length }, (_, at) => {
    const depth = scale * metres(values[at] ?? Number.NaN);
    return Number.isFinite(depth) && depth > 0 ? depth : Number.NaN;
  });
}

async function logarithmic(uri: string): Promise<(value: number) => number> {
  const { comments = [] } = await sharp(uri).metadata();
  const number = (keyword: string): number =>
    Number(comments.find((comment) => comment.keyword === keyword)?.text ?? Number.NaN);
  const [near, far] = [number('near'), number('far')];
  if (!(near > 0 && far > near))
    throw new Unreadable('SPQ504', `${uri} has no texts \`near\` and \`far\`, without which log16 says nothing.`);
  return (value) =>
    value === LOG_UNKNOWN || value === LOG_INFINITE ? Number.NaN : near * (far / near) ** ((value - 1) / LOG_STEPS);
}

async function greyValues({ uri, width, height }: DenseRow): Promise<Uint16Array> {
  try {
    const picture = sharp(uri);
    const found = await picture.metadata();
    if (found.format !== 'png' || found.depth !== 'ushort' || found.channels !== 1)
      throw new Unreadable('SPQ504', `${uri} is no greyscale PNG of 16 bits.`);
    requireSize(uri, [found.height, found.width], [height, width]);
    const { data } = await picture
      .toColourspace('grey16')
      .raw({ depth: 'ushort' })
      .toBuffer({ resolveWithObject: true });
    return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  } catch (cause) {
    throw asUnreadable(uri, cause);
  }
}

async function arrayValues({ uri, width, height }: DenseRow): Promise<ArrayLike<number>> {
  // Few directories hold arrays.
  const { parse } = await import('npyjs');
  try {
    const file = await readFile(uri);
    const { data, shape, fortranOrder } = parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    requireSize(uri, shape, [height, width]);
    if (fortranOrder) throw new Unreadable('SPQ504', `${uri} is in Fortran order; write it in C order.`);
    if (isNumbers(data)) return data;
    throw new Unreadable('SPQ504', `${uri} holds no numbers of up to 32 bits, and no floats.`);
  } catch (cause) {
    throw asUnreadable(uri, cause);
  }
}

const isNumbers = (data: ArrayBufferView): data is Float32Array | Float64Array | Uint16Array | Int32Array =>
  [Float32Array, Float64Array, Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array].some(
    (kind) => data instanceof kind,
  );

function requireSize(uri: string, found: readonly number[], stated: readonly number[]): void {
  if (found.length === stated.length && found.every((one, axis) => one === stated[axis])) return;
  throw new Unreadable(
    'SPQ504',
    `${uri} is ${found.join(' x ')} (height x width); its row says ${stated.join(' x ')}.`,
  );
}

function asUnreadable(uri: string, cause: unknown): Unreadable {
  if (cause instanceof Unreadable) return cause;
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  return new Unreadable('SPQ504', `${uri} cannot be read: ${reason}.`);
}
