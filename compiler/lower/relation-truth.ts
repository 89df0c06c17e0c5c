/** The truth of a relation between the rows of two prefixes: what names are proven by. */
import type * as typed from '../check/typed.js';
import { column } from '../ir/build.js';
import type { Expression, Field } from '../ir/node.js';
import { lowerScalar } from './expression.js';
import type { Share } from './object-facts.js';
import type { Scope } from './scope.js';

/** `a r b`, a and b being prefixes of columns. */
export type RelationTruth = (relation: typed.Relation, a: string, b: string, share?: Share) => Expression;

export function relationTruth(settings: typed.Settings, facts: readonly Field[]): RelationTruth {
  const types = new Map(facts.map((f) => [f.name, f.type]));
  return (relation, a, b, share = (value) => value) => {
    const rows = new Map([
      [relation.left, a],
      [relation.right, b],
    ]);
    const scope: Scope = {
      settings,
      column: (entity, name) => column(`${rows.get(entity) ?? entity.name}.${name}`, types.get(name) ?? 'int'),
      share,
      valueOf: noTask,
      count: noTask,
    };
    return lowerScalar(relation.body, scope);
  };
}

function noTask(): never {
  throw new Error('SPQ904: a relation has no task');
}
