/** The comparison that decided a question: the first in its condition or choice. */
import type * as typed from '../check/typed.js';
import { renamed, type Scope } from './scope.js';

export interface Deciding {
  readonly e: Extract<typed.Expression, { kind: 'less' | 'about' | 'exact' | 'pick' | 'pick order' | 'sort' }>;
  /** Where its operands have their values. */
  readonly scope: Scope;
}

/** Undefined where nothing is compared. */
export function decidingComparison(e: typed.Expression, scope: Scope): Deciding | undefined {
  switch (e.kind) {
    case 'less':
    case 'about':
    case 'exact':
    case 'pick':
    case 'pick order':
    case 'sort':
      return { e, scope };
    case 'agree':
      return e.conditions.map((c) => decidingComparison(c, scope)).find((found) => found !== undefined);
    case 'and':
    case 'or':
      return decidingComparison(e.left, scope) ?? decidingComparison(e.right, scope);
    case 'not':
      return decidingComparison(e.of, scope);
    case 'user fact':
      return decidingComparison(e.fact.body, renamed(scope, new Map([[e.fact.parameter, e.entity]])));
    case 'relation':
      return decidingComparison(
        e.relation.body,
        renamed(
          scope,
          new Map([
            [e.relation.left, e.left],
            [e.relation.right, e.right],
          ]),
        ),
      );
    case 'if':
      return decidingComparison(e.condition, scope);
    case 'let':
      return decidingComparison(e.let.value, scope);
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'fact':
    case 'component':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'view':
    case 'called':
    case 'count':
    case 'exists':
    case 'tally':
    case 'known':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'tuple':
    case 'gap':
    case 'footprint':
    case 'overlap':
    case 'blocks':
    case 'angle':
    case 'axis':
    case 'unit':
    case 'path':
    case 'length':
    case 'direction words':
    case 'error':
      return undefined;
  }
}
