/** What a thing may be called (S5): its label and wider names surely, narrower and neighbouring ones perhaps. */
import { apply, equal, text, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';

/** `x called c`: true, false or unknown. */
export function calledExpression(x: (column: string) => Expression, name: Expression): Expression {
  const unknown: Expression = { kind: 'literal', value: null, type: 'bool' };
  return when(
    [
      [equal(x('category'), text('*')), unknown],
      [apply('contains', 'bool', x('names'), name), { kind: 'literal', value: true, type: 'bool' }],
      [apply('contains', 'bool', x('maybe_names'), name), unknown],
    ],
    { kind: 'literal', value: false, type: 'bool' },
  );
}
