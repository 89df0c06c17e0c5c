/** Sets as lists of members, and the orders of a set. */
import type * as ast from '../../compiler/syntax/ast.js';
import { factorial, permutation } from './draws.js';
import type { Scope } from './interpret.js';
import type { ListValue, Value } from './value.js';

/** The members; the orders of a set are its members' permutations, in lexicographic order of places. */
export function membersOf(scope: Scope, set: ast.SetExpression): readonly Value[] {
  switch (set.kind) {
    case 'set':
      return set.members.map(({ text }) => meaning(scope, text));
    case 'set name': {
      const value = meaning(scope, set.name.text);
      if (value.kind !== 'list' || value.items === null) throw new Error(`${set.name.text} is no set`);
      return value.items;
    }
    case 'orders':
      return ordersOf(membersOf(scope, set.of));
  }
}

export function ordersOf(members: readonly Value[]): readonly ListValue[] {
  if (members.length > 4) throw new Error('orders of at most four');
  return Array.from({ length: factorial(members.length) }, (_, i) => ({
    kind: 'list',
    items: permutation(members, i),
  }));
}

function meaning(scope: Scope, name: string): Value {
  const value = scope.names.get(name);
  if (value === undefined) throw new Error(`no ${name} for a set`);
  return value;
}

export function withName(scope: Scope, name: ast.Name, value: Value): Scope {
  return { ...scope, names: new Map([...scope.names, [name.text, value]]) };
}
