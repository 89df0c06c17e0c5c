/**
 * What every scene must satisfy before it is stored, whichever source it comes from.
 * A broken scene is left out; a broken object stays as a possible candidate without geometry,
 * because a thing left out would make counts and "the chair" wrong, and a possible one makes them unknown.
 */
import { asMatrix3, asTransform, determinant3, isRotation, length, orthonormalityError } from '../geometry/matrix.js';
import { clipToPicture } from '../geometry/projection.js';
import type { ObjectRow, PixelRow, SceneFacts, SceneRow, Vector3 } from './rows.js';

export interface Problem {
  readonly code: 'SPQ505' | 'SPQ510';
  /** Which row: an object, a pixel, or the scene itself. */
  readonly of: { readonly kind: 'scene' | 'object' | 'pixel'; readonly id: string; readonly position: number };
  /** As `schema.ts` names it. */
  readonly column: string;
  /** What is wrong, as a sentence without its subject: `size must be positive; it is [0, 1, 1]`. */
  readonly what: string;
  readonly hint: string;
}

/** What is wrong with one row, before it is known which row it is. */
type Fault = Pick<Problem, 'column' | 'what' | 'hint'>;

export interface Validated {
  /** What can be stored; null where the scene itself is broken. */
  readonly facts: SceneFacts | null;
  readonly problems: readonly Problem[];
}

/** No length of a real scene is longer, metres: what is longer is in another unit. */
const LONGEST_METRES = 1e6;
const UNIT_TOLERANCE = 1e-3;
/** How far a 2D box may stand over the edge of the picture, pixels: conventions differ by one. */
const EDGE_PIXELS = 1;

/** Checks a scene and gives what can be stored of it. */
export function validate(facts: SceneFacts): Validated {
  const { scene } = facts;
  const broken = sceneFaults(scene);
  if (broken.length > 0) {
    const of = { kind: 'scene', id: scene.sceneId, position: 0 } as const;
    return { facts: null, problems: broken.map((fault) => ({ code: 'SPQ505', of, ...fault })) };
  }
  const problems: Problem[] = [];
  const objects = validObjects(facts.objects, scene, problems);
  const pixels = validPixels(facts.pixels, scene, problems);
  return problems.length === 0 ? { facts, problems } : { facts: { ...facts, objects, pixels }, problems };
}

function validObjects(rows: readonly ObjectRow[], scene: SceneRow, problems: Problem[]): readonly ObjectRow[] {
  const ids = new Set<string>();
  return rows.map((row, position) => {
    const faults = objectFaults(row, scene);
    const repeated = ids.has(row.objectId);
    const objectId = repeated ? freshId(row.objectId, ids) : row.objectId;
    ids.add(objectId);
    if (faults.length === 0 && !repeated) return row;
    const of = { kind: 'object', id: row.objectId, position } as const;
    for (const fault of faults) problems.push({ code: 'SPQ505', of, ...fault });
    if (repeated) problems.push({ code: 'SPQ510', of, ...sameId('object_id', row.objectId) });
    return withoutGeometry(row, objectId);
  });
}

function validPixels(rows: readonly PixelRow[], scene: SceneRow, problems: Problem[]): readonly PixelRow[] {
  const ids = new Set<string>();
  return rows.filter((row, position) => {
    const faults = pixelFaults(row, scene);
    const repeated = ids.has(row.pixelId);
    ids.add(row.pixelId);
    if (faults.length === 0 && !repeated) return true;
    const of = { kind: 'pixel', id: row.pixelId, position } as const;
    for (const fault of faults) problems.push({ code: 'SPQ505', of, ...fault });
    if (repeated) problems.push({ code: 'SPQ510', of, ...sameId('pixel_id', row.pixelId) });
    return false;
  });
}

/** What is left of a broken object: a thing of its category that may be in the scene. */
function withoutGeometry(row: ObjectRow, objectId: string): ObjectRow {
  const nothing = { box2d: null, centre: null, size: null, rotation: null, extent: null, facing: null };
  return { ...row, ...nothing, objectId, presence: 'possible', front: 'unseen', visibility: null, truncation: null };
}

function freshId(id: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${id}#${number}`)) number++;
  return `${id}#${number}`;
}

const sameId = (column: string, id: string): Fault => ({
  column,
  what: `\`${id}\` stands twice in this scene`,
  hint: 'Give every row of a scene its own id.',
});

function sceneFaults(scene: SceneRow): readonly Fault[] {
  const faults: Fault[] = [];
  const { width, height, intrinsics, up, worldFromCamera } = scene;
  if (scene.sceneId === '') faults.push({ column: 'scene_id', what: 'must not be empty', hint: 'Name every scene.' });
  if (!isPixelCount(width)) faults.push(notPositive('width', width, 'Give the size of the picture in whole pixels.'));
  if (!isPixelCount(height))
    faults.push(notPositive('height', height, 'Give the size of the picture in whole pixels.'));
  if (intrinsics !== null && !(intrinsics.every(Number.isFinite) && intrinsics[0] > 0 && intrinsics[1] > 0))
    faults.push({
      column: 'intrinsics',
      what: `must be four finite numbers with positive focal lengths; they are ${show(intrinsics)}`,
      hint: 'Order: fx, fy, cx, cy, in pixels of the picture.',
    });
  if (up !== null && !isUnit(up)) faults.push(notUnit('up', up));
  if (worldFromCamera !== null) faults.push(...poseFaults(worldFromCamera));
  return faults;
}

function poseFaults(values: readonly number[]): readonly Fault[] {
  const pose = asTransform(values);
  if (pose !== null && isRotation(pose.rotation) && pose.translation.every(isLength)) return [];
  return [
    {
      column: 'world_from_camera',
      what: 'must be a rigid transform: a rotation, a finite translation, and the last row 0 0 0 1',
      hint: 'Write it row by row, camera to world, in metres.',
    },
  ];
}

const none: readonly Fault[] = [];

/** Nearly every row is right, so what finds nothing must cost nothing: no lists are made, and none are joined. */
function objectFaults(row: ObjectRow, scene: SceneRow): readonly Fault[] {
  const box2d = box2dFaults(row, scene);
  const box3d = box3dFaults(row);
  const facing = facingFaults(row);
  const shares = shareFaults(row);
  const named = row.category !== '' && row.objectId !== '';
  if (named && box2d === none && box3d === none && facing === none && shares === none) return none;
  return [...emptyNames(row), ...box2d, ...box3d, ...facing, ...shares];
}

function emptyNames({ category, objectId }: ObjectRow): readonly Fault[] {
  return [
    ...(category === '' ? [{ column: 'category', what: 'must not be empty', hint: 'Label every object.' }] : none),
    ...(objectId === '' ? [{ column: 'object_id', what: 'must not be empty', hint: 'Name every object.' }] : none),
  ];
}

function box2dFaults({ box2d }: ObjectRow, { width, height }: SceneRow): readonly Fault[] {
  if (box2d === null) return none;
  const [x1, y1, x2, y2] = box2d;
  if (!(box2d.every(Number.isFinite) && x1 < x2 && y1 < y2))
    return [
      {
        column: 'box2d',
        what: `must be finite with x1 < x2 and y1 < y2; it is ${show(box2d)}`,
        hint: 'Order: x1, y1, x2, y2, in pixels; not a corner and a size.',
      },
    ];
  const inside = x1 >= -EDGE_PIXELS && y1 >= -EDGE_PIXELS && x2 <= width + EDGE_PIXELS && y2 <= height + EDGE_PIXELS;
  if (inside) return none;
  const clipped = clipToPicture(box2d, { width, height });
  return [
    {
      column: 'box2d',
      what: `must lie in the picture of ${width} x ${height} pixels; it is ${show(box2d)}`,
      hint: clipped === null ? 'Outside of the picture there is no 2D box: leave it NULL.' : 'Clip it to the picture.',
    },
  ];
}

function box3dFaults(row: ObjectRow): readonly Fault[] {
  const { centre, size, rotation, extent } = row;
  const isPlaced = centre === null || (centre.every(isLength) && centre[2] > 0);
  const isSized = size === null || size.every((edge) => isLength(edge) && edge > 0);
  const turned = rotation === null ? none : rotationFaults(rotation);
  const isWhole = (size === null) === (rotation === null) && (size === null || (centre !== null && extent !== null));
  if (isPlaced && isSized && turned === none && isWhole) return none;
  const faults: Fault[] = [];
  if (!isPlaced)
    faults.push({
      column: 'centre',
      what: `must be finite, in front of the camera (z > 0) and under 1,000 km away; it is ${show(centre)}`,
      hint: 'Camera frame, metres: x right, y down, z forward. Leave out what is behind the camera.',
    });
  if (!isSized)
    faults.push({
      column: 'size',
      what: `must be positive, finite and under 1,000 km; it is ${show(size)}`,
      hint: 'Full edge lengths along the axes of the box, metres.',
    });
  faults.push(...turned);
  if (!isWhole)
    faults.push({
      column: 'size',
      what: 'stands without the rest of its box',
      hint: 'A 3D box needs centre, size, rotation and extent together.',
    });
  return faults;
}

function rotationFaults(values: readonly number[]): readonly Fault[] {
  const rotation = asMatrix3(values);
  if (rotation !== null && isRotation(rotation)) return none;
  const found =
    rotation === null
      ? `it has ${values.length} numbers`
      : `determinant ${round(determinant3(rotation))}, RᵀR − I up to ${round(orthonormalityError(rotation))}`;
  return [
    {
      column: 'rotation',
      what: `must be orthonormal with determinant +1, to ${UNIT_TOLERANCE}; found: ${found}`,
      hint: 'Nine numbers, row by row, box axes to camera. A determinant of −1 means that one axis is mirrored.',
    },
  ];
}

function facingFaults({ facing, front }: ObjectRow): readonly Fault[] {
  if (facing === null) return none;
  if (!isUnit(facing)) return [notUnit('facing', facing)];
  if (front === 'one') return none;
  return [
    {
      column: 'facing',
      what: `is given for a thing whose front is \`${front}\``,
      hint: 'Only a thing with one front faces somewhere: set front to `one`, or leave facing NULL.',
    },
  ];
}

function shareFaults({ score, visibility, truncation }: ObjectRow): readonly Fault[] {
  if (isShare(score) && isShare(visibility) && isShare(truncation)) return none;
  const shares = [
    ['score', score],
    ['visibility', visibility],
    ['truncation', truncation],
  ] as const;
  const wrong = shares.filter(([, value]) => !isShare(value));
  return wrong.map(([column, value]) => ({
    column,
    what: `must lie in 0..1; it is ${value}`,
    hint: 'A share, not a percentage. Unknown is NULL.',
  }));
}

/** NaN and infinity are no fault here: they are stored as unknown. */
const isShare = (value: number | null): boolean =>
  value === null || !Number.isFinite(value) || (value >= 0 && value <= 1);

function pixelFaults({ u, v, point }: PixelRow, { width, height }: SceneRow): readonly Fault[] {
  if (!(u >= -0.5 && v >= -0.5 && u <= width - 0.5 && v <= height - 0.5))
    return [
      { column: 'u', what: `(${u}, ${v}) lies outside of the picture`, hint: 'Pixel centres lie at whole numbers.' },
    ];
  if (point.every(isLength) && point[2] > 0) return none;
  return [
    {
      column: 'point',
      what: `must be finite and in front of the camera; it is ${show(point)}`,
      hint: 'Sample valid pixels of the point map only.',
    },
  ];
}

const isLength = (value: number): boolean => Math.abs(value) < LONGEST_METRES;
const isPixelCount = (value: number): boolean => Number.isInteger(value) && value > 0;
const isUnit = (vector: Vector3): boolean => Math.abs(length(vector) - 1) <= UNIT_TOLERANCE;
const notPositive = (column: string, value: number, hint: string): Fault => ({
  column,
  what: `must be a positive whole number; it is ${value}`,
  hint,
});
const notUnit = (column: string, vector: Vector3): Fault => ({
  column,
  what: `must have length 1; it is ${show(vector)}`,
  hint: 'Divide the vector by its length.',
});
const round = (value: number): number => Number(value.toPrecision(4));
const show = (values: readonly number[]): string => `[${values.map(round).join(', ')}]`;
