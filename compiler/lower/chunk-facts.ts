/** `chunk_facts`: every candidate of a chunk of scenes, with every column of `objectDefinitions`. */
import { column, equal, named } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import { baseColumns, defineAll, inChunk, objectTable, sceneTable, typeOf } from './entity-rows.js';
import { objectDefinitions } from './object-facts.js';

/** Every candidate with every column of `objectDefinitions`. */
export function objectFacts(graph: Graph, chunked: boolean): Relation {
  const objects = graph.table('objects', 'o', objectTable);
  const rows = chunked ? graph.filter(objects, inChunk(column('o.scene', 'int'))) : objects;
  const placed = graph.join(
    rows,
    graph.table('scenes', 's', sceneTable),
    equal(column('o.scene', 'int'), column('s.scene', 'int')),
  );
  const base = baseColumns(objectTable, 'o');
  const computed = defineAll(graph, placed, base, objectDefinitions);
  const all = [
    ...[...base].map(([name, value]) => named(name, value)),
    ...Object.keys(objectDefinitions).map((name) => named(name, column(name, typeOf(computed, name)))),
  ];
  return graph.project(graph.filter(computed, column('candidate', 'bool')), all);
}
