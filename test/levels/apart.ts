/** Who is clear of all others by the usual margins, for scenes that are laid out on a grid. */

export interface Margins {
  /** Of the greater one. */
  readonly share: number;
  readonly least: number;
}

/** Metres. Of volumes, three times the share and no least. */
export const LENGTHS: Margins = { share: 0.1, least: 0.1 };
export const VOLUMES: Margins = { share: 0.3, least: 0 };

/** More than the margin apart; a micrometre of it is left to rounding, which the grids of the tests never come near. */
export const clear = (x: number, y: number, { share, least }: Margins = LENGTHS): boolean =>
  Math.abs(x - y) > Math.max(least, share * Math.max(Math.abs(x), Math.abs(y))) + 1e-9;

/** The member with most, or what no thing is called where another is nearly as much. */
export function most(members: readonly string[], measure: (id: string) => number, margins: Margins = LENGTHS): string {
  const [first, second] = sorted(members, measure);
  if (first === undefined || second === undefined) return NOBODY;
  return clear(measure(first), measure(second), margins) ? first : NOBODY;
}

export const least = (
  members: readonly string[],
  measure: (id: string) => number,
  margins: Margins = LENGTHS,
): string => most(members, (id) => -measure(id), margins);

/** Most first; nobody where two are too close. */
export function order(
  members: readonly string[],
  measure: (id: string) => number,
  margins: Margins = LENGTHS,
): readonly string[] {
  const found = sorted(members, measure);
  const close = found.some((id, i) => i > 0 && !clear(measure(id), measure(found[i - 1] ?? ''), margins));
  return close ? [NOBODY] : found;
}

/** The answer to what must not be asked. */
export const NOBODY = 'nobody';

const sorted = (members: readonly string[], measure: (id: string) => number): readonly string[] =>
  [...members].sort((a, b) => measure(b) - measure(a));
