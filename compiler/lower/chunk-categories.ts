/** `chunk_categories`: the categories that a scene covers, present or absent. */
import { and, apply, below, column, equal, int, isTrue, join, named } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Field, Relation } from '../ir/node.js';
import { lengthPrefixed } from './draw.js';
import { keyColumns } from './entity-keys.js';
import { field, inChunk, ofScene, sceneTable, vocabularyTable } from './entity-rows.js';

/** One row per scene and category of its vocabulary that it covers; `present` where some certain candidate is called so. */
export function categoryFacts(graph: Graph, facts: readonly Field[]): Relation {
  const scenes = graph.filter(
    graph.table('scenes', 's', [...sceneTable, field('source', 'text')]),
    inChunk(column('s.scene', 'int')),
  );
  const words = graph.join(
    scenes,
    graph.table('vocabulary', 'w', vocabularyTable),
    and(
      equal(column('s.source', 'text'), column('w.source', 'text')),
      column('w.countable', 'bool'),
      apply('contains', 'bool', column('s.covered', 'texts'), column('w.label', 'text')),
    ),
  );
  const x = graph.table('chunk_facts', 'x', facts);
  const counted = graph.total(words, x, {
    keys: ['s.scene', 'w.label'],
    on: and(equal(column('x.scene', 'int'), column('s.scene', 'int')), column('x.certain', 'bool')),
    layers: [],
    where: isTrue(apply('contains', 'bool', column('x.names', 'texts'), column('w.label', 'text'))),
    totals: [named('bearers', int(1))],
  });
  const scene = [...ofScene, 'scene', 'source'] as const;
  return graph.project(counted, [
    ...scene.map((n) => named(n, column(`s.${n}`, sceneTable.find((f) => f.name === n)?.type ?? 'text'))),
    named('category', column('w.label', 'text')),
    ...['singular', 'plural', 'article'].map((n) => named(n, column(`w.${n}`, 'text'))),
    named('present', below(int(0), column('bearers', 'int'))),
    named('scene_key', join(lengthPrefixed(column('s.source', 'text')), lengthPrefixed(column('s.scene_id', 'text')))),
    named('key', lengthPrefixed(column('w.label', 'text'))),
    ...keyColumns(column('s.source', 'text'), column('s.scene_id', 'text'), column('w.label', 'text')),
  ]);
}
