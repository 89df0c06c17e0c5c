/** The expressions that an expression is made of, lets, relations and facts seen through: what every walk goes by. */
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
    case 'angle':
      return [e.left, e.right];
    case 'not':
    case 'known':
    case 'abs':
    case 'negative':
    case 'component':
    case 'sector':
    case 'direction words':
    case 'view':
    case 'unit':
    case 'length':
      return [e.of];
    case 'path':
      return e.order ? [e.order] : [];
    case 'agree':
    case 'tally':
      return e.conditions;
    case 'tuple':
      return e.items;
    case 'if':
      return [e.condition, e.consequent, e.otherwise];
    case 'pick':
    case 'pick order':
    case 'sort':
      return e.by;
    case 'relation':
      return [e.relation.body];
    case 'user fact':
      return [e.fact.body];
    case 'count':
      return [e.where, ...e.categories];
    case 'exists':
      return [e.count.where, ...e.count.categories];
    case 'called':
      return [e.category];
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'fact':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'gap':
    case 'footprint':
    case 'overlap':
    case 'blocks':
    case 'axis':
    case 'error':
      return [];
  }
}

const sizes = new WeakMap<typed.Expression, number>();

/** Number of parts when lets, relations and facts are written out. */
export function sizeOf(e: typed.Expression): number {
  const known = sizes.get(e);
  if (known !== undefined) return known;
  const size = partsOf(e).reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(e, size);
  return size;
}

const broken = new WeakMap<typed.Expression, boolean>();

/** Whether a mistake that has been told is in it. */
export function isBroken(e: typed.Expression): boolean {
  const known = broken.get(e);
  if (known !== undefined) return known;
  const found = e.type.kind === 'error' || partsOf(e).some(isBroken);
  broken.set(e, found);
  return found;
}
