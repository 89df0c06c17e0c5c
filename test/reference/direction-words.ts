/** `words(v)`: where the end of a vector is of its start, and which of these texts contradict each other. */
import type { FramedPlace } from './value.js';

const STATES = (isViewers: boolean): readonly (readonly [string, string])[] => [
  ['to the right', 'to the left'],
  ['above', 'below'],
  isViewers ? ['ahead', 'behind'] : ['behind', 'in front'],
];

/** 0: left out, 1: positive, 2: negative; along right, up, forward. */
type State = readonly number[];

/** Number 9 r + 3 u + f - 1 of 26. */
const STATE_OF_ALL: readonly State[] = Array.from({ length: 26 }, (_, i) => [
  Math.floor((i + 1) / 9),
  Math.floor((i + 1) / 3) % 3,
  (i + 1) % 3,
]);

function textOf(state: State, isViewers: boolean): string {
  const said = STATES(isViewers).flatMap((words, i) => words[(state[i] ?? 0) - 1] ?? []);
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

export function allWords(isViewers: boolean): readonly string[] {
  return STATE_OF_ALL.map((state) => textOf(state, isViewers));
}

/** Whether number j says the contrary of number i of some component. */
export function doContradict(i: number, j: number): boolean {
  const [a, b] = [STATE_OF_ALL[i] ?? [], STATE_OF_ALL[j] ?? []];
  return a.some((state, k) => state !== 0 && b[k] !== 0 && state !== b[k]);
}

/** Unknown where a component is neither clear nor clearly none, or none is clear. */
export function wordsOfPlace({ right, up, forward, isViewers }: FramedPlace, margin: number): string | null {
  const state = [right, up, forward].map((c) => {
    if (c === null) return null;
    if (Math.abs(c) > margin) return c > 0 ? 1 : 2;
    return 2 * Math.abs(c) < margin ? 0 : null;
  });
  const known = state.flatMap((each) => each ?? []);
  if (known.length < 3 || known.every((each) => each === 0)) return null;
  return textOf(known, isViewers);
}
