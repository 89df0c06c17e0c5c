/** How many things of a kind a task with drawn sets binds at once: where no scene has so many, a run can say so. */
import type * as typed from '../check/typed.js';
import type { LargestSet } from '../ir/program.js';

/** One for each kind of which a set is drawn; categories are counted by no table of a scene. */
export function largestSetsOf({ binders }: typed.Task): readonly LargestSet[] {
  return (['object', 'pixel'] as const).flatMap((kind) => {
    const alike = binders.filter((b) => b.kind === kind);
    const drawn = alike.flatMap(({ size }) => (size ? [size] : []));
    const named = alike.reduce((sum, { size, entities }) => sum + (size ? 0 : entities.length), 0);
    const others = drawn.reduce((sum, { least }) => sum + least, named);
    return drawn.map(({ least, most }) => ({ kind, size: most, beside: others - least }));
  });
}
