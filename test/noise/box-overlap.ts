/** Intersection over union of boxes: in the picture, and of upright boxes in space. */
import type { ObjectRow, SceneRow, Vector3 } from '../../runtime/facts/rows.js';
import { asMatrix3, column3, dot } from '../../runtime/geometry/matrix.js';

export type PictureBox = readonly [number, number, number, number];

export function pictureOverlap(a: PictureBox, b: PictureBox): number {
  const across = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const along = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const area = (box: PictureBox): number => (box[2] - box[0]) * (box[3] - box[1]);
  const shared = across * along;
  return shared / (area(a) + area(b) - shared);
}

type Point = readonly [number, number];

/** A box that stands upright: its outline seen from above, counter-clockwise, and its extent along the vertical. */
interface Upright {
  readonly outline: readonly Point[];
  readonly low: number;
  readonly high: number;
}

/** Both boxes are taken upright in the same scene; undefined where one is no box. */
export function spaceOverlap(a: ObjectRow, b: ObjectRow, { up }: SceneRow): number | undefined {
  const [p, q] = [uprightOf(a, up), uprightOf(b, up)];
  if (p === undefined || q === undefined) return undefined;
  const high = Math.max(0, Math.min(p.high, q.high) - Math.max(p.low, q.low));
  const shared = high * areaOf(q.outline.reduce(clippedBy(q.outline), p.outline));
  const volume = ({ outline, low, high: top }: Upright): number => areaOf(outline) * (top - low);
  return shared / (volume(p) + volume(q) - shared);
}

function uprightOf({ centre, size, rotation }: ObjectRow, up: Vector3 | null): Upright | undefined {
  const turn = rotation && asMatrix3(rotation);
  if (!turn || centre === null || size === null || up === null) return undefined;
  const axes = ([0, 1, 2] as const).map((i) => ({
    axis: column3(turn, i),
    size: size[i],
    steep: Math.abs(dot(column3(turn, i), up)),
  }));
  const [vertical, first, second] = axes.toSorted((a, b) => b.steep - a.steep);
  if (vertical === undefined || first === undefined || second === undefined) return undefined;
  const [right, forward] = levelFrame(up);
  const corner = (i: number, k: number): Point => {
    const along = (frame: Vector3): number =>
      dot(centre, frame) + (i * first.size * dot(first.axis, frame) + k * second.size * dot(second.axis, frame)) / 2;
    return [along(right), along(forward)];
  };
  const outline = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  const middle = dot(centre, up);
  const isClockwise = signedArea(outline) < 0;
  return {
    outline: isClockwise ? outline.toReversed() : outline,
    low: middle - vertical.size / 2,
    high: middle + vertical.size / 2,
  };
}

function levelFrame(up: Vector3): readonly [Vector3, Vector3] {
  const other: Vector3 = Math.abs(up[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1];
  const right = unit(cross(up, other));
  return [right, cross(up, right)];
}

const cross = (p: Vector3, q: Vector3): Vector3 => [
  p[1] * q[2] - p[2] * q[1],
  p[2] * q[0] - p[0] * q[2],
  p[0] * q[1] - p[1] * q[0],
];

function unit(v: Vector3): Vector3 {
  const length = Math.hypot(...v);
  return [v[0] / length, v[1] / length, v[2] / length];
}

const areaOf = (outline: readonly Point[]): number => Math.abs(signedArea(outline));

function signedArea(outline: readonly Point[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Cuts a polygon along one side of a convex one, which keeps what lies to the left of it. */
function clippedBy(by: readonly Point[]): (polygon: readonly Point[], from: Point, i: number) => readonly Point[] {
  return (polygon, from, i) => {
    const to = by[(i + 1) % by.length] ?? from;
    const inside = ([x, y]: Point): number => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    return polygon.flatMap((point, k) => {
      const next = polygon[(k + 1) % polygon.length] ?? point;
      const [here, there] = [inside(point), inside(next)];
      const share = here / (here - there);
      const cut: Point = [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])];
      return [...(here >= 0 ? [point] : []), ...(here >= 0 !== there >= 0 ? [cut] : [])];
    });
  };
}
