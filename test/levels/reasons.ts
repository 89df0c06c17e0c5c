/** Why a task has no rows of some edges, and the rows that many tasks have. */
import type { Cell, Edge } from './rows.js';
import { silent } from './rows.js';

type Some<E extends Edge> = Readonly<Record<E, Cell>>;

/** A number is told, and no guard compares it. */
export const measured = {
  'at the margin': 'nothing is compared',
  'past the margin': 'nothing is compared',
  'at a border': 'has no sectors',
  'a tie': 'nothing is compared',
} as const satisfies Some<'at the margin' | 'past the margin' | 'at a border' | 'a tie'>;

export const noBorder = { 'at a border': 'has no sectors' } as const;
export const noTie = { 'a tie': 'nothing is chosen among' } as const;
export const anyFront = { 'no front': 'fronts do not matter' } as const;
export const anyFloor = { 'no floor': 'heights above the floor do not matter' } as const;
export const anyCoverage = { 'not covered': 'nothing is counted' } as const;

export const anyGravity = { 'no gravity': 'the frame of the camera is enough' } as const;

/** Neither fronts nor the floor, gravity or coverage matter. */
export const anywhere = { ...anyFront, ...anyFloor, ...anyCoverage, ...anyGravity } as const;

/** Two or more things are needed. */
export const several: Some<'one thing' | 'nothing'> = { 'one thing': [silent('one')], nothing: [silent('nothing')] };
