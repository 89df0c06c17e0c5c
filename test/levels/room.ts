/**
 * Scenes to lay out by hand: metres, x right, y down, z forward, a level camera 1.5 m above the floor, cubes of a metre.
 * Nouns have nothing to do with each other, so that each thing is named by its own. Everything is covered.
 */
import type { ObjectRow, PixelRow, SceneFacts, Vector3, VocabularyRow } from '../../runtime/facts/rows.js';
import { completeWord } from '../../runtime/vocabulary/word.js';
import { covered, type SceneExtras, scene, thing } from '../reference/scene-builder.js';

export const ROWS = 6;
export const COLUMNS = 10;

/** Nouns of the grid, letters alone, as a noun must be: a row of six, a column of ten. */
const tile = (row: number, column: number): string => `${'bdfgkl'.charAt(row)}o${'bcdfglmnpr'.charAt(column)}`;

const cells = Array.from({ length: ROWS * COLUMNS }, (_, i) => [Math.floor(i / COLUMNS), i % COLUMNS] as const);

const nouns = ['chair', 'lamp', 'table', 'bed', 'vase', 'cup', 'stool', 'desk', 'basket'];

export const NOUNS: readonly VocabularyRow[] = [...nouns, ...cells.map(([row, column]) => tile(row, column))].map(
  (label) => completeWord({ label, plural: `${label}s`, countable: true }),
);

/** Pixels: so short that nearly all that is ahead is in the picture of 640 x 480. */
const FOCAL = 100;

/** Where a point is in the picture. */
export const seenAt = ([x, y, z]: Vector3): readonly [u: number, v: number] => [
  320 + (FOCAL * x) / z,
  240 + (FOCAL * y) / z,
];

/** A thing called so, which is its id, too; in the picture 20 px wide. */
export function put(label: string, centre: Vector3, facts: Partial<ObjectRow> = {}): ObjectRow {
  const [u, v] = seenAt(centre);
  return thing(label, label, centre, { size: [1, 1, 1], box2d: [u - 10, v - 10, u + 10, v + 10], ...facts });
}

export interface RoomExtras extends SceneExtras {
  /** Categories that nobody looked for. */
  readonly uncovered?: readonly string[];
  readonly points?: readonly PixelRow[];
}

export function room(id: string, things: readonly ObjectRow[], extras: RoomExtras = {}): SceneFacts {
  const coverage = NOUNS.map(({ label }) => label)
    .filter((label) => extras.uncovered?.includes(label) !== true)
    .map((label) => covered(label));
  const intrinsics = [FOCAL, FOCAL, 320, 240] as const;
  return scene(id, things, { coverage, ...extras, scene: { intrinsics, ...extras.scene } });
}

/** Sixty things, ten to a row, with the ids `00` to `59`: row and column. */
export function grid(
  id: string,
  place: (row: number, column: number) => ObjectRow,
  extras: RoomExtras = {},
): SceneFacts {
  const things = cells.map(([row, column]) => ({ ...place(row, column), objectId: `${row}${column}` }));
  return room(id, things, extras);
}

/** One of the grid, with a noun of its own. */
export const cell = (row: number, column: number, centre: Vector3, facts: Partial<ObjectRow> = {}): ObjectRow =>
  put(tile(row, column), centre, facts);

/** Of an id of the grid. */
export const placeOf = (id: string | undefined): readonly [row: number, column: number] => [
  Number(id?.charAt(0)),
  Number(id?.charAt(1)),
];

/** Nothing known of gravity, or of the floor. */
export const noGravity: RoomExtras = { scene: { up: null, floorHeight: null } };
export const noFloor: RoomExtras = { scene: { floorHeight: null } };

/** What every library is asked of, too. */
export const emptyRooms: readonly SceneFacts[] = [
  room('nothing', []),
  room('one', [put('chair', [0, 1, 4], { facing: [0, 0, 1] })]),
];

/** A level direction, so many degrees clockwise from straight ahead: 90 is to the right. */
export function ahead(degrees: number): Vector3 {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), 0, Math.cos(radians)];
}

/** Box axes turned so about the vertical: what is ahead of the box is `ahead` of so many degrees. */
export function turned(degrees: number): readonly number[] {
  const [sin, , cos] = ahead(degrees);
  return [cos, 0, sin, 0, 1, 0, -sin, 0, cos];
}

/** The same, standing on the floor 1.5 m below the camera, upright. */
export function onFloor(thing: ObjectRow): ObjectRow {
  const { centre, size, category, objectId } = thing;
  if (!centre || !size) throw new Error('it has a box');
  const stood = put(category, [centre[0], 1.5 - size[1] / 2, centre[2]]);
  return { ...thing, objectId, centre: stood.centre, box2d: stood.box2d };
}

/** On the floor: so far to the right, so far ahead. */
export const standing = (
  label: string,
  x: number,
  z: number,
  size: Vector3,
  facts: Partial<ObjectRow> = {},
): ObjectRow => onFloor(put(label, [x, 0, z], { size, ...facts }));
