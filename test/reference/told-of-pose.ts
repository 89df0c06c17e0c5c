/** What is told of a thing that stands elsewhere is told of the thing, of where it stands and of where it looks. */
import { z } from 'zod';
import type { PoseParts } from './told-scope.js';
import type { Triple } from './triples.js';

const SIZES = ['height', 'width', 'depth_extent', 'volume', 'footprint', 'category'];

const names = z.array(z.string());
const Parts = z.object({ thing: names, at: names, toward: names, isTurnedTo: z.boolean() });

/** The name of such a thing says what it is made of; no other thing is called so. */
const partsOf = (name: string): PoseParts | undefined =>
  name.startsWith('{') ? Parts.parse(JSON.parse(name)) : undefined;

export function toldOfPose(triple: Triple): readonly Triple[] {
  const parts = partsOf(triple.thing);
  if (parts === undefined) return [triple];
  const of = (things: readonly string[], ...aspects: readonly string[]): readonly Triple[] =>
    things.flatMap((thing) => aspects.map((aspect) => ({ thing, aspect, level: triple.level })));
  const { aspect } = triple;
  const found = SIZES.includes(aspect)
    ? of(parts.thing, aspect)
    : aspect !== 'facing'
      ? [...of(parts.at, aspect), ...(aspect === 'up' ? of(parts.thing, 'height') : [])]
      : parts.isTurnedTo
        ? of([...parts.at, ...parts.toward], 'right', 'forward')
        : of(parts.thing, aspect);
  return found.flatMap(toldOfPose);
}
