/**
 * Where a thing is of another, in words: every text that `words` can give, for each kind of frame.
 * In the camera's and the world's frame, "in front" is nearer to the viewer; in the frame of a viewer it is "ahead".
 */
import type { Frame } from '../types/frame.js';

/** Along right, up and forward: the word where the component is positive, and where it is negative. */
type Axis = readonly [positive: string, negative: string];

const across: Axis = ['to the right', 'to the left'];
const upright: Axis = ['above', 'below'];
const seen: Axis = ['behind', 'in front'];
const met: Axis = ['ahead', 'behind'];

const axesOf: Readonly<Record<Frame['kind'], readonly [Axis, Axis, Axis]>> = {
  camera: [across, upright, seen],
  world: [across, upright, seen],
  viewer: [across, upright, met],
};

/**
 * The 26 texts of a frame: number 9 r + 3 u + f - 1, where r, u, f are 0 for a component that is left out,
 * 1 for a positive one, 2 for a negative one; not all three are 0.
 */
export function wordsIn(frame: Frame['kind']): readonly string[] {
  const [rights, ups, forwards] = axesOf[frame];
  const states = (axis: Axis): readonly string[] => ['', ...axis];
  return states(rights)
    .flatMap((r) => states(ups).flatMap((u) => states(forwards).map((f) => listed([r, u, f]))))
    .slice(1);
}

/** "to the left, above and in front" */
function listed(words: readonly string[]): string {
  const said = words.filter((word) => word !== '');
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
