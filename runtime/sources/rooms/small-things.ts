/**
 * The shapes of small things: what stands on tables, cabinets or the floor. Each fills its box exactly.
 */

import { type Build, box, cylinder, ellipsoid } from './shape.js';

/** A flat panel with a bezel around the picture, on a foot: televisions and monitors. */
const panel =
  (foot: number, rise: number): Build =>
  (width, height, depth) => {
    const x = width / 2;
    const y = depth / 2;
    return [
      box('dark', [-x * foot, x * foot], [-y, y], [0, 0.015]),
      box('dark', [-0.04, 0.04], [-0.03, 0.01], [0.015, height * 0.5]),
      box('dark', [-x, x], [-0.02, 0.018], [height * rise, height]),
      box('screen', [-x + 0.015, x - 0.015], [0.018, 0.02], [height * rise + 0.02, height - 0.015]),
    ];
  };

export const tv: Build = panel(0.6, 0.08);
export const monitor: Build = panel(0.4, 0.25);

export const laptop: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  return [
    box('metal', [-x, x], [-y, y], [0, 0.018]),
    box('dark', [-x + 0.02, x - 0.02], [-y + 0.06, y - 0.1], [0.018, 0.02]),
    box('metal', [-x, x], [-y, -y + 0.012], [0.018, height]),
    box('screen', [-x + 0.012, x - 0.012], [-y + 0.012, -y + 0.014], [0.03, height - 0.012]),
  ];
};

export const carton: Build = (width, height, depth) => [
  box('wood', [-width / 2, width / 2], [-depth / 2, depth / 2], [0, height - 0.004]),
  box('light', [-width / 2, width / 2], [-0.025, 0.025], [height - 0.004, height]),
];

export const trashCan: Build = (width, height) => [
  cylinder('main', width * 0.46, 0, height - 0.03),
  cylinder('second', width / 2, height - 0.03, height),
];

export const ball: Build = (width, height) => [ellipsoid('main', width / 2, 0, height)];

export const cup: Build = (width, height) => [cylinder('main', width / 2, 0, height)];

export const bottle: Build = (width, height) => [
  cylinder('main', width / 2, 0, height * 0.65),
  ellipsoid('main', width / 2, height * 0.5, height * 0.8),
  cylinder('main', width * 0.18, height * 0.65, height * 0.92),
  cylinder('light', width * 0.21, height * 0.92, height),
];

export const vase: Build = (width, height) => [
  cylinder('second', width * 0.3, 0, height * 0.1),
  ellipsoid('main', width / 2, 0.01, height * 0.8),
  cylinder('main', width * 0.25, height * 0.6, height * 0.94),
  cylinder('second', width * 0.36, height * 0.94, height),
];

export const book: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  return [
    box('main', [-x, x], [-y, y], [0, 0.004]),
    box('light', [-x, x - 0.006], [-y + 0.004, y - 0.004], [0.004, height - 0.004]),
    box('main', [-x, x], [-y, y], [height - 0.004, height]),
  ];
};

export const backpack: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  return [
    box('main', [-x, x], [-y, y * 0.5], [0, height * 0.85]),
    box('main', [-x * 0.8, x * 0.8], [-y * 0.9, y * 0.4], [height * 0.85, height * 0.96]),
    box('dark', [-x * 0.2, x * 0.2], [-y * 0.6, -y * 0.4], [height * 0.96, height]),
    box('second', [-x * 0.75, x * 0.75], [y * 0.5, y], [height * 0.06, height * 0.5]),
  ];
};

export const suitcase: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  return [
    box('dark', [-x, -x + 0.06], [-y, y], [0, 0.04]),
    box('dark', [x - 0.06, x], [-y, y], [0, 0.04]),
    box('main', [-x, x], [-y, -0.006], [0.04, height * 0.86]),
    box('main', [-x, x], [0.006, y], [0.04, height * 0.86]),
    box('second', [-x + 0.01, x - 0.01], [-0.006, 0.006], [0.04, height * 0.85]),
    box('metal', [-x * 0.5, -x * 0.42], [-0.01, 0.01], [height * 0.86, height]),
    box('metal', [x * 0.42, x * 0.5], [-0.01, 0.01], [height * 0.86, height]),
    box('dark', [-x * 0.5, x * 0.5], [-0.012, 0.012], [height - 0.02, height]),
  ];
};

export const tableLamp: Build = (width, height) => [
  cylinder('main', width * 0.3, 0, 0.025),
  cylinder('metal', 0.012, 0.025, height * 0.6),
  cylinder('glow', width / 2, height * 0.55, height),
];

export const smallPlant: Build = (width, height) => [
  cylinder('main', width * 0.34, 0, height * 0.42),
  ellipsoid('leaf', width / 2, height * 0.36, height),
];
