/** Columns of an object that a recipe reads from a facts directory: numbers and texts come in two lists (docs/store.md). */
import type * as typed from '../check/typed.js';
import { atMost, equal, int, item, multiply, not, real, text, where, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { OwnFact } from '../ir/program.js';
import { type OwnColumn, ownName } from '../std/facts.js';
import type { Definition, Need } from './object-facts.js';

/** In the order in which the recipe, and before it what it imports, defines them. */
export function ownFactsOf(recipe: typed.Recipe): readonly OwnFact[] {
  return recipe.facts.flatMap(({ name, body }) =>
    body.kind === 'fact' && body.fact.own ? [{ name, ...body.fact.own }] : [],
  );
}

export function ownDefinitions(facts: readonly OwnFact[]): Readonly<Record<string, Definition>> {
  const texts = facts.filter((f) => f.holds === 'text');
  const numbers = facts.filter((f) => f.holds !== 'text');
  const column = (fact: OwnFact): Definition =>
    fact.holds === 'text' ? textAt(texts.indexOf(fact)) : numberAt(numbers.indexOf(fact), fact);
  return Object.fromEntries(facts.map((fact) => [ownName(fact.name), column(fact)]));
}

/** An empty text says nothing. */
const textAt =
  (place: number): Definition =>
  (need: Need) => {
    const found = item(need('own_texts'), int(place));
    return where(not(equal(found, text(''))), found);
  };

/** Sizes and numbers of things have no sign: what is below 0 is unknown, as what is no number is. */
const numberAt =
  (place: number, { holds, whole: factor }: OwnColumn): Definition =>
  (need: Need): Expression => {
    const found = item(need('own_numbers'), int(place));
    if (holds === 'condition') return equal(found, real(1));
    return where(atMost(real(0), found), whole(multiply(found, real(factor))));
  };
