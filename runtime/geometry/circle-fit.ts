/** The circle nearest to points of the plane, by least squares of x² + y² + ax + by + c (Kåsa 1976). */
import type { Point2 } from './convex-hull.js';

export interface Circle {
  readonly centre: Point2;
  readonly radius: number;
}

/** @returns null for points on a line, and for fewer than three */
export function fittedCircle(points: readonly Point2[]): Circle | null {
  const n = points.length;
  const mean = (of: (point: Point2) => number): number => points.reduce((sum, point) => sum + of(point), 0) / n;
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)];
  // About their mean, so that the equations for the centre are two.
  const moment = (i: number, j: number): number => mean(([x, y]) => (x - mx) ** i * (y - my) ** j);
  const [xx, xy, yy] = [moment(2, 0), moment(1, 1), moment(0, 2)];
  const [bx, by] = [(moment(3, 0) + moment(1, 2)) / 2, (moment(2, 1) + moment(0, 3)) / 2];
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9 * (xx + yy) ** 2)) return null;
  const [x, y] = [(bx * yy - by * xy) / determinant, (by * xx - bx * xy) / determinant];
  return { centre: [x + mx, y + my], radius: Math.sqrt(x * x + y * y + xx + yy) };
}
