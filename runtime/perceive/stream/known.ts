/** All that is known of a picture so far: the photograph, and what the roles have found that are done with it. */
import type { Role } from '../../../compiler/std/perception.js';
import type { Findings, Given, Photo } from '../operators/findings.js';

export type Known = Partial<Findings>;

/**
 * What an operator of this role is given.
 *
 * @throws Error where what it reads was not found before: the plan is then wrong, which is our bug
 */
export function givenTo<R extends Role>(role: R, photo: Photo, known: Known): Given[R] {
  const given: { readonly [Any in Role]: () => Given[Any] } = {
    points: () => ({ photo }),
    objects: () => ({ photo }),
    masks: () => ({ photo, objects: needed(known.objects, role, 'objects') }),
    gravity: () => ({ photo, points: needed(known.points, role, 'points') }),
    facing: () => ({
      photo,
      points: needed(known.points, role, 'points'),
      objects: needed(known.objects, role, 'objects'),
      masks: needed(known.masks, role, 'masks'),
    }),
    captions: () => ({ photo, objects: needed(known.objects, role, 'objects') }),
    coverage: () => ({ photo, objects: needed(known.objects, role, 'objects') }),
  };
  return given[role]();
}

function needed<T>(found: T | undefined, by: Role, what: Role): T {
  if (found !== undefined) return found;
  throw new Error(`SPQ904: \`${by}\` reads \`${what}\`, which was not found before it`);
}
