/** The relations that a relation is made of, in their order. */
import type { Relation } from './node.js';

export function inputsOf(relation: Relation): readonly Relation[] {
  switch (relation.kind) {
    case 'table':
    case 'series':
      return [];
    case 'compute':
    case 'filter':
    case 'lookup':
    case 'place':
    case 'top':
    case 'project':
      return [relation.input];
    case 'join':
      return [relation.left, relation.right];
    case 'total':
      return [relation.input, relation.each];
  }
}
