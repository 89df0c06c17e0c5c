/** `chunk_facts`: every candidate of a chunk of scenes, with every column of `objectDefinitions`, and those of the recipe. */
import { column, equal, named } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import type { OwnFact } from '../ir/program.js';
import { baseColumns, defineAll, inChunk, objectTable, sceneTable, typeOf } from './entity-rows.js';
import { objectDefinitions } from './object-facts.js';
import { ownDefinitions } from './own-facts.js';

/** Every candidate with every column of `objectDefinitions`. */
export function objectFacts(graph: Graph, own: readonly OwnFact[], chunked: boolean): Relation {
  const objects = graph.table('objects', 'o', objectTable);
  const rows = chunked ? graph.filter(objects, inChunk(column('o.scene', 'int'))) : objects;
  const placed = graph.join(
    rows,
    graph.table('scenes', 's', sceneTable),
    equal(column('o.scene', 'int'), column('s.scene', 'int')),
  );
  const base = baseColumns(objectTable, 'o');
  const definitions = { ...objectDefinitions, ...ownDefinitions(own) };
  const computed = defineAll(graph, placed, base, definitions);
  const all = [
    ...[...base].map(([name, value]) => named(name, value)),
    ...Object.keys(definitions).map((name) => named(name, column(name, typeOf(computed, name)))),
  ];
  return graph.project(graph.filter(computed, column('candidate', 'bool')), all);
}
