/** typed -> IR, for expressions. The formulas are those of docs/semantics.md sections 3 and 4. */
import type * as typed from '../check/typed.js';
import { apply, bool, int, text, unknown } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { scalarOf } from './compare.js';
import { lowerCondition } from './condition.js';
import { wordsOf } from './finite-words.js';
import { fact } from './geometry.js';
import { lowerMeasure } from './measure.js';
import { pickOrder } from './pick-order.js';
import { renamed, type Scope } from './scope.js';
import { pick, sort, tally } from './sets.js';
import { scalar, type Value } from './value.js';

export function lower(e: typed.Expression, scope: Scope): Value {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'enumeration':
    case 'boolean':
    case 'entity':
    case 'unknown':
    case 'words':
    case 'list':
    case 'let':
    case 'fact':
    case 'user fact':
    case 'tuple':
      return plain(e, scope);
    case 'component':
    case 'extent':
    case 'view':
    case 'distance':
    case 'path':
    case 'length':
    case 'gap':
    case 'overlap':
    case 'axis':
    case 'angle':
    case 'unit':
    case 'direction words':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'arithmetic':
      return lowerMeasure(e, scope);
    case 'agree':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'called':
    case 'relation':
    case 'blocks':
    case 'exists':
      return lowerCondition(e, scope);
    case 'if':
      return scalar(conditional(e, scope));
    case 'pick':
      return pick(e, scope);
    case 'pick order':
      return pickOrder(e, scope);
    case 'sort':
      return sort(e, scope);
    case 'tally':
      return tally(e, scope);
    case 'count':
      return scope.count(e);
    case 'option':
    case 'extents':
    case 'footprint':
      throw new Error(`SPQ904: ${e.kind} has no value of its own`);
    case 'error':
      throw new Error('SPQ904: a mistaken recipe reached lowering');
  }
}

/** The one expression of a value that has one: a count is its known value. */
export function lowerScalar(e: typed.Expression, scope: Scope): Expression {
  return scalarOf(lower(e, scope));
}

/** What is written as it is, what has a name, and what a thing has. */
type Plain = Extract<
  typed.Expression,
  {
    kind:
      | ('number' | 'text' | 'enumeration' | 'boolean' | 'entity' | 'unknown' | 'words' | 'list')
      | ('let' | 'fact' | 'user fact' | 'tuple');
  }
>;

function plain(e: Plain, scope: Scope): Value {
  switch (e.kind) {
    case 'number':
      return scalar(int(e.whole));
    case 'text':
    case 'enumeration':
      return scalar(text(e.value));
    case 'boolean':
      return scalar(bool(e.value));
    case 'entity':
      return e.entity.kind === 'category'
        ? scalar(scope.column(e.entity, 'category'))
        : { kind: 'entity', entity: e.entity };
    case 'unknown':
      return scalar(unknown('text'));
    case 'words':
      return scalar(text(wordsOf(e.words, 'plain')));
    case 'list':
      return { kind: 'list', members: e.members };
    case 'let':
      return scope.valueOf(e.let);
    case 'fact':
      return fact(e.entity, e.fact, scope);
    case 'user fact':
      return lower(e.fact.body, renamed(scope, new Map([[e.fact.parameter, e.entity]])));
    case 'tuple':
      return { kind: 'tuple', items: e.items.map((i) => lower(i, scope)) };
  }
}

function conditional(e: Extract<typed.Expression, { kind: 'if' }>, scope: Scope): Expression {
  const condition = lowerScalar(e.condition, scope);
  const [a, b] = [lowerScalar(e.consequent, scope), lowerScalar(e.otherwise, scope)];
  // `unknown` takes the type of the other branch.
  const type = e.consequent.type.kind === 'unknown' ? b.type : a.type;
  const typedAs = (branch: typed.Expression, value: Expression): Expression =>
    branch.type.kind === 'unknown' ? unknown(type) : value;
  return apply('if', type, condition, typedAs(e.consequent, a), typedAs(e.otherwise, b));
}
