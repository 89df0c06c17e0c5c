/** Things that stand elsewhere: `a at p toward b turned left`. A row of its own, moved and turned; no picture shows it. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { boxOf } from './box-geometry.js';
import { COS_45 } from './frames.js';
import { evaluateIn, type Scope } from './interpret.js';
import { centreOf, facingOf } from './interpret-view.js';
import { isWhole } from './object-facts.js';
import type { Value } from './value.js';
import { cross, dot, subtract, type Vector, whole } from './whole-units.js';

export function posed(scope: Scope, { thing, at, toward, turned }: ast.Pose): Value {
  const value = evaluateIn(scope, thing);
  if (value.kind !== 'object') throw new Error('only an object can stand elsewhere');
  const { row } = value;
  if (row === null) return value;
  const foot = footOf(scope, named(scope, at));
  const half = halfUp(scope, row);
  const up = scope.context.facts.scene.up;
  const isMoved = foot !== null && half !== null && up !== null;
  const centre = isMoved ? metres([0, 1, 2].map((i) => whole((foot[i] ?? 0) + (up[i] ?? 0) * half))) : null;
  const moved: ObjectRow = { ...row, centre, box2d: null };
  if (toward === undefined && turned === undefined) return { ...value, row: moved };
  const turn = turnOf(scope, value, foot, toward && named(scope, toward), turned?.text);
  return { ...value, row: turnedRow(moved, turn, up) };
}

function named(scope: Scope, { text }: ast.Name): Value {
  const value = scope.names.get(text);
  if (value !== undefined) return value;
  if (text === 'camera') return { kind: 'camera' };
  throw new Error(`nothing is called ${text}`);
}

/** Whole um to metres; to whole um again it is the same. */
function metres(um: readonly (number | null)[]): Vector | null {
  const [x, y, z] = um.map((each) => (each === null ? null : each / 1e6));
  return x == null || y == null || z == null ? null : [x, y, z];
}

/** How far the box reaches up from its centre, um. */
function halfUp({ context }: Scope, row: ObjectRow): number | null {
  const { scene } = context.facts;
  const box = isWhole(row, scene) ? boxOf(row) : null;
  if (box === null || scene.up === null) return null;
  const [a, b, c] = box.axes.map((each) => Math.abs(dot(scene.up ?? [0, 0, 0], each)));
  return ((a ?? 0) * box.size[0] + (b ?? 0) * box.size[1] + (c ?? 0) * box.size[2]) / 2;
}

function footOf(scope: Scope, value: Value): Vector | null {
  const point = centreOf(scope.context, value);
  if (value.kind !== 'object' || point === null) return point;
  const half = value.row === null ? null : halfUp(scope, value.row);
  const { up } = scope.context.facts.scene;
  return half === null || up === null ? null : subtract(point, times(up, half));
}

const times = (v: Vector, by: number): Vector => [by * v[0], by * v[1], by * v[2]];

interface Turn {
  readonly cos: number;
  readonly sin: number;
}

const QUARTERS: Readonly<Record<string, Turn>> = {
  right: { cos: 0, sin: -1 },
  left: { cos: 0, sin: 1 },
  around: { cos: -1, sin: 0 },
};

/** Null where the thing has no one front, or nothing to look at. */
function turnOf(
  scope: Scope,
  thing: Value,
  foot: Vector | null,
  toward: Value | undefined,
  turned: string | undefined,
): Turn | null {
  if (toward === undefined) return QUARTERS[turned ?? ''] ?? null;
  const { up } = scope.context.facts.scene;
  const target = centreOf(scope.context, toward);
  const facing = facingOf(thing);
  if (up === null || foot === null || target === null || facing === null) return null;
  const ahead = level(subtract(target, foot), up);
  const length = Math.sqrt(dot(ahead, ahead));
  if (!(length >= 3 * scope.context.settings.length.absolute)) return null;
  if (!(Math.abs(dot(facing, up)) <= COS_45)) return null;
  const own = unit(level(facing, up));
  const front = afterTurn(unit(ahead), up, turned);
  return { cos: dot(own, front), sin: dot(cross(own, front), up) };
}

function afterTurn(ahead: Vector, up: Vector, turned: string | undefined): Vector {
  switch (turned) {
    case undefined:
      return ahead;
    case 'right':
      return cross(ahead, up);
    case 'left':
      return minus(cross(ahead, up));
    case 'around':
      return minus(ahead);
  }
  throw new Error(`nothing turns ${turned}`);
}

const minus = (v: Vector): Vector => [-v[0], -v[1], -v[2]];

function level(v: Vector, up: Vector): Vector {
  const g = dot(v, up);
  return subtract(v, [g * up[0], g * up[1], g * up[2]]);
}

function unit(v: Vector): Vector {
  const length = Math.sqrt(dot(v, v));
  return [v[0] / length, v[1] / length, v[2] / length];
}

function turnedRow(row: ObjectRow, turn: Turn | null, up: Vector | null): ObjectRow {
  if (turn === null || up === null) return { ...row, rotation: null, facing: null };
  const { rotation, facing } = row;
  const columns = [0, 1, 2].map(
    (j) => rotation && rotated([entry(rotation, j), entry(rotation, j + 3), entry(rotation, j + 6)], up, turn),
  );
  const turned = [0, 1, 2].flatMap((i) => columns.map((column) => column?.[i] ?? 0));
  return { ...row, rotation: rotation && turned, facing: facing && rotated(facing, up, turn) };
}

const entry = (rotation: readonly number[], i: number): number => rotation[i] ?? 0;

function rotated(v: Vector, up: Vector, { cos, sin }: Turn): Vector {
  const across = cross(up, v);
  const along = dot(up, v) * (1 - cos);
  const part = (i: 0 | 1 | 2) => v[i] * cos + across[i] * sin + up[i] * along;
  return [part(0), part(1), part(2)];
}
