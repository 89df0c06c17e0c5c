/**
 * What is possible but hardly ever right: wrong units, a camera matrix of another picture size,
 * 2D and 3D boxes of different things, coverage that nobody stated.
 */
import { asMatrix3 } from '../geometry/matrix.js';
import { area, type Bounds, clipToPicture, projectedBounds } from '../geometry/projection.js';
import type { ObjectRow, SceneFacts, SceneRow } from './rows.js';

export interface Doubt {
  /** The scene's own row, or the position of an object in it. */
  readonly of: 'scene' | number;
  readonly column: string;
  readonly what: string;
  readonly hint: string;
}

/** Median depth of what is in a picture, metres. */
const NEAREST_MEDIAN = 0.05;
const FARTHEST_MEDIAN = 200;
/** Share of a 2D box that its projected 3D box, enlarged, must hold. */
const LEAST_COMMON_SHARE = 0.5;
const ENLARGED_BY = 0.1;

export function plausibility(facts: SceneFacts): readonly Doubt[] {
  const { scene, objects } = facts;
  return [
    ...intrinsicsDoubts(scene),
    ...depthDoubts(facts),
    ...coverageDoubts(facts),
    ...objects.flatMap((object, position) => boxDoubts(object, position, scene)),
  ];
}

function intrinsicsDoubts({ intrinsics, width, height }: SceneRow): readonly Doubt[] {
  const of = 'scene';
  if (intrinsics === null)
    return [
      { of, column: 'intrinsics', what: 'is NULL', hint: 'Without it nothing can be projected; give it if known.' },
    ];
  const [fx, fy, cx, cy] = intrinsics;
  const longer = Math.max(width, height);
  const doubts: Doubt[] = [];
  // 0.2 of the picture is a field of view of 136 degrees, 10 times one of 6.
  if (Math.min(fx, fy) < 0.2 * longer || Math.max(fx, fy) > 10 * longer || Math.abs(fx / fy - 1) > 0.1)
    doubts.push({
      of,
      column: 'intrinsics',
      what: `has focal lengths ${fx}, ${fy} for a picture of ${width} x ${height}`,
      hint: 'Focal lengths are in pixels of this picture: scale them when the picture is scaled.',
    });
  if (Math.abs(cx / width - 0.5) > 0.25 || Math.abs(cy / height - 0.5) > 0.25)
    doubts.push({
      of,
      column: 'intrinsics',
      what: `has its principal point at ${cx}, ${cy}, far from the middle of ${width} x ${height}`,
      hint: 'Order: fx, fy, cx, cy. Shift it when the picture is cropped, scale it when it is scaled.',
    });
  return doubts;
}

function depthDoubts({ scene, objects, pixels }: SceneFacts): readonly Doubt[] {
  const centres = objects.flatMap(({ centre }) => (centre === null ? [] : [centre[2]]));
  const depths = pixels.length > 0 ? pixels.map(({ point }) => point[2]) : centres;
  const median = depths.toSorted((a, b) => a - b)[Math.floor(depths.length / 2)];
  if (median === undefined || !scene.metric || (median >= NEAREST_MEDIAN && median <= FARTHEST_MEDIAN)) return [];
  return [
    {
      of: 'scene',
      column: pixels.length > 0 ? 'point' : 'centre',
      what: `has a median depth of ${Number(median.toPrecision(3))} m`,
      hint: 'Lengths are in metres. If they are known up to a factor only, set metric to false.',
    },
  ];
}

function coverageDoubts({ coverage, objects }: SceneFacts): readonly Doubt[] {
  if (coverage.length > 0 || objects.length === 0) return [];
  return [
    {
      of: 'scene',
      column: 'coverage',
      what: 'has no coverage rows, so nothing can be counted and "the chair" cannot be shown to be the only one',
      hint: 'State in coverage*.parquet for which categories the scene lists everything.',
    },
  ];
}

function boxDoubts(object: ObjectRow, position: number, scene: SceneRow): readonly Doubt[] {
  const rotation = asMatrix3(object.rotation ?? []);
  const { box2d, centre, size } = object;
  if (box2d === null || centre === null || size === null || rotation === null || scene.intrinsics === null) return [];
  const bounds = projectedBounds(scene.intrinsics, { centre, size, rotation });
  const projected = bounds === null ? null : clipToPicture(bounds, scene);
  if (projected !== null && commonShare(box2d, enlarged(projected)) >= LEAST_COMMON_SHARE) return [];
  const where = projected === null ? 'outside of the picture' : `at [${projected.map(Math.round).join(', ')}]`;
  return [
    {
      of: position,
      column: 'box2d',
      what: `[${box2d.map(Math.round).join(', ')}] is far from the projected 3D box, which is ${where}`,
      hint: 'Look at the frame of centre (camera, y down), the order of size, and the intrinsics.',
    },
  ];
}

function enlarged([x1, y1, x2, y2]: Bounds): Bounds {
  const byX = 2 + ENLARGED_BY * (x2 - x1);
  const byY = 2 + ENLARGED_BY * (y2 - y1);
  return [x1 - byX, y1 - byY, x2 + byX, y2 + byY];
}

/** Share of the first box that lies in the second one. */
function commonShare(a: Bounds, b: Bounds): number {
  return area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]) / area(a);
}
