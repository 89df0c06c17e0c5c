/**
 * The solid parts that furniture is built of: boxes, upright cylinders and ellipsoids.
 *
 * A shape lies in its object's own frame: x to its right, y out of its front, z up, metres, with the origin in the
 * middle of its base. The union of its parts fills the object's box exactly: the box is the shape's tight bound.
 */

/** What a part is made of; the renderer alone looks at it. */
export type Finish =
  | 'main' // the object's own colour
  | 'second' // a darker tone of it
  | 'wood'
  | 'metal'
  | 'dark'
  | 'light'
  | 'leaf'
  | 'books'
  | 'screen'
  | 'glow';

/** A box, a cylinder along z or an ellipsoid of revolution about z (hx = hy for both): centre and half extents. */
export interface Part {
  readonly form: 'box' | 'cylinder' | 'ellipsoid';
  readonly finish: Finish;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly hx: number;
  readonly hy: number;
  readonly hz: number;
}

/** Width across the front, height, depth along the front: metres. */
export type Build = (width: number, height: number, depth: number) => readonly Part[];

/** The box that spans the three intervals. */
export function box(
  finish: Finish,
  x: readonly [number, number],
  y: readonly [number, number],
  z: readonly [number, number],
): Part {
  return {
    form: 'box',
    finish,
    x: (x[0] + x[1]) / 2,
    y: (y[0] + y[1]) / 2,
    z: (z[0] + z[1]) / 2,
    hx: (x[1] - x[0]) / 2,
    hy: (y[1] - y[0]) / 2,
    hz: (z[1] - z[0]) / 2,
  };
}

function round(form: 'cylinder' | 'ellipsoid', finish: Finish, radius: number, bottom: number, top: number): Part {
  return { form, finish, x: 0, y: 0, z: (bottom + top) / 2, hx: radius, hy: radius, hz: (top - bottom) / 2 };
}

/** A cylinder about the object's own axis, from `bottom` to `top`. */
export function cylinder(finish: Finish, radius: number, bottom: number, top: number): Part {
  return round('cylinder', finish, radius, bottom, top);
}

/** An ellipsoid about the object's own axis, from `bottom` to `top`. */
export function ellipsoid(finish: Finish, radius: number, bottom: number, top: number): Part {
  return round('ellipsoid', finish, radius, bottom, top);
}

/** Four square legs of the given thickness at the corners of a width x depth footprint. */
export function legs(finish: Finish, width: number, depth: number, thickness: number, top: number): readonly Part[] {
  const x = width / 2;
  const y = depth / 2;
  const left = [-x, -x + thickness] as const;
  const right = [x - thickness, x] as const;
  const back = [-y, -y + thickness] as const;
  const front = [y - thickness, y] as const;
  const z = [0, top] as const;
  return [
    box(finish, left, back, z),
    box(finish, right, back, z),
    box(finish, left, front, z),
    box(finish, right, front, z),
  ];
}
