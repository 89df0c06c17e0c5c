/**
 * Reads a label_2 file: one object a line, fifteen fields separated by spaces.
 * Every number is checked; a line that cannot be read is told by file and line.
 */
import { z } from 'zod';
import { brokenLine } from '../unreadable.js';

/** One line as it stands in the file: metres and radians in the rectified frame of camera 0, pixels in the picture. */
export interface Label {
  /** `Car`, …, `DontCare`. */
  readonly type: KittiType;
  /** 0..1; −1 for DontCare. */
  readonly truncated: number;
  /** 0 visible, 1 partly, 2 largely occluded, 3 unknown; −1 for DontCare. */
  readonly occluded: number;
  /** x1, y1, x2, y2. */
  readonly box2d: readonly [number, number, number, number];
  /** height, width, length. */
  readonly dimensions: readonly [number, number, number];
  /** Centre of the bottom face. */
  readonly location: readonly [number, number, number];
  /** About the y axis, which points down; 0: the front points along +x. */
  readonly rotationY: number;
}

const types = ['Car', 'Van', 'Truck', 'Pedestrian', 'Person_sitting', 'Cyclist', 'Tram', 'Misc', 'DontCare'] as const;
export type KittiType = (typeof types)[number];

const fieldNames = [
  'type',
  'truncated',
  'occluded',
  'alpha',
  'x1',
  'y1',
  'x2',
  'y2',
  'height',
  'width',
  'length',
  'x',
  'y',
  'z',
  'rotation_y',
] as const;

/** `z.coerce` would read an empty text as 0. */
const number = z
  .string()
  .regex(/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i, 'is no number')
  .transform(Number);

const line = z.tuple([
  z.enum(types, `is none of ${types.join(', ')}`),
  number.refine((value) => value === -1 || (value >= 0 && value <= 1), 'must lie in 0..1, or be -1'),
  number.refine((value) => [-1, 0, 1, 2, 3].includes(value), 'must be -1, 0, 1, 2 or 3'),
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]);

/**
 * @param file named in messages
 * @throws Unreadable SPQ502 at the first line that cannot be read
 */
export function parseLabels(text: string, file: string): readonly Label[] {
  return text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), number: index + 1 }))
    .filter(({ content }) => content !== '')
    .map(({ content, number: lineNumber }) => parseLine(content.split(/\s+/), file, lineNumber));
}

function parseLine(fields: readonly string[], file: string, lineNumber: number): Label {
  // Detectors write a sixteenth field, the score; labels have none, so it is no label file.
  if (fields.length !== fieldNames.length)
    throw brokenLine(file, lineNumber, `has ${fields.length} fields; a label has ${fieldNames.length}`);
  const parsed = line.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const position = Number(issue?.path[0] ?? 0);
    throw brokenLine(file, lineNumber, `${fieldNames[position]} \`${fields[position]}\` ${issue?.message}`);
  }
  const [type, truncated, occluded, , x1, y1, x2, y2, height, width, length, x, y, z, rotationY] = parsed.data;
  return {
    type,
    truncated,
    occluded,
    box2d: [x1, y1, x2, y2],
    dimensions: [height, width, length],
    location: [x, y, z],
    rotationY,
  };
}
