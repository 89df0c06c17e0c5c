/** Functions that are primitive, and the enumerations they give. Formulas: `lower/`, definitions: docs/semantics.md. */
import type { Enumeration } from '../types/type.js';

/** Values clockwise from straight ahead; value i is centred at i · 360/n degrees. */
export const sectors = {
  side: ['front', 'right', 'back', 'left'],
  compass8: ['front', 'front right', 'right', 'back right', 'back', 'back left', 'left', 'front left'],
  facing8: ['away', 'away right', 'right', 'towards right', 'towards', 'towards left', 'left', 'away left'],
} as const;

export type SectorName = keyof typeof sectors;

export function isSector(name: string): name is SectorName {
  return Object.hasOwn(sectors, name);
}

export function enumeration(name: SectorName): Enumeration {
  return { kind: 'enumeration', name, values: sectors[name] };
}

export const functions = {
  distance: { parameters: 2, about: 'from centre to centre' },
  span: { parameters: 1, about: 'the extents of a box along right, up and forward' },
  agree: { parameters: undefined, about: 'true if all are true, false if all are false, else unknown' },
  abs: { parameters: 1, about: 'magnitude' },
  side: { parameters: 1, about: 'front, right, back or left, of a vector' },
  compass8: { parameters: 1, about: 'one of eight directions, of a vector' },
  facing8: { parameters: 1, about: 'one of eight directions as the camera sees them, of a facing' },
} as const satisfies Record<string, { readonly parameters: number | undefined; readonly about: string }>;

export type FunctionName = keyof typeof functions;

export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** Names that a `choices` line may list: values of any enumeration. */
export const enumerationValues: ReadonlySet<string> = new Set(Object.values(sectors).flat());
