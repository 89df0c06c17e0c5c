/**
 * The columns of a thing that stands elsewhere (docs/semantics.md section 13): its centre, box axes and facing are its own,
 * moved and turned; all else follows from them as it does for a thing of the scene. What the picture shows is unknown.
 */
import type * as typed from '../check/typed.js';
import { add, atMost, multiply, negate, real, subtract, unknown, whole } from '../ir/build.js';
import type { Expression, ValueType } from '../ir/node.js';
import { needOf, placeOf } from './geometry.js';
import { followingDefinitions, type Need, up } from './object-facts.js';
import type { Scope } from './scope.js';
import { cross, dot, horizontal, known, length, mapXyz, minus, over, scale, type Xyz, xyz } from './triple.js';

/** A scope in which things may stand elsewhere. */
export function withPoses(scope: Scope): Scope {
  const posed = new Map<typed.Entity, Need>();
  const made: Scope = {
    ...scope,
    column: (entity, name) => {
      if (!entity.pose) return scope.column(entity, name);
      const need = posed.get(entity) ?? needOfPose(entity.pose, made);
      posed.set(entity, need);
      return need(name);
    },
  };
  return made;
}

/** Of the picture, in which the thing stands where it does. */
const pictured: ReadonlyMap<string, ValueType> = new Map([
  ...['x1', 'y1', 'x2', 'y2'].map((c) => [c, 'real'] as const),
  ...['bearing', 'elevation'].map((c) => [c, 'int'] as const),
]);

function needOfPose(pose: typed.Pose, scope: Scope): Need {
  const moved = movedColumns(pose, scope);
  const found = new Map<string, Expression>();
  const columnOf = (name: string): Expression => {
    const type = pictured.get(name);
    if (type) return unknown(type);
    const definition = moved.get(name) ?? followingDefinitions[name];
    return definition ? scope.share(definition(need)) : scope.column(pose.thing, name);
  };
  const need: Need = (name) => {
    const before = found.get(name);
    if (before) return before;
    const column = columnOf(name);
    found.set(name, column);
    return column;
  };
  return need;
}

const components = (v: Xyz): readonly [string, Expression][] => [
  ['x', v.x],
  ['y', v.y],
  ['z', v.z],
];

/** Centre, and where it is turned, box axes and facing. */
function movedColumns(pose: typed.Pose, scope: Scope): ReadonlyMap<string, () => Expression> {
  const thing = needOf(pose.thing, scope);
  const u = up(thing);
  const foot = shareXyz(footOf(pose.at, scope), scope);
  const centre = plus(foot, scale(u, thing('half_up')));
  const moved = components(centre).map(([c, value]) => [`c${c}`, () => whole(value)] as const);
  const turn = turnOf(pose, foot, scope);
  if (!turn) return new Map(moved);
  const column = (j: number): Xyz => xyz(thing(`r1${j}`), thing(`r2${j}`), thing(`r3${j}`));
  const axes = [1, 2, 3].flatMap((j) =>
    components(rotated(column(j), u, turn)).map(([, value], i) => [`r${i + 1}${j}`, () => value] as const),
  );
  const facing = components(rotated(xyz(thing('fx'), thing('fy'), thing('fz')), u, turn));
  return new Map([...moved, ...axes, ...facing.map(([c, value]) => [`f${c}`, () => value] as const)]);
}

/** The point of a pixel; beneath the centre of an object, at the height of its underside. */
function footOf(at: typed.Entity, scope: Scope): Xyz {
  const point = placeOf(at, scope);
  if (at.kind !== 'object') return point;
  const need = needOf(at, scope);
  return minus(point, scale(up(need), need('half_up')));
}

/** Cosine and sine of a turn about the vertical, anticlockwise as seen from above. */
interface Turn {
  readonly cos: Expression;
  readonly sin: Expression;
}

const quarters: Readonly<Record<typed.Turned, Turn>> = {
  right: { cos: real(0), sin: real(-1) },
  left: { cos: real(0), sin: real(1) },
  around: { cos: real(-1), sin: real(0) },
};

/** From its own front to where it then looks; unknown for what has no one front, or stands too close to what it looks at. */
function turnOf({ thing, toward, turned }: typed.Pose, foot: Xyz, scope: Scope): Turn | undefined {
  if (!toward) return turned && quarters[turned];
  const need = needOf(thing, scope);
  const u = up(need);
  const level = shareXyz(horizontal(minus(placeOf(toward, scope), foot), u), scope);
  const far = scope.share(length(level));
  const ahead = shareXyz(known(atMost(real(3 * scope.settings.margin.lengthUm), far), over(level, far)), scope);
  const front = shareXyz(turned ? after(ahead, u, turned) : ahead, scope);
  const own = xyz(need('vfx'), need('vfy'), need('vfz'));
  return { cos: scope.share(dot(own, front)), sin: scope.share(dot(cross(own, front), u)) };
}

function after(ahead: Xyz, u: Xyz, turned: typed.Turned): Xyz {
  switch (turned) {
    case 'right':
      return cross(ahead, u);
    case 'left':
      return mapXyz(cross(ahead, u), negate);
    case 'around':
      return mapXyz(ahead, negate);
  }
}

/** v cos + (u cross v) sin + u (u.v) (1 - cos): the turn of a vector about u. */
function rotated(v: Xyz, u: Xyz, { cos, sin }: Turn): Xyz {
  const across = cross(u, v);
  const along = multiply(dot(u, v), subtract(real(1), cos));
  return plus(plus(scale(v, cos), scale(across, sin)), scale(u, along));
}

const plus = (a: Xyz, b: Xyz): Xyz => xyz(add(a.x, b.x), add(a.y, b.y), add(a.z, b.z));

const shareXyz = (v: Xyz, scope: Scope): Xyz => mapXyz(v, scope.share);
