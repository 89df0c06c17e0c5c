/** Rotations from angles, each in the convention of the format that uses it. Radians. */
import { type Matrix3, multiply3 } from './matrix.js';

/** About the x axis, right-handed. */
export function rotationX(angle: number): Matrix3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [1, 0, 0, 0, c, -s, 0, s, c];
}

/** About the y axis, right-handed. With y down this is KITTI's `rotation_y`: 0 keeps x, −π/2 turns x to +z. */
export function rotationY(angle: number): Matrix3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c, 0, s, 0, 1, 0, -s, 0, c];
}

/** About the z axis, right-handed. */
export function rotationZ(angle: number): Matrix3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c, -s, 0, s, c, 0, 0, 0, 1];
}

/** Intrinsic Euler angles in the order z, x, y: Rz(aboutZ) · Rx(aboutX) · Ry(aboutY). */
export function rotationZxy(aboutZ: number, aboutX: number, aboutY: number): Matrix3 {
  return multiply3(rotationZ(aboutZ), multiply3(rotationX(aboutX), rotationY(aboutY)));
}
