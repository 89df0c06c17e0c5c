/** `chunk_facts`: every candidate of a chunk of scenes, with every column of `objectDefinitions`. */
import { and, column, equal, int, named } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import { baseColumns, defineAll, inChunk, objectTable, sceneTable, typeOf, vocabularyTable } from './entity-rows.js';
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
  const listed = graph.total(
    placed,
    graph.table('vocabulary', 'w', vocabularyTable),
    and(
      equal(column('w.source', 'text'), column('o.source', 'text')),
      equal(column('w.label', 'text'), column('o.category', 'text')),
      column('w.countable', 'bool'),
    ),
    [named('listed', int(1))],
  );
  const base = new Map([...baseColumns(objectTable, 'o'), ['listed', column('listed', 'int')] as const]);
  const computed = defineAll(graph, listed, base, objectDefinitions);
  const kept = [...base].filter(([name]) => name !== 'listed');
  const all = [
    ...kept.map(([name, value]) => named(name, value)),
    ...Object.keys(objectDefinitions).map((name) => named(name, column(name, typeOf(computed, name)))),
  ];
  return graph.project(graph.filter(computed, column('candidate', 'bool')), all);
}
