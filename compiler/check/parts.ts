/** The expressions that an expression is made of, lets and relations seen through: what every walk goes by. */
import type * as typed from './typed.js';

export function partsOf(e: typed.Expression): readonly typed.Expression[] {
  switch (e.kind) {
    case 'let':
      return [e.let.value];
    case 'arithmetic':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
      return [e.left, e.right];
    case 'not':
    case 'abs':
    case 'negative':
    case 'component':
    case 'sector':
    case 'view':
      return [e.of];
    case 'agree':
      return e.conditions;
    case 'if':
      return [e.condition, e.consequent, e.otherwise];
    case 'pick':
      return [e.by];
    case 'relation':
      return [e.relation.body];
    case 'count':
      return [e.where, ...e.categories];
    case 'called':
      return [e.category];
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'fact':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'error':
      return [];
  }
}

const sizes = new WeakMap<typed.Expression, number>();

/** Number of parts when lets and relations are written out. */
export function sizeOf(e: typed.Expression): number {
  const known = sizes.get(e);
  if (known !== undefined) return known;
  const size = partsOf(e).reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(e, size);
  return size;
}
