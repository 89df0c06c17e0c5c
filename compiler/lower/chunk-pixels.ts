/** `chunk_pixels`: sampled pixels with the columns that tasks may read. */
import {
  absolute,
  atMost,
  column,
  equal,
  int,
  isTrue,
  item,
  multiply,
  named,
  real,
  subtract,
  where,
  whole,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import { baseColumns, defineAll, inChunk, pixelTable, sceneTable, typeOf } from './entity-rows.js';
import { type Definition, lengthPrefixed, type Need, objectDefinitions } from './object-facts.js';

/** How far from the floor a point of it may be measured, in micrometres. */
const onFloorUm = 10_000;

/** Sampled pixels: the columns that tasks may read. */
export function pixelFacts(graph: Graph): Relation {
  const pixels = graph.filter(graph.table('pixels', 'p', pixelTable), inChunk(column('p.scene', 'int')));
  const placed = graph.join(
    pixels,
    graph.table('scenes', 's', sceneTable),
    equal(column('p.scene', 'int'), column('s.scene', 'int')),
  );
  const base = baseColumns(pixelTable, 'p');
  const pick = (names: readonly string[]): Readonly<Record<string, Definition>> =>
    Object.fromEntries(names.flatMap((n) => (objectDefinitions[n] ? [[n, objectDefinitions[n]]] : [])));
  const definitions: Readonly<Record<string, Definition>> = {
    ...Object.fromEntries(
      ['x', 'y', 'z'].map((c, i) => [
        `c${c}`,
        (need: Need) => where(need('metric'), whole(multiply(item(need('point'), int(i)), real(1e6)))),
      ]),
    ),
    ...pick([
      'ux',
      'uy',
      'uz',
      'upright',
      'depth',
      'distance',
      'scene_key',
      'height_above',
      'wfx',
      'wfy',
      'wfz',
      'wrx',
      'wry',
      'wrz',
      'world_right',
      'world_up',
      'world_forward',
    ]),
    /** Height of the point above the floor. */
    base: (need) => whole(subtract(need('height_above'), multiply(need('floor_height'), real(1e6)))),
    on_floor: (need) => isTrue(atMost(absolute(need('base')), int(onFloorUm))),
    key: (need) => lengthPrefixed(need('pixel_id')),
  };
  const computed = defineAll(graph, placed, base, definitions);
  return graph.project(computed, [
    ...[...base].map(([n, value]) => named(n, value)),
    ...Object.keys(definitions).map((n) => named(n, column(n, typeOf(computed, n)))),
  ]);
}
