/**
 * The edges that bound a solid when the border of the picture cuts it: those of a box, and polygons that stand for
 * the rims of a cylinder and for the outline of a ball (1 % of the radius off).
 */

import type { Solid } from './body.js';

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Corners in the solid's own cube [-1, 1]³; edges by position in `corners`. */
export interface Wireframe {
  readonly corners: readonly Corner[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

const sides = 16;

/** Directions 22.5 degrees apart, by repeated turning: no sine or cosine is asked of the machine. */
function circleOf(): readonly { readonly x: number; readonly y: number }[] {
  const cosine = Math.sqrt(2 + Math.sqrt(2)) / 2;
  const sine = Math.sqrt(2 - Math.sqrt(2)) / 2;
  // Between the inner and the outer polygon: 1 % off the circle either way.
  const radius = 1.01;
  const points = [{ x: radius, y: 0 }];
  for (let k = 1, x = radius, y = 0; k < sides; k++) {
    [x, y] = [x * cosine - y * sine, x * sine + y * cosine];
    points.push({ x, y });
  }
  return points;
}

const circle = circleOf();
const around = circle.map((_, k) => ({ from: k, to: (k + 1) % sides }));

const box: Wireframe = {
  corners: [0, 1, 2, 3, 4, 5, 6, 7].map((k) => ({ x: k & 1 ? 1 : -1, y: k & 2 ? 1 : -1, z: k & 4 ? 1 : -1 })),
  edges: [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) =>
    [1, 2, 4].filter((bit) => (k & bit) === 0).map((bit) => ({ from: k, to: k | bit })),
  ),
};

const cylinder: Wireframe = {
  corners: [...circle.map(({ x, y }) => ({ x, y, z: -1 })), ...circle.map(({ x, y }) => ({ x, y, z: 1 }))],
  edges: [
    ...around,
    ...around.map(({ from, to }) => ({ from: from + sides, to: to + sides })),
    ...circle.map((_, k) => ({ from: k, to: k + sides })),
  ],
};

/** The wireframe of a solid as the camera sees it. */
export function wireframeOf(solid: Solid): Wireframe {
  switch (solid.form) {
    case 'box':
      return box;
    case 'cylinder':
      return cylinder;
    case 'ellipsoid':
      return { corners: outlineOfBall(-solid.x / solid.hx, -solid.y / solid.hy, -solid.z / solid.hz), edges: around };
  }
}

/**
 * The circle in which the tangents from (x, y, z) touch the unit ball: its plane is square to that direction at
 * 1 / distance from the middle.
 */
function outlineOfBall(x: number, y: number, z: number): readonly Corner[] {
  const square = x * x + y * y + z * z;
  const flat = Math.sqrt(x * x + y * y);
  const distance = Math.sqrt(square);
  const radius = Math.sqrt(Math.max(0, 1 - 1 / square));
  // Two unit vectors square to the line of sight; seen from right above, any level one will do for the first.
  const ax = flat > 0 ? -y / flat : 1;
  const ay = flat > 0 ? x / flat : 0;
  const bx = (-ay * z) / distance;
  const by = (ax * z) / distance;
  const bz = (ay * x - ax * y) / distance;
  return circle.map((p) => ({
    x: x / square + radius * (p.x * ax + p.y * bx),
    y: y / square + radius * (p.x * ay + p.y * by),
    z: z / square + radius * p.y * bz,
  }));
}
