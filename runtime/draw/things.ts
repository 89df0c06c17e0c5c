/**
 * The marks of a question: the coloured boxes that its words speak of, and, to check it by, the 2D and 3D boxes of its
 * things, their facings, their pixels and their names.
 */
import type { Vector3 } from '../facts/rows.js';
import { boxCorners } from '../geometry/box.js';
import { asMatrix3 } from '../geometry/matrix.js';
import { type Bounds, type Intrinsics, type Pixel, projectedEdges, projectedLine } from '../geometry/projection.js';
import type { Mark, Stroke } from './mark.js';

/** What is drawn of a thing; null is unknown, and left out. Metres in the camera frame, pixels. */
export interface Drawable {
  /** `a armchair-1` */
  readonly label: string;
  readonly box2d: readonly number[] | null;
  readonly centre: readonly number[] | null;
  readonly size: readonly number[] | null;
  readonly rotation: readonly number[] | null;
  readonly facing: readonly number[] | null;
  /** Of a pixel. */
  readonly at: readonly number[] | null;
  /** The colour of the box that the question speaks of: red, green, blue, yellow or purple. */
  readonly colour: string | null;
}

/** Of boxes that a question speaks of, by the words of the language. */
const drawnColours: Readonly<Record<string, string>> = {
  red: '#e6261f',
  green: '#1fae3a',
  blue: '#2a5bff',
  yellow: '#ffd60a',
  purple: '#a52be0',
};
/** Of what is drawn to check by; none is a colour that words speak of. */
const helpers = ['#19d3da', '#ff8c1a', '#ffffff', '#ff6fb5', '#b4e33d', '#c49a6c', '#9fb4c7'] as const;

export function marksOf(things: readonly Drawable[], intrinsics: readonly number[] | null): readonly Mark[] {
  const camera = asIntrinsics(intrinsics);
  return things.flatMap((thing, i) => marksOfThing(thing, helperColour(i), camera));
}

/** The colour of the thing at a place of a list, unless the question speaks of another. */
export const helperColour = (index: number): string => helpers[index % helpers.length] ?? '#ffffff';

function marksOfThing(thing: Drawable, helper: string, camera: Intrinsics | null): readonly Mark[] {
  const drawn = thing.colour === null ? undefined : drawnColours[thing.colour];
  const colour = drawn ?? helper;
  const thin = (dashed: boolean): Stroke => ({ colour, width: 1.25, dashed });
  const bounds = asBounds(thing.box2d);
  const box = bounds
    ? [{ kind: 'box', bounds, stroke: drawn ? { colour, width: 4, dashed: false } : thin(false) } as const]
    : [];
  const space = camera ? inSpace(thing, thin, camera) : [];
  const pixel = asPixel(thing.at);
  const point = pixel ? [{ kind: 'point', at: pixel, stroke: { colour, width: 2, dashed: false } } as const] : [];
  const at = bounds ? ([bounds[0], bounds[1]] as const) : (pixel ?? firstOf(space));
  return [...space, ...box, ...point, ...(at ? [{ kind: 'label', at, text: thing.label, colour } as const] : [])];
}

/** The wireframe of the box, and from its centre an arrow half a metre, or half the thing, beyond its front. */
function inSpace(thing: Drawable, thin: (dashed: boolean) => Stroke, camera: Intrinsics): readonly Mark[] {
  const [centre, size, facing] = [thing.centre, thing.size, thing.facing].map(asVector);
  const rotation = thing.rotation && asMatrix3(thing.rotation);
  if (!centre || !size || !rotation) return [];
  const lines = projectedEdges(camera, { centre, size, rotation });
  const wire = lines.length > 0 ? [{ kind: 'lines', lines, stroke: thin(true) } as const] : [];
  if (!facing) return wire;
  const reach = frontOf({ centre, size, rotation }, facing) + 0.25;
  const tip: Vector3 = [centre[0] + reach * facing[0], centre[1] + reach * facing[1], centre[2] + reach * facing[2]];
  const line = projectedLine(camera, centre, tip);
  return line ? [...wire, { kind: 'arrow', from: line[0], to: line[1], stroke: { ...thin(false), width: 2.5 } }] : wire;
}

/** How far a box reaches from its centre in a direction. */
function frontOf(box: Parameters<typeof boxCorners>[0], facing: Vector3): number {
  const along = ([x, y, z]: Vector3): number =>
    (x - box.centre[0]) * facing[0] + (y - box.centre[1]) * facing[1] + (z - box.centre[2]) * facing[2];
  return Math.max(...boxCorners(box).map(along));
}

function firstOf(marks: readonly Mark[]): Pixel | undefined {
  const [wire] = marks.flatMap((mark) => (mark.kind === 'lines' ? mark.lines : []));
  return wire?.[0];
}

/** What the marks of some things cover; null where nothing is drawn. */
export function extentOf(marks: readonly Mark[]): Bounds | null {
  const points = marks.flatMap(cornersOf);
  if (points.length === 0) return null;
  const [us, vs] = [points.map(([u]) => u), points.map(([, v]) => v)];
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
}

function cornersOf(mark: Mark): readonly Pixel[] {
  switch (mark.kind) {
    case 'box': {
      const [x1, y1, x2, y2] = mark.bounds;
      return [
        [x1, y1],
        [x2, y2],
      ];
    }
    case 'point':
      return [mark.at];
    case 'lines':
    case 'arrow':
    case 'label':
      return [];
  }
}

function asVector(values: readonly number[] | null): Vector3 | undefined {
  const [x, y, z] = values ?? [];
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z];
}

function asPixel(values: readonly number[] | null): Pixel | undefined {
  const [u, v] = values ?? [];
  return u === undefined || v === undefined ? undefined : [u, v];
}

function asBounds(values: readonly number[] | null): Bounds | undefined {
  const [x1, y1, x2, y2] = values ?? [];
  return x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined ? undefined : [x1, y1, x2, y2];
}

function asIntrinsics(values: readonly number[] | null): Intrinsics | null {
  const [fx, fy, cx, cy] = values ?? [];
  return fx === undefined || fy === undefined || cx === undefined || cy === undefined ? null : [fx, fy, cx, cy];
}
