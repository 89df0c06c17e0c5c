/** Which things an expression speaks of, and which it may be worth. */
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

/** Names of the entities that a value uses, lets and relations seen through. */
export const entitiesOf = (e: typed.Expression): readonly string[] => [...new Set(thingsOf(e).map((t) => t.name))];

const known = new WeakMap<typed.Expression, readonly typed.Entity[]>();

/** The entities that a value uses; the two sides of a relation stand for what is given for them. */
export function thingsOf(e: typed.Expression): readonly typed.Entity[] {
  const before = known.get(e);
  if (before) return before;
  const found = [...new Set([...ownThings(e), ...(isCall(e) ? [] : partsOf(e).flatMap(thingsOf))])];
  known.set(e, found);
  return found;
}

/** Its body speaks of parameters. */
const isCall = (e: typed.Expression): boolean => e.kind === 'relation' || e.kind === 'user fact';

const places = (...of: readonly (typed.Place | undefined)[]): readonly typed.Entity[] =>
  of.flatMap((p) => (p === undefined || p === 'camera' ? [] : [p]));

/** Those that the expression itself names, not its parts. */
export function ownThings(e: typed.Expression): readonly typed.Entity[] {
  switch (e.kind) {
    case 'entity':
    case 'fact':
    case 'user fact':
    case 'extents':
    case 'extent':
    case 'footprint':
    case 'axis':
      return [e.entity];
    case 'list':
    case 'pick':
    case 'pick order':
    case 'sort':
      return e.members;
    case 'distance':
    case 'gap':
      return places(e.from, e.to);
    case 'overlap':
      return [e.of, e.over];
    case 'blocks':
      return places(e.blocker, e.hidden, e.eye);
    case 'path':
      return places(e.from, ...e.members);
    case 'view':
      return e.viewer.kind === 'entity' ? places(e.viewer.at, e.viewer.toward) : [];
    case 'called':
      return [e.thing];
    case 'relation':
      return [e.left, e.right];
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'let':
    case 'unknown':
    case 'option':
    case 'words':
    case 'tuple':
    case 'component':
    case 'angle':
    case 'unit':
    case 'length':
    case 'direction words':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'agree':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'if':
    case 'tally':
    case 'count':
    case 'exists':
    case 'error':
      return [];
  }
}

/** The entities that a value may be, or that it may list: the options of a question whose answer it is. */
export function mayBe(e: typed.Expression): readonly typed.Entity[] {
  if (e.kind === 'entity') return [e.entity];
  if (e.kind === 'let') return mayBe(e.let.value);
  if (e.kind === 'if') return [...mayBe(e.consequent), ...mayBe(e.otherwise)];
  if (e.kind === 'tuple') return e.items.flatMap(mayBe);
  const chosen = e.kind === 'pick' || e.kind === 'pick order' || e.kind === 'sort' || e.kind === 'list';
  return chosen ? e.members : [];
}
