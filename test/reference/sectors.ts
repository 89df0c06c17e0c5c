/** Sectors of the horizontal plane with dead bands on both sides of every border. */
import type { Settings } from './settings.js';

export const SIDES = ['front', 'right', 'back', 'left'] as const;
export const COMPASS = [
  'front',
  'front right',
  'right',
  'back right',
  'back',
  'back left',
  'left',
  'front left',
] as const;
export const FACINGS = [
  'away from the camera',
  'away from the camera and to the right',
  'to the right',
  'towards the camera and to the right',
  'towards the camera',
  'towards the camera and to the left',
  'to the left',
  'away from the camera and to the left',
] as const;

/** Of a line, whichever way it is followed. */
export const LINES = ['along the view', 'near left to far right', 'across the view', 'near right to far left'] as const;

export const HOURS: readonly string[] = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((hour) => `${hour} o'clock`);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The sector clear of both borders that holds a horizontal vector (um), or unknown. */
export function sectorOfVector(
  x: number | null,
  y: number | null,
  names: readonly string[],
  settings: Settings,
): string | null {
  if (x === null || y === null) return null;
  const length = Math.sqrt(x * x + y * y);
  if (length < 3 * settings.length.absolute) return null;
  return sector(x, y, names, Math.max(settings.length.absolute, length * sinOfBand(names, settings)));
}

/** The same for a direction: only its angle counts. */
export function sectorOfDirection(x: number, y: number, names: readonly string[], settings: Settings): string | null {
  return sector(x, y, names, Math.sqrt(x * x + y * y) * sinOfBand(names, settings));
}

function sinOfBand(names: readonly string[], settings: Settings): number {
  return Math.sin(radians(Math.min(settings.angleDegrees, 360 / names.length / 4)));
}

function sector(x: number, y: number, names: readonly string[], clear: number): string | null {
  const width = 360 / names.length;
  const found = names.find((_, i) => {
    const [t1, t2] = [radians((i - 0.5) * width), radians((i + 0.5) * width)];
    const cross1 = x * Math.cos(t1) - y * Math.sin(t1);
    const cross2 = y * Math.sin(t2) - x * Math.cos(t2);
    return cross1 > clear && cross2 > clear;
  });
  return found ?? null;
}
