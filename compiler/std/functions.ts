/** Functions that are primitive, and the enumerations they give. Formulas: `lower/`, definitions: docs/semantics.md. */
import type { Enumeration } from '../types/type.js';

/** Values clockwise from straight ahead; value i of n is centred at i · 360/n degrees. */
export const sectors = {
  side: ['front', 'right', 'back', 'left'],
  compass8: ['front', 'front right', 'right', 'back right', 'back', 'back left', 'left', 'front left'],
  clock: ["12 o'clock", ...([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((hour) => `${hour} o'clock` as const)],
  facing8: [
    'away from the camera',
    'away from the camera and to the right',
    'to the right',
    'towards the camera and to the right',
    'towards the camera',
    'towards the camera and to the left',
    'to the left',
    'away from the camera and to the left',
  ],
  /** Of a line, which points either way: value i is centred at i · 180/n degrees, too. */
  axis4: ['along the view', 'near left to far right', 'across the view', 'near right to far left'],
} as const;

export type SectorName = keyof typeof sectors;

/** Enumerations of which `choices` may draw some values. */
export type EnumerationName = SectorName | 'words';

export const enumerationNames: readonly string[] = [...Object.keys(sectors), 'words'];

export function isEnumerationName(name: string): name is EnumerationName {
  return name === 'words' || isSector(name);
}

/**
 * For each value, the values that it excludes, those after it first: what can stand beside it as a wrong option.
 * Sectors exclude each other; of `words`, only those that contradict: "to the left" is no wrong answer beside "to the left and above".
 */
export function exclusions(name: string, values: readonly string[]): readonly (readonly number[])[] {
  const state = (i: number): readonly number[] => [Math.floor((i + 1) / 9), Math.floor((i + 1) / 3) % 3, (i + 1) % 3];
  const contradicts = (i: number, j: number): boolean =>
    state(i).some((s, k) => s !== 0 && state(j)[k] !== 0 && s !== state(j)[k]);
  return values.map((_, i) =>
    values
      .map((_, step) => (i + 1 + step) % values.length)
      .filter((j) => (name === 'words' ? contradicts(i, j) : j !== i)),
  );
}

export function isSector(name: string): name is SectorName {
  return Object.hasOwn(sectors, name);
}

export function enumeration(name: SectorName): Enumeration {
  return { kind: 'enumeration', name, values: sectors[name] };
}

/** `parameters`: how many; undefined: at least one. `takes`: what they are, for people. */
export const functions = {
  distance: { parameters: 2, takes: 'a, b', about: 'from centre to centre; also of pixels and the camera' },
  span: {
    parameters: 1,
    takes: 'a',
    about: 'the extents of its box, as ranges: `.right`, `.up` against gravity, `.forward`',
  },
  agree: {
    parameters: undefined,
    takes: 'p, q, …',
    about: 'true if all are true, false if all are false, else unknown',
  },
  abs: { parameters: 1, takes: 'x', about: 'magnitude, without sign' },
  side: { parameters: 1, takes: 'v', about: 'front, right, back or left, of a vector' },
  compass8: { parameters: 1, takes: 'v', about: 'one of eight directions, of a vector' },
  facing8: { parameters: 1, takes: 'a.facing', about: 'one of eight directions as the camera sees them, of a facing' },
  axis4: { parameters: 1, takes: 'axis(a)', about: 'how a line lies as the camera sees it: one of four ways' },
  clock: { parameters: 1, takes: 'v', about: "the nearest hour, of a vector: 12 o'clock is straight ahead" },
  words: {
    parameters: 1,
    takes: 'v',
    about: 'left or right, above or below, in front or behind: what of them is clear of a vector',
  },
  gap: { parameters: 2, takes: 'a, b', about: 'closest distance between two boxes; 0 where they touch' },
  footprint: { parameters: 1, takes: 'a', about: 'what a box covers of the floor' },
  overlap: {
    parameters: 2,
    takes: 'footprint(a), footprint(b)',
    about: 'share of the first footprint that lies over the second, at whatever heights',
  },
  angle: { parameters: 2, takes: 'u, v', about: 'between two vectors, two facings or two axes' },
  axis: {
    parameters: 1,
    takes: 'a',
    about: 'the line along which a thing faces, either way; of a table, that between its long sides',
  },
  unit: { parameters: 1, takes: 'v', about: 'a vector divided by its length' },
  length: {
    parameters: undefined,
    takes: 'o',
    about:
      'along the things of a list, from one to the next: `length(o)`, or `length(camera, o)` from a start; of a vector',
  },
} as const satisfies Record<
  string,
  { readonly parameters: number | undefined; readonly takes: string; readonly about: string }
>;

export type FunctionName = keyof typeof functions;

export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** Names that a `choices` line may list: values of any enumeration. */
export const enumerationValues: ReadonlySet<string> = new Set(Object.values(sectors).flat());
