/** Drawn sets, `{xs: 3..5}`: the entities stand on a ring in a drawn order; from each place one set of a drawn size starts. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type DrawKey, draw, pick } from './draws.js';
import type { Entity } from './tuples.js';
import { compareBytes } from './whole-units.js';

/** @param number of the binder in the `for` line, from 1 */
export function setsOnRing(
  entities: readonly Entity[],
  binder: ast.EntityBinder,
  number: number,
  scene: DrawKey,
): readonly (readonly Entity[])[] {
  const { size } = binder;
  if (size === undefined) throw new Error('a drawn set has a size');
  const keyOf = ({ id }: Entity): DrawKey => ({ ...scene, ids: [id] });
  const ring = entities.map((each) => ({ each, at: draw(keyOf(each), `ring ${number}`) }));
  ring.sort((a, b) => a.at - b.at || compareBytes(a.each.id, b.each.id));
  return ring.flatMap(({ each }, start) => {
    const count = size.least + pick(keyOf(each), `size ${number}`, size.most - size.least + 1);
    const isBound = ring.length > count || (ring.length === count && start === 0);
    return isBound ? [around(ring, start, count)] : [];
  });
}

function around(ring: readonly { readonly each: Entity }[], start: number, count: number): readonly Entity[] {
  return Array.from({ length: count }, (_, i) => ring[(start + i) % ring.length]?.each).flatMap((each) => each ?? []);
}
