/**
 * What a value depends on: the entities it uses, and the orders (across the picture, into depth) that decide it.
 * The second is the information-flow half of S8; references reveal the other half.
 */
import type { Order } from '../std/facts.js';
import type * as typed from './typed.js';

/** `entity/order`, as in `a/across`. */
export type Decision = `${string}/${Order}`;
type Names = ReadonlyMap<string, readonly string[]>;

const both: readonly Order[] = ['across', 'depth'];
const none: Names = new Map();

/** Orders that decide a truth value, a choice among things, a side or a count. */
export function decisions(e: typed.Expression, names: Names = none): ReadonlySet<Decision> {
  const known = names === none ? decided.get(e) : undefined;
  if (known) return known;
  const found = collectDecisions(e, names);
  if (names === none) decided.set(e, found);
  return found;
}

const decided = new WeakMap<typed.Expression, ReadonlySet<Decision>>();

function collectDecisions(e: typed.Expression, names: Names): ReadonlySet<Decision> {
  const inner = (x: typed.Expression): readonly Decision[] => [...decisions(x, names)];
  switch (e.kind) {
    case 'less':
    case 'about':
    case 'exact':
      return new Set([...orders(e.left, names), ...orders(e.right, names)]);
    case 'sector':
      return new Set(orders(e.of, names));
    case 'and':
    case 'or':
      return new Set([...inner(e.left), ...inner(e.right)]);
    case 'not':
      return new Set(inner(e.of));
    case 'agree':
      return new Set(e.conditions.flatMap(inner));
    case 'if':
      return new Set([...inner(e.condition), ...inner(e.consequent), ...inner(e.otherwise)]);
    case 'relation':
      return decisions(
        e.relation.body,
        new Map([
          [e.relation.left.name, resolve(e.left.name, names)],
          [e.relation.right.name, resolve(e.right.name, names)],
        ]),
      );
    case 'pick':
      return new Set(orders(e.by, new Map([...names, [e.variable.name, e.members.map((m) => m.name)]])));
    case 'count':
      return decisions(e.where, names);
    case 'let':
      return decisions(e.let.value, names);
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
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'view':
    case 'called':
    case 'error':
      return new Set();
  }
}

const resolve = (name: string, names: Names): readonly string[] => names.get(name) ?? [name];

/** Orders that a compared value tells of. A distance is made of several facts of two things: an order reveals none of it. */
export function orders(e: typed.Expression, names: Names = none): readonly Decision[] {
  const known = names === none ? ordered.get(e) : undefined;
  if (known) return known;
  const found = [...new Set(collectOrders(e, names))];
  if (names === none) ordered.set(e, found);
  return found;
}

const ordered = new WeakMap<typed.Expression, readonly Decision[]>();

function collectOrders(e: typed.Expression, names: Names): readonly Decision[] {
  const of = (name: string, told: readonly Order[]): readonly Decision[] =>
    resolve(name, names).flatMap((n) => told.map((o): Decision => `${n}/${o}`));
  const inner = (x: typed.Expression): readonly Decision[] => orders(x, names);
  switch (e.kind) {
    case 'fact':
      return of(e.entity.name, e.fact.order);
    case 'component': {
      const told =
        e.of.type.kind === 'point' || e.of.type.kind === 'vector'
          ? componentOrders(e.component, e.of.type.frame.kind)
          : both;
      return entitiesOf(e.of).flatMap((name) => of(name, told));
    }
    case 'extent':
      return of(e.entity.name, componentOrders(e.component, 'camera'));
    case 'view':
      return entitiesOf(e).flatMap((name) => of(name, both));
    case 'abs':
    case 'negative':
      return inner(e.of);
    case 'arithmetic':
      return [...inner(e.left), ...inner(e.right)];
    case 'let':
      return inner(e.let.value);
    case 'if':
      return [...decisions(e.condition, names), ...inner(e.consequent), ...inner(e.otherwise)];
    case 'sector':
    case 'count':
    case 'pick':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
    case 'not':
    case 'agree':
    case 'relation':
      return [...decisions(e, names)];
    case 'distance':
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'extents':
    case 'called':
    case 'error':
      return [];
  }
}

/** World right and forward are the camera's on the horizontal; an object's frame turns both. */
function componentOrders(
  component: 'right' | 'up' | 'forward',
  frame: 'camera' | 'world' | 'viewer',
): readonly Order[] {
  if (component === 'up') return [];
  if (frame === 'viewer') return both;
  return component === 'right' ? ['across'] : ['depth'];
}

/** Names of the entities that a value uses, lets and relations seen through. */
export function entitiesOf(e: typed.Expression): readonly string[] {
  const known = entities.get(e);
  if (known) return known;
  const found = [...new Set(collectEntities(e))];
  entities.set(e, found);
  return found;
}

/** Lets are seen through, and one may stand in many: each is walked once. */
const entities = new WeakMap<typed.Expression, readonly string[]>();

function collectEntities(e: typed.Expression): readonly string[] {
  switch (e.kind) {
    case 'entity':
    case 'fact':
    case 'extents':
    case 'extent':
      return [e.entity.name];
    case 'component':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'not':
      return entitiesOf(e.of);
    case 'view':
      return [
        ...entitiesOf(e.of),
        ...(e.viewer.kind === 'entity' ? [e.viewer.at.name, ...(e.viewer.toward ? [e.viewer.toward.name] : [])] : []),
      ];
    case 'distance':
      return [e.from.name, e.to.name];
    case 'arithmetic':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
      return [...entitiesOf(e.left), ...entitiesOf(e.right)];
    case 'agree':
      return e.conditions.flatMap(entitiesOf);
    case 'called':
      return [e.thing.name, ...entitiesOf(e.category)];
    case 'relation':
      return [e.left.name, e.right.name];
    case 'if':
      return [e.condition, e.consequent, e.otherwise].flatMap(entitiesOf);
    case 'pick':
      return [...e.members.map((m) => m.name), ...entitiesOf(e.by)];
    case 'count':
      return entitiesOf(e.where);
    case 'let':
      return entitiesOf(e.let.value);
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'error':
      return [];
  }
}
