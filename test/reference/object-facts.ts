/**
 * The facts of one object or pixel in whole units, camera frame (x right, y down, z forward).
 * Facts of the 3D box are unknown unless the box is the whole thing's.
 */
import type { ObjectRow, PixelRow, SceneRow } from '../../runtime/facts/rows.js';
import { dot, micrometreVector, type Vector, whole } from './whole-units.js';

const COS_15 = 0.9659258262890683;

type Ends = readonly [number, number];

export interface ObjectFacts {
  /** The box centre, when the box is whole. */
  readonly centre: Vector | null;
  readonly distance: number | null;
  readonly nearest: number | null;
  /** 1/1000 px. */
  readonly bearing: number | null;
  readonly elevation: number | null;
  readonly spanRight: Ends | null;
  readonly spanForward: Ends | null;
  readonly spanUp: Ends | null;
  readonly base: number | null;
  readonly top: number | null;
  readonly height: number | null;
  readonly width: number | null;
  readonly depthExtent: number | null;
  /** mm2. */
  readonly footprintArea: number | null;
  /** mm3. */
  readonly volume: number | null;
}

interface Box {
  readonly centre: Vector;
  readonly size: Vector;
  /** Row-major 3x3. */
  readonly rotation: readonly number[];
}

export function objectFacts(row: ObjectRow, scene: SceneRow): ObjectFacts {
  const centre = isWhole(row, scene) ? micrometreVector(row.centre) : null;
  const size = isWhole(row, scene) ? micrometreVector(row.size) : null;
  const box =
    centre === null || size === null || row.rotation === null ? null : { centre, size, rotation: row.rotation };
  const spanUp = box === null || scene.up === null ? null : upEnds(box, scene.up);
  const sides = size === null || box === null || scene.up === null ? null : sidesOf(box, scene.up, row.facing);
  return {
    centre,
    distance: centre === null ? null : whole(Math.sqrt(dot(centre, centre))),
    nearest: box === null ? null : nearestPoint(box),
    bearing: row.box2d === null ? null : whole((row.box2d[0] + row.box2d[2]) * 500),
    elevation: row.box2d === null ? null : whole((row.box2d[1] + row.box2d[3]) * 500),
    spanRight: box === null ? null : rowEnds(box, 0),
    spanForward: box === null ? null : rowEnds(box, 2),
    spanUp: spanUp === null ? null : ends(spanUp.middle, spanUp.half),
    base:
      spanUp === null || scene.floorHeight === null
        ? null
        : whole(spanUp.middle - spanUp.half - scene.floorHeight * 1e6),
    top:
      spanUp === null || scene.floorHeight === null
        ? null
        : whole(spanUp.middle + spanUp.half - scene.floorHeight * 1e6),
    height: sides?.height ?? null,
    width: sides?.width ?? null,
    depthExtent: sides?.depthExtent ?? null,
    footprintArea: sides === null ? null : whole((sides.width * sides.depthExtent) / 1e6),
    volume: size === null ? null : whole((size[0] * size[1] * size[2]) / 1e9),
  };
}

/** The centre of a pixel's point, whole um. */
export function pixelCentre(row: PixelRow, scene: SceneRow): Vector | null {
  if (!scene.metric) return null;
  return micrometreVector(row.point);
}

/** How high above the floor the point of a pixel is. */
export function pixelBase(row: PixelRow, scene: SceneRow): number | null {
  const point = pixelCentre(row, scene);
  const { up, floorHeight } = scene;
  if (up === null || floorHeight === null || point === null) return null;
  return whole(dot(up, point) - floorHeight * 1e6);
}

/** Facts of a box are known only where it is the whole thing's, in metres. */
export function isWhole(row: ObjectRow, scene: SceneRow): boolean {
  if (!scene.metric) return false;
  if (row.extent === 'amodal') return true;
  return row.truncation !== null && row.visibility !== null && row.truncation <= 0.02 && row.visibility >= 0.7;
}

function at(rotation: readonly number[], row: number, column: number): number {
  return rotation[row * 3 + column] ?? Number.NaN;
}

function axis(box: Box, column: 0 | 1 | 2): Vector {
  return [at(box.rotation, 0, column), at(box.rotation, 1, column), at(box.rotation, 2, column)];
}

const AXES = [0, 1, 2] as const;

function nearestPoint(box: Box): number | null {
  const [d1, d2, d3] = [outside(box, 0), outside(box, 1), outside(box, 2)];
  return whole(Math.sqrt(d1 * d1 + d2 * d2 + d3 * d3));
}

/** How far the camera lies outside the box along one of its axes. */
function outside(box: Box, column: 0 | 1 | 2): number {
  const beyond = Math.abs(dot(box.centre, axis(box, column))) - box.size[column] / 2;
  return Math.max(beyond, 0);
}

function ends(middle: number, half: number): Ends | null {
  const low = whole(middle - half);
  const high = whole(middle + half);
  return low === null || high === null ? null : [low, high];
}

function rowEnds(box: Box, row: 0 | 2): Ends | null {
  const [sx, sy, sz] = box.size;
  const reach =
    Math.abs(at(box.rotation, row, 0)) * sx +
    Math.abs(at(box.rotation, row, 1)) * sy +
    Math.abs(at(box.rotation, row, 2)) * sz;
  return ends(box.centre[row], reach / 2);
}

function upEnds(box: Box, up: Vector): { readonly middle: number; readonly half: number } {
  const [sx, sy, sz] = box.size;
  const reach =
    Math.abs(dot(up, axis(box, 0))) * sx + Math.abs(dot(up, axis(box, 1))) * sy + Math.abs(dot(up, axis(box, 2))) * sz;
  return { middle: dot(up, box.centre), half: reach / 2 };
}

interface Sides {
  readonly height: number;
  readonly width: number;
  readonly depthExtent: number;
}

/** Height along the axis nearest the vertical, width across the facing; unknown for a box tilted over 15 deg. */
function sidesOf(box: Box, up: Vector, facing: Vector | null): Sides | null {
  const upright = AXES.map((column) => Math.abs(dot(up, axis(box, column))));
  const most = Math.max(...upright);
  const vertical = AXES.find((column) => upright[column] === most);
  if (vertical === undefined || most < COS_15) return null;
  const height = box.size[vertical];
  const [i, k] = vertical === 0 ? ([1, 2] as const) : vertical === 1 ? ([0, 2] as const) : ([0, 1] as const);
  const [si, sk] = [box.size[i], box.size[k]];
  if (facing === null) return { height, width: Math.max(si, sk), depthExtent: Math.min(si, sk) };
  const along = Math.abs(dot(facing, axis(box, i))) >= Math.abs(dot(facing, axis(box, k)));
  return along ? { height, width: sk, depthExtent: si } : { height, width: si, depthExtent: sk };
}
