/**
 * Information flow (docs/semantics.md section 6.2): which aspects of which things decide a value by comparison
 * within it, which a value tells by being compared, and which by being the answer.
 */
import { type Aspect, aspectsOfFact, aspectsOfOwn } from '../../std/aspects.js';
import { thingsOf } from '../dependencies.js';
import { partsOf } from '../parts.js';
import type * as typed from '../typed.js';
import { at, decidingLevels, distinct, given, type Triples, triples } from './triples.js';

/** Lets are seen through, and one may stand in many: each expression is walked once. */
function remembered(find: (e: typed.Expression) => Triples): (e: typed.Expression) => Triples {
  const known = new WeakMap<typed.Expression, Triples>();
  return (e) => {
    const before = known.get(e);
    if (before) return before;
    const found = distinct(find(e), decidingLevels);
    known.set(e, found);
    return found;
  };
}

/** What is decided by comparison within an expression. */
export const decides: (e: typed.Expression) => Triples = remembered((e) => {
  switch (e.kind) {
    case 'less':
    case 'about':
    case 'exact':
      return [...tells(e.left), ...tells(e.right)];
    case 'sector':
      return e.sector === 'facing8' || e.sector === 'axis4' ? tells(e.of) : without(tells(e.of), ['up']);
    case 'direction words':
      return tells(e.of);
    case 'pick':
    case 'pick order':
    case 'sort':
      return e.by.flatMap(tells);
    case 'called':
      return [...triples([e.thing], ['category']), ...decides(e.category)];
    case 'blocks': {
      const things = [e.blocker, e.hidden, ...(e.eye === 'camera' ? [] : [e.eye])];
      return triples(things, [...(e.eye === 'camera' ? [] : (['right'] as const)), 'up', 'forward', 'depth', 'volume']);
    }
    case 'fact':
      // What is true or false of a thing is decided before: a column says so.
      return e.type.kind === 'boolean' ? tells(e) : [];
    case 'relation':
      return asCalled(e, decides(e.relation.body));
    case 'user fact':
      return asCalled(e, decides(e.fact.body));
    case 'count':
      return decides(e.where);
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'let':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'tuple':
    case 'component':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'gap':
    case 'footprint':
    case 'overlap':
    case 'angle':
    case 'axis':
    case 'unit':
    case 'path':
    case 'length':
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'view':
    case 'agree':
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'if':
    case 'tally':
    case 'exists':
    case 'error':
      return partsOf(e).flatMap(decides);
  }
});

/** What a value tells by being compared. */
export const tells: (e: typed.Expression) => Triples = remembered((e) => {
  switch (e.kind) {
    case 'fact':
      return triples([e.entity], e.fact.own ? aspectsOfOwn : aspectsOfFact(e.fact.name));
    case 'user fact':
      return asCalled(e, tells(e.fact.body));
    case 'extent':
      return triples([e.entity], e.component === 'forward' ? ['forward', 'depth'] : [e.component]);
    case 'axis':
      return triples([e.entity], ['facing']);
    case 'footprint':
      return triples([e.entity], ['footprint']);
    case 'component':
      return ofComponent(e);
    case 'view':
      return seen(e);
    case 'distance':
      return distanceTells(e.from, e.to);
    case 'gap':
      return apart([e.from, e.to]);
    case 'overlap':
      return [...apart([e.of, e.over]), ...triples([e.of, e.over], ['footprint'])];
    case 'path':
    case 'length':
      return [...apart(thingsOf(e)), ...partsOf(e).flatMap(decides)];
    case 'if':
      return [...decides(e.condition), ...tells(e.consequent), ...tells(e.otherwise)];
    case 'let':
    case 'tuple':
    case 'unit':
    case 'angle':
    case 'abs':
    case 'negative':
    case 'arithmetic':
      return partsOf(e).flatMap(tells);
    case 'sector':
    case 'direction words':
    case 'pick':
    case 'pick order':
    case 'sort':
    case 'tally':
    case 'count':
    case 'exists':
    case 'less':
    case 'about':
    case 'exact':
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'agree':
    case 'called':
    case 'blocks':
    case 'relation':
      return decides(e);
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'extents':
    case 'error':
      return [];
  }
});

/** What a value tells by being the answer: an order tells nothing of what is made of several facts. */
export function answers(e: typed.Expression): Triples {
  if (e.kind === 'let') return answers(e.let.value);
  if (e.kind === 'user fact') return asCalled(e, answers(e.fact.body));
  if (e.kind === 'negative') return answers(e.of);
  if (e.kind === 'abs') return at('value', answers(e.of));
  if (isOfSeveral(e)) return at('value', tells(e));
  if (e.kind === 'tuple') return e.items.flatMap(answers);
  if (e.kind === 'if') return [...decides(e.condition), ...answers(e.consequent), ...answers(e.otherwise)];
  if (e.kind !== 'arithmetic') return isFact(e) ? at('fact', tells(e)) : tells(e);
  const told = [...answers(e.left), ...answers(e.right)];
  // An order tells the sign of a difference, and whether a ratio is above one.
  const isCompared = e.operator === '-' || e.operator === '/';
  const isScaled = thingsOf(e.left).length === 0 || thingsOf(e.right).length === 0;
  return isCompared || isScaled ? told : at('value', told);
}

/** One fact of one thing, or one word of it; a component of a difference tells by its sign who is where. */
function isFact(e: typed.Expression): boolean {
  const isMeasured =
    e.type.kind === 'quantity' || ['point', 'vector', 'direction', 'axis', 'box'].includes(e.type.kind);
  return isMeasured && thingsOf(e).length === 1 && decides(e).length === 0;
}

/** Made of several facts, of one thing or two: an order tells too little of it to answer with. */
function isOfSeveral(e: typed.Expression): boolean {
  if (e.kind === 'distance') return e.from !== 'camera' && e.to !== 'camera';
  return e.kind === 'gap' || e.kind === 'overlap' || e.kind === 'path' || e.kind === 'length' || e.kind === 'angle';
}

function asCalled(e: Extract<typed.Expression, { kind: 'relation' | 'user fact' }>, body: Triples): Triples {
  const meant = (thing: typed.Entity): typed.Entity => {
    if (e.kind === 'user fact') return thing === e.fact.parameter ? e.entity : thing;
    if (thing === e.relation.left) return e.left;
    return thing === e.relation.right ? e.right : thing;
  };
  return given(body, (thing) => [meant(thing)]);
}

const without = (all: Triples, aspects: readonly Aspect[]): Triples => all.filter((t) => !aspects.includes(t.aspect));

/** Right and forward of a viewer's frame mix both of the camera's; up is up for everybody. */
function ofComponent(e: Extract<typed.Expression, { kind: 'component' }>): Triples {
  const all = tells(e.of);
  const { type } = e.of;
  const framed = type.kind === 'point' || type.kind === 'vector' || type.kind === 'unit';
  const isViewers = framed && type.frame.kind === 'viewer';
  if (e.component === 'up')
    return without(all, ['right', 'forward', 'depth', ...(isViewers ? (['facing'] as const) : [])]);
  if (isViewers) return without(all, ['up']);
  return without(all, e.component === 'right' ? ['up', 'forward', 'depth'] : ['up', 'right']);
}

function seen(e: Extract<typed.Expression, { kind: 'view' }>): Triples {
  if (e.viewer.kind !== 'entity') return tells(e.of);
  const { at, toward } = e.viewer;
  const things = [...thingsOf(e.of), ...[at, toward].filter((p) => p !== undefined && p !== 'camera')];
  const turning = at === 'camera' || toward !== undefined ? [] : triples([at], ['facing']);
  return [...triples(things, ['right', 'up', 'forward']), ...turning];
}

/** The distance to the camera is a fact of one thing, that of two things is made of several. */
function distanceTells(from: typed.Place, to: typed.Place): Triples {
  if (from === 'camera') return to === 'camera' ? [] : triples([to], ['distance']);
  return to === 'camera' ? triples([from], ['distance']) : apart([from, to]);
}

/** How far apart things are, when that is compared: the leftmost is far from most, the middle one near. */
function apart(things: readonly typed.Entity[]): Triples {
  return [...triples(things, ['place'], 'value'), ...triples(things, ['spread'])];
}
