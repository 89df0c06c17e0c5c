/** Which strategy names each object of a tuple, and the words it gives (docs/semantics.md section 6). */
import type * as typed from '../check/typed.js';
import {
  add,
  and,
  apply,
  equal,
  int,
  isKnown,
  isTrue,
  item,
  join,
  list,
  not,
  permuted,
  text,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { colours } from '../std/references.js';
import type { Bound } from './binding.js';
import { calledExpression } from './called.js';

export interface Name {
  readonly entity: typed.Entity;
  readonly known: Expression;
  /** `the chair in the red box`; evaluated for rows that survive. */
  readonly words: Expression;
  readonly strategy: Expression;
  /** Name of the colour where the object is boxed, else unknown. */
  readonly colour: Expression;
}

type StrategyKind = typed.Strategy['kind'];

export function nameObjects(
  task: typed.Task,
  bound: Bound,
  category: (e: typed.Expression) => Expression,
): ReadonlyMap<typed.Entity, Name> {
  const { columns } = bound;
  const strategies = new Map<typed.Entity, Expression>();
  for (const group of groupsOf(task.naming)) {
    const kinds =
      group[0]?.strategies
        .map((s) => s.kind)
        .filter((kind) => group.every((n) => n.strategies.some((s) => s.kind === kind))) ?? [];
    const cases = kinds.map(
      (kind) => [and(...group.map((n) => available(kind, n, bound, category))), text(kind)] as const,
    );
    const chosen = cases.length > 0 ? columns.share(when(cases)) : text('');
    for (const n of group) strategies.set(n.entity, chosen);
  }
  const colourOf = colouring(
    task.naming.map((n) => n.entity),
    strategies,
    bound,
  );
  return new Map(
    task.naming.map((n) => {
      const strategy = strategies.get(n.entity) ?? text('');
      const colour = colourOf(n.entity);
      return [
        n.entity,
        {
          entity: n.entity,
          known: isKnown(strategy),
          strategy,
          colour,
          words: words(n, strategy, colour, bound, category),
        },
      ] as const;
    }),
  );
}

function groupsOf(naming: readonly typed.Naming[]): readonly (readonly typed.Naming[])[] {
  const groups = new Map<number, typed.Naming[]>();
  for (const n of naming) groups.set(n.group, [...(groups.get(n.group) ?? []), n]);
  return [...groups.values()];
}

function available(
  kind: StrategyKind,
  naming: typed.Naming,
  bound: Bound,
  category: (e: typed.Expression) => Expression,
): Expression {
  const of = (name: string): Expression => bound.column(naming.entity, name);
  switch (kind) {
    case 'category':
      return and(of('is_unique'), uncounted(naming, bound, category));
    case 'position': {
      const told = superlatives(naming).map((s) => of(`is_${s}`));
      return and(
        told.length === 1 && told[0] ? told[0] : apply('or', 'bool', ...told),
        uncounted(naming, bound, category),
      );
    }
    case 'box':
      return of('is_boxable');
  }
}

const superlatives = (naming: typed.Naming) =>
  naming.strategies.flatMap((s) => (s.kind === 'position' ? s.superlatives : []));

/** The object is clearly none of the categories that the task counts. */
function uncounted(naming: typed.Naming, bound: Bound, category: (e: typed.Expression) => Expression): Expression {
  return and(
    ...naming.counted.map((c) =>
      isTrue(not(calledExpression((name) => bound.column(naming.entity, name), category(c)))),
    ),
  );
}

/** Boxed objects take colours in the order of the `for` line from a drawn permutation: never by rank. */
function colouring(
  entities: readonly typed.Entity[],
  strategies: ReadonlyMap<typed.Entity, Expression>,
  bound: Bound,
): (entity: typed.Entity) => Expression {
  const boxed = (entity: typed.Entity): Expression => equal(strategies.get(entity) ?? text(''), text('box'));
  const names = list('texts', ...colours.map(text));
  return (entity) => {
    const earlier = entities.slice(0, entities.indexOf(entity));
    const place = earlier.map((e) => when([[boxed(e), int(1)]], int(0))).reduce(add, int(0));
    const colour = item(names, permuted(bound.draws.pick('colour', 120), colours.length, place));
    return when([[boxed(entity), colour]]);
  };
}

function words(
  naming: typed.Naming,
  strategy: Expression,
  colour: Expression,
  bound: Bound,
  category: (e: typed.Expression) => Expression,
): Expression {
  const of = (name: string): Expression => bound.column(naming.entity, name);
  const noun = of('noun');
  const superlative = when(
    superlatives(naming).map((s) => [of(`is_${s}`), text(s)] as const),
    text(''),
  );
  const boxNoun = naming.nameless
    ? text('object')
    : when([[and(isTrue(of('clean')), uncounted(naming, bound, category)), noun]], text('object'));
  return when([
    [equal(strategy, text('category')), join(text('the '), noun)],
    [equal(strategy, text('position')), join(text('the '), superlative, text(' '), noun)],
    [equal(strategy, text('box')), join(text('the '), boxNoun, text(' in the '), colour, text(' box'))],
  ]);
}
