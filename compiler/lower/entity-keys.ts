/** What draws know of an entity: its keys, alone and after those of its scene (docs/semantics.md section 5). */
import { join, named } from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import { digestOf, followed, type Keys, keysOf, lengthPrefixed } from './draw.js';
import type { Definition, Need } from './object-facts.js';

/** Columns of the keys of an entity alone, and of the first of a tuple, with its scene's before it. */
export const ownKeys = ['own_1', 'own_2'] as const;
export const firstKeys = ['first_1', 'first_2'] as const;

/** Columns that draws alone read: they are no facts. */
export const ofDraws: ReadonlySet<string> = new Set(['scene_digest', 'own_digest', ...ownKeys, ...firstKeys]);

/** @param id the column that names the entity in its scene */
export function keyDefinitions(id: string): Readonly<Record<string, Definition>> {
  const own = (need: Need): Keys => [need('own_1'), need('own_2')];
  const first = (need: Need): Keys => followed(keysOf(need('scene_digest')), own(need));
  return {
    scene_digest: (need) => digestOf(sceneFields(need)),
    own_digest: (need) => digestOf(lengthPrefixed(need(id))),
    own_1: (need) => keysOf(need('own_digest'))[0],
    own_2: (need) => keysOf(need('own_digest'))[1],
    first_1: (need) => first(need)[0],
    first_2: (need) => first(need)[1],
  };
}

const sceneFields = (need: Need): Expression => join(lengthPrefixed(need('source')), lengthPrefixed(need('scene_id')));

/** The same as columns of a row that is made at once. */
export function keyColumns(source: Expression, scene: Expression, id: Expression): readonly Named[] {
  const own = keysOf(digestOf(lengthPrefixed(id)));
  const first = followed(keysOf(digestOf(join(lengthPrefixed(source), lengthPrefixed(scene)))), own);
  return [
    ...ownKeys.map((n, i) => named(n, own[i] ?? own[0])),
    ...firstKeys.map((n, i) => named(n, first[i] ?? first[0])),
  ];
}
