/**
 * Which references a task may use (S8): a strategy that reveals an order by which the answer is decided is refused.
 * What is left is tried in the recipe's order, scene by scene.
 */
import { type StrategyName, strategyNames, superlativeNames, superlatives } from '../std/references.js';
import type { Context } from './context.js';
import { type Decision, decisions, entitiesOf, orders } from './dependencies.js';
import { leakingReference } from './errors.js';
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

type Unnamed = Omit<typed.Task, 'naming'>;

export function naming(
  task: Unnamed,
  refer: { readonly all: readonly StrategyName[]; readonly of: ReadonlyMap<string, readonly StrategyName[]> },
  context: Context,
): readonly typed.Naming[] {
  const decided = decidedBy(task);
  const objects = task.binders.flatMap((b) => b.entities).filter((e) => e.kind === 'object');
  const groups = grouping(task, objects);
  const counted = countedIn(task);
  const named = categoryTold(task);
  return objects.map((entity, i) => {
    const wanted = refer.of.get(entity.name) ?? refer.all;
    const nameless = named.has(entity.name);
    const strategies = wanted
      .flatMap((name) => allowed(name, entity.name, decided))
      .filter((s) => s.kind === 'box' || !nameless);
    if (strategies.length === 0) {
      const because = `\`refer by ${wanted.join(', ')}\` leaves none that reveals nothing of what decides the answer.`;
      context.report(
        leakingReference({ entity: entity.name, because }, task.nameSpan, [{ at: entity.span, note: 'bound here' }]),
      );
    }
    return { entity, group: groups.get(entity.name) ?? i, strategies, counted, nameless };
  });
}

function allowed(name: StrategyName, entity: string, decided: ReadonlySet<Decision>): readonly typed.Strategy[] {
  if (name !== 'position') return strategyNames.includes(name) ? [{ kind: name }] : [];
  const left = superlativeNames.filter((s) => !decided.has(`${entity}/${superlatives[s].reveals}`));
  return left.length > 0 ? [{ kind: 'position', superlatives: left }] : [];
}

/** Orders that decide any answer of the task. A guard (`where`) selects tuples and decides none. */
function decidedBy(task: Unnamed): ReadonlySet<Decision> {
  const answer = task.answer?.value;
  return new Set([
    ...(answer ? [...decisions(answer), ...toldBy(answer)] : []),
    ...task.claims.flatMap((c) => [...decisions(c.when)]),
  ]);
}

/** An answer that is a fact itself is told by its order; so is the sign of a component or a difference. */
function toldBy(answer: typed.Expression): readonly Decision[] {
  if (answer.kind === 'let') return toldBy(answer.let.value);
  const signed = answer.type.kind === 'quantity' && answer.type.signed;
  return answer.kind === 'fact' || signed ? orders(answer) : [];
}

/** All options of a question are named alike: they form a group, numbered by its first entity. */
function grouping(task: Unnamed, objects: readonly typed.Entity[]): ReadonlyMap<string, number> {
  const options = task.choices?.kind === 'entities' ? task.choices.entities.map((e) => e.name) : [];
  const picked = task.answer && task.answer.value.type.kind === 'entity' ? entitiesOf(pickIn(task.answer.value)) : [];
  const together = new Set([...options, ...picked]);
  const first = objects.findIndex((o) => together.has(o.name));
  return new Map(objects.map((o, i) => [o.name, together.has(o.name) ? first : i]));
}

function pickIn(e: typed.Expression): typed.Expression {
  if (e.kind === 'let') return pickIn(e.let.value);
  // Only the members are options; what they are measured against is not.
  return e.kind === 'pick' ? { ...e, by: { kind: 'boolean', value: true, type: e.type, span: e.span } } : e;
}

/** What the names inside a relation or a pick stand for outside of it. */
type Roles = ReadonlyMap<string, readonly string[]>;

/** Entities whose category decides an answer: naming them by it would give it away. A guard decides nothing. */
function categoryTold(task: Unnamed): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<typed.Expression>();
  const told = (name: string, roles: Roles): void => {
    for (const meant of roles.get(name) ?? [name]) found.add(meant);
  };
  const visit = (e: typed.Expression, roles: Roles): void => {
    if (roles === ownRoles && seen.has(e)) return;
    if (roles === ownRoles) seen.add(e);
    if (e.kind === 'fact' && e.fact.name === 'category') told(e.entity.name, roles);
    if (e.kind === 'called') told(e.thing.name, roles);
    const inner = rolesWithin(e, roles);
    for (const part of partsOf(e)) visit(part, inner);
  };
  for (const e of [...(task.answer ? [task.answer.value] : []), ...task.claims.map((c) => c.when)]) visit(e, ownRoles);
  return found;
}

const ownRoles: Roles = new Map();

/** A relation's body speaks of its own two names, a pick's measure of each member in turn. */
function rolesWithin(e: typed.Expression, roles: Roles): Roles {
  const of = (entity: typed.Entity): readonly string[] => roles.get(entity.name) ?? [entity.name];
  if (e.kind === 'relation')
    return new Map([
      [e.relation.left.name, of(e.left)],
      [e.relation.right.name, of(e.right)],
    ]);
  return e.kind === 'pick' ? new Map([...roles, [e.variable.name, e.members.flatMap(of)]]) : roles;
}

/** Categories that the task counts, anywhere: a reference must not say how many there are. */
function countedIn(task: Unnamed): readonly typed.Expression[] {
  const found: typed.Expression[] = [];
  const seen = new Set<typed.Expression>();
  const visit = (e: typed.Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'count') found.push(...e.categories);
    else for (const part of partsOf(e)) visit(part);
  };
  const texts = [
    ...task.asks,
    ...(task.answer?.as ? [task.answer.as] : []),
    ...task.claims.flatMap((c) => c.phrasings),
    ...task.reasons,
  ];
  const printed = texts.flatMap((t) => t.parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : [])));
  const decided = [...(task.answer ? [task.answer.value] : []), ...task.claims.map((c) => c.when), ...task.wheres];
  for (const e of [...decided, ...printed]) visit(e);
  return [...new Set(found)];
}
