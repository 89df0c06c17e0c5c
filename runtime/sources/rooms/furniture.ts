/**
 * The shapes of furniture: things that stand on the floor. Each fills its width x height x depth box exactly.
 */

import { type Build, box, cylinder, ellipsoid, legs } from './shape.js';

export const chair: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  const seat = height * 0.5;
  return [
    ...legs('wood', width, depth, 0.04, seat - 0.05),
    box('main', [-x, x], [-y, y], [seat - 0.05, seat]),
    box('main', [-x, x], [-y, -y + 0.04], [seat, height]),
  ];
};

const padded =
  (arm: number, cushions: number): Build =>
  (width, height, depth) => {
    const x = width / 2;
    const y = depth / 2;
    const seat = height * 0.5;
    const inner = width - 2 * arm;
    const cushion = Array.from({ length: cushions }, (_, k) => {
      const left = -x + arm + (inner * k) / cushions;
      return box('main', [left + 0.005, left + inner / cushions - 0.005], [-y + 0.2, y - 0.01], [seat - 0.14, seat]);
    });
    return [
      box('second', [-x, x], [-y, y], [0, seat - 0.14]),
      ...cushion,
      box('main', [-x, x], [-y, -y + 0.2], [seat - 0.14, height]),
      box('second', [-x, -x + arm], [-y + 0.2, y], [seat - 0.14, height * 0.7]),
      box('second', [x - arm, x], [-y + 0.2, y], [seat - 0.14, height * 0.7]),
    ];
  };

export const armchair: Build = padded(0.12, 1);
export const sofa: Build = padded(0.16, 2);

export const stool: Build = (width, height) => [
  cylinder('main', width / 2, height - 0.05, height),
  cylinder('metal', 0.025, 0.03, height - 0.05),
  cylinder('metal', width * 0.42, 0, 0.03),
];

export const table: Build = (width, height, depth) => [
  ...legs('second', width, depth, 0.06, height - 0.04),
  box('wood', [-width / 2, width / 2], [-depth / 2, depth / 2], [height - 0.04, height]),
];

export const desk: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  return [
    box('wood', [-x, x], [-y, y], [height - 0.03, height]),
    box('main', [x - 0.4, x], [-y, y], [0, height - 0.03]),
    box('main', [-x, -x + 0.04], [-y, y], [0, height - 0.03]),
  ];
};

/** A closed body on a plinth, with `doors` doors side by side and `rows` of them. */
const closed =
  (doors: number, rows: number): Build =>
  (width, height, depth) => {
    const x = width / 2;
    const y = depth / 2;
    const parts = [
      box('dark', [-x + 0.02, x - 0.02], [-y + 0.02, y - 0.04], [0, 0.05]),
      box('main', [-x, x], [-y, y - 0.02], [0.05, height]),
    ];
    for (let door = 0; door < doors; door++) {
      for (let row = 0; row < rows; row++) {
        const left = -x + (width * door) / doors;
        const bottom = 0.05 + ((height - 0.05) * row) / rows;
        const right = left + width / doors;
        const top = bottom + (height - 0.05) / rows;
        parts.push(box('second', [left + 0.008, right - 0.008], [y - 0.02, y], [bottom + 0.008, top - 0.008]));
      }
    }
    return parts;
  };

export const cabinet: Build = closed(2, 1);
export const wardrobe: Build = closed(3, 1);
export const nightstand: Build = closed(1, 2);

export const bookshelf: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  const shelves = Math.max(2, Math.round(height / 0.36));
  const parts = [
    box('wood', [-x, -x + 0.025], [-y, y], [0, height]),
    box('wood', [x - 0.025, x], [-y, y], [0, height]),
    box('wood', [-x + 0.025, x - 0.025], [-y, -y + 0.015], [0, height]),
    // The rows of books are one block: the shelf boards stand out in front of it and part it.
    box('books', [-x + 0.03, x - 0.03], [-y + 0.015, y - 0.07], [0.03, height - 0.08]),
  ];
  for (let shelf = 0; shelf <= shelves; shelf++) {
    const bottom = ((height - 0.025) * shelf) / shelves;
    parts.push(box('wood', [-x + 0.025, x - 0.025], [-y + 0.015, y], [bottom, bottom + 0.025]));
  }
  return parts;
};

export const bed: Build = (width, height, depth) => {
  const x = width / 2;
  const y = depth / 2;
  const top = Math.min(0.5, height - 0.02);
  const pillow = [-y + 0.1, -y + 0.45] as const;
  return [
    box('wood', [-x, x], [-y, -y + 0.05], [0, height]),
    box('wood', [-x, x], [-y + 0.05, y], [0.08, 0.28]),
    box('light', [-x + 0.02, x - 0.02], [-y + 0.05, y - 0.02], [0.28, top - 0.06]),
    box('main', [-x + 0.01, x - 0.01], [-y + 0.5, y - 0.01], [0.26, top - 0.05]),
    box('light', [-x + 0.08, -0.04], pillow, [top - 0.06, top]),
    box('light', [0.04, x - 0.08], pillow, [top - 0.06, top]),
    ...legs('wood', width, depth, 0.07, 0.08),
  ];
};

export const floorLamp: Build = (width, height) => [
  cylinder('metal', width * 0.38, 0, 0.03),
  cylinder('metal', 0.018, 0.03, height - 0.3),
  cylinder('glow', width / 2, height - 0.3, height),
];

export const floorPlant: Build = (width, height) => {
  const pot = height * 0.3;
  return [
    cylinder('main', width * 0.36, 0, pot),
    cylinder('wood', 0.02, pot, height * 0.6),
    ellipsoid('leaf', width * 0.36, pot * 0.9, height * 0.72),
    ellipsoid('leaf', width / 2, height * 0.45, height),
  ];
};
