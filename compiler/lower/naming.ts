/** Which strategy names each object of a tuple, and the words it gives (docs/semantics.md section 6). */
import type * as typed from '../check/typed.js';
import { add, and, bool, equal, int, isKnown, item, list, permuted, text, unknown, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { colours } from '../std/references.js';
import type { Bound } from './binding.js';
import { type Bodies, type BodyScope, each } from './bodies.js';
import { lowerScalar } from './expression.js';
import { available, formOf, type Naming, wordsOf } from './name-words.js';

export interface Name {
  readonly entity: typed.Entity;
  /** Holds where it has a name, or needs none. */
  readonly known: Expression;
  /** `the chair in the red box`; evaluated for rows that survive. */
  readonly words: Expression;
  /** The words without the noun: `leftmost`, `box`; empty in bodies that do not name it. */
  readonly form: Expression;
  /** Unknown where it has no name. */
  readonly strategy: Expression;
  /** Name of the colour where the object is boxed, else unknown. */
  readonly colour: Expression;
}

/** Names of all objects that some body names. */
export function nameObjects(task: typed.Task, bodies: Bodies, bound: Bound): ReadonlyMap<typed.Entity, Name> {
  const perBody = bodies.all.map((b) => namingsOf(b, bound));
  const found = new Map(bodies.all.flatMap((b) => b.body.naming.map((n) => [n.entity.name, n.entity] as const)));
  // Those of the `for` line first, then picked ones: the order in which they take colours.
  const places = task.binders.flatMap((b) => b.entities.map((e) => e.name));
  const order = [...found.keys()].toSorted((a, b) => placeIn(places, a) - placeIn(places, b));
  const strategies = new Map(
    order.map((name) => [
      name,
      bound.columns.share(each(bodies, (_, i) => perBody[i]?.get(name)?.strategy ?? unknown('text'))),
    ]),
  );
  const colourOf = colouring(order, strategies, bound);
  const names = order.flatMap((name): readonly (readonly [typed.Entity, Name])[] => {
    const strategy = strategies.get(name) ?? unknown('text');
    const colour = colourOf(name);
    const entity = found.get(name);
    if (!entity) return [];
    const made: Name = {
      entity,
      strategy,
      colour,
      known: each(bodies, (_, i) => (perBody[i]?.has(name) ? isKnown(strategy) : bool(true))),
      words: each(bodies, (_, i) => {
        const own = perBody[i]?.get(name);
        return own ? wordsOf(own.naming, strategy, colour) : text('');
      }),
      form: each(bodies, (_, i) => {
        const own = perBody[i]?.get(name);
        return own ? formOf(own.naming, strategy) : text('');
      }),
    };
    // A thing that a body picks from the scene is another entity in each, of one name.
    return bodies.all
      .flatMap((b) => b.body.naming.flatMap((n) => (n.entity.name === name ? [n.entity] : [])))
      .map((e) => [e, made] as const);
  });
  return new Map(names);
}

const placeIn = (places: readonly string[], name: string): number => {
  const place = places.indexOf(name);
  return place < 0 ? places.length : place;
};

interface Chosen {
  readonly naming: Naming;
  readonly strategy: Expression;
}

/** The strategy of each object in one body, by its name; objects of a group share theirs. */
function namingsOf({ body, scope }: BodyScope, bound: Bound): ReadonlyMap<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  const category = (e: typed.Expression): Expression => lowerScalar(e, scope);
  for (const group of groupsOf(body.naming)) {
    const members = group.map(
      (naming): Naming => ({ naming, column: (n) => bound.column(naming.entity, n), category }),
    );
    const [first] = group;
    const kinds = (first?.strategies ?? [])
      .map((s) => s.kind)
      .filter((kind) => group.every((n) => n.strategies.some((s) => s.kind === kind)));
    const cases = kinds.map((kind) => [and(...members.map((m) => available(kind, m))), text(kind)] as const);
    const strategy = cases.length > 0 ? when(cases) : unknown('text');
    for (const naming of members) chosen.set(naming.naming.entity.name, { naming, strategy });
  }
  return chosen;
}

function groupsOf(naming: readonly typed.Naming[]): readonly (readonly typed.Naming[])[] {
  const groups = new Map<number, typed.Naming[]>();
  for (const n of naming) groups.set(n.group, [...(groups.get(n.group) ?? []), n]);
  return [...groups.values()];
}

/** Boxed objects take colours in their order from a drawn permutation: never by rank. */
function colouring(
  names: readonly string[],
  strategies: ReadonlyMap<string, Expression>,
  bound: Bound,
): (name: string) => Expression {
  const boxed = (name: string): Expression => equal(strategies.get(name) ?? unknown('text'), text('box'));
  const texts = list('texts', ...colours.map(text));
  return (name) => {
    const earlier = names.slice(0, names.indexOf(name));
    const place = earlier.map((e) => when([[boxed(e), int(1)]], int(0))).reduce(add, int(0));
    const colour = item(texts, permuted(bound.draws.pick('colour', 120), colours.length, place));
    return when([[boxed(name), colour]]);
  };
}
