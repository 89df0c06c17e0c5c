/** `chunk_pixels`: sampled pixels with the columns that tasks may read. */
import {
  absolute,
  atMost,
  column,
  divide,
  equal,
  floorDivide,
  int,
  isTrue,
  item,
  join,
  multiply,
  named,
  real,
  subtract,
  text,
  toText,
  where,
  whole,
} from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Relation } from '../ir/node.js';
import { lengthPrefixed } from './draw.js';
import { keyDefinitions } from './entity-keys.js';
import { baseColumns, defineAll, inChunk, pixelTable, sceneTable, typeOf } from './entity-rows.js';
import { type Definition, type Need, objectDefinitions } from './object-facts.js';

/** How far from the floor a point of it may be measured, in micrometres. */
const onFloorUm = 10_000;

/** Zones of a picture per unit of slope, to the right of the optical axis and below it. */
const zonesPerSlope = 8;

/** The slope of a ray to the right, or down, in whole zones. */
const steps = (point: Expression, axis: number): Expression => {
  const slope = divide(item(point, int(axis)), item(point, int(2)));
  return toText(floorDivide(whole(multiply(slope, real(1e6))), int(1e6 / zonesPerSlope)));
};

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
    zone: (need) => join(steps(need('point'), 0), text(' '), steps(need('point'), 1)),
    key: (need) => lengthPrefixed(need('pixel_id')),
    ...keyDefinitions('pixel_id'),
  };
  const computed = defineAll(graph, placed, base, definitions);
  return graph.project(computed, [
    ...[...base].map(([n, value]) => named(n, value)),
    ...Object.keys(definitions).map((n) => named(n, column(n, typeOf(computed, n)))),
  ]);
}
