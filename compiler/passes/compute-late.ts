/**
 * Columns are computed, and rows of things looked up, where something first reads them:
 *
 *   filter(compute(lookup(x, a, b), c = …), p)   becomes   compute(lookup(filter(lookup(x, a), p), b), c = …)
 *
 * So a tuple that is left out, or not taken, never has what only its question needs.
 */
import { and, conjuncts } from '../ir/build.js';
import { columnsRead, fieldsOf, partsOfTotal, prefixed } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Of, Relation } from '../ir/node.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

const law =
  'filter(compute(lookup(x, a and b), c and d), p) = compute(lookup(filter(compute(lookup(x, a), c), p), b), d)   when p reads nothing of b and d; and so for top, place, total';
// What is read first is known only from below: a walk, with a rule for the trace.
const traced: Rule = { law, apply: () => undefined };

type Step = { readonly kind: 'column'; readonly column: Named } | Omit<Of<'lookup'>, 'input'>;

/** A relation without the columns that nothing has read so far, and how these are made, each after those that it reads. */
interface Held {
  readonly relation: Relation;
  readonly waiting: readonly Step[];
}

const readBy = (step: Step): Iterable<string> =>
  step.kind === 'column' ? columnsRead(step.column.value) : step.keys.map(({ is }) => is);

/** Of a step what makes some names, and what makes the others; undefined where there is none. */
function divided(step: Step, wanted: ReadonlySet<string>): readonly [Step | undefined, Step | undefined] {
  if (step.kind === 'column') return wanted.has(step.column.name) ? [step, undefined] : [undefined, step];
  const isWanted = (c: { readonly name: string }): boolean => wanted.has(prefixed(step.prefix, c.name));
  const some = step.columns.filter(isWanted);
  const rest = step.columns.filter((c) => !isWanted(c));
  return [
    some.length > 0 ? { ...step, columns: some } : undefined,
    rest.length > 0 ? { ...step, columns: rest } : undefined,
  ];
}

/** What must be made now so that some columns are there, and what need not. */
function parted(waiting: readonly Step[], read: Iterable<string>): { readonly now: Step[]; readonly later: Step[] } {
  const wanted = new Set(read);
  const now: Step[] = [];
  const later: Step[] = [];
  for (const step of waiting.toReversed()) {
    const [some, rest] = divided(step, wanted);
    if (some) for (const name of readBy(some)) wanted.add(name);
    if (some) now.unshift(some);
    if (rest) later.unshift(rest);
  }
  return { now, later };
}

/** To look a row up takes about as long as ten functions. */
const lookingUp = 10;

const workOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.kind === 'column' ? 1 + sizeOf(step.column.value) : lookingUp), 0);

class Late {
  private readonly done = new Map<Relation, Held>();

  constructor(private readonly graph: Graph) {}

  held(relation: Relation): Held {
    const known = this.done.get(relation);
    if (known) return known;
    const made = this.made(relation);
    this.done.set(relation, made);
    return made;
  }

  /** The relation with all that waits for it. */
  whole(relation: Relation): Relation {
    const { relation: made, waiting } = this.held(relation);
    return this.applied(made, waiting);
  }

  private made(relation: Relation): Held {
    const { graph } = this;
    const nothing = (made: Relation): Held => ({ relation: made, waiting: [] });
    const after = (input: Relation, read: Iterable<string>, make: (input: Relation) => Relation): Held => {
      const { relation: ready, waiting } = this.brought(this.held(input), read);
      return { relation: make(ready), waiting };
    };
    switch (relation.kind) {
      case 'table':
      case 'series':
        return nothing(relation);
      case 'compute': {
        const { relation: input, waiting } = this.held(relation.input);
        const columns = relation.columns.map((column): Step => ({ kind: 'column', column }));
        return { relation: input, waiting: [...waiting, ...columns] };
      }
      case 'lookup': {
        const { relation: input, waiting } = this.held(relation.input);
        return { relation: input, waiting: [...waiting, relation] };
      }
      case 'filter':
        return this.filtered(this.held(relation.input), conjuncts(relation.where));
      case 'place': {
        const { per, by } = relation;
        return after(relation.input, [...per, ...by], (input) => graph.place(input, relation));
      }
      case 'top': {
        const { per, by, count, need } = relation;
        const read = [...per, ...by, ...reads(need ? [need] : [])];
        return after(relation.input, read, (input) => graph.top(input, per, by, count, need));
      }
      case 'total': {
        const { each, keys, on, layers, where, totals } = relation;
        const read = reads([on, where, ...layers.flat().map((c) => c.value), ...totals.flatMap(partsOfTotal)]);
        return after(relation.input, [...keys, ...read], (input) => graph.total(input, this.whole(each), relation));
      }
      case 'join':
        return this.joined(relation);
      case 'project': {
        const read = reads(relation.columns.map((c) => c.value));
        return nothing(after(relation.input, read, (input) => graph.project(input, relation.columns)).relation);
      }
    }
  }

  /** The same with these columns made. */
  private brought({ relation, waiting }: Held, read: Iterable<string>): Held {
    const { now, later } = parted(waiting, read);
    return { relation: this.applied(relation, now), waiting: later };
  }

  /** Of several conditions first the one that needs least work, and with it those that need no more. */
  private filtered(input: Held, conditions: readonly Expression[]): Held {
    let held = input;
    let left = conditions;
    while (left.length > 0) {
      const [cheapest] = left
        .map((condition) => ({ condition, work: workOf(parted(held.waiting, columnsRead(condition)).now) }))
        .toSorted((a, b) => a.work - b.work);
      if (!cheapest) break;
      const { relation, waiting } = this.brought(held, columnsRead(cheapest.condition));
      const has = fieldsOf(relation);
      const ready = left.filter((condition) => [...columnsRead(condition)].every((name) => has.has(name)));
      held = { relation: this.graph.filter(relation, and(...ready)), waiting };
      left = left.filter((condition) => !ready.includes(condition));
    }
    return held;
  }

  /** A join makes more rows: what is computed is computed before it, but looking up costs the same after it. */
  private joined({ left, right, on }: Of<'join'>): Held {
    const ready = (side: Relation): Held => {
      const held = this.held(side);
      const computed = held.waiting.flatMap((step) => (step.kind === 'column' ? [step.column.name] : []));
      return this.brought(held, [...computed, ...reads([on])]);
    };
    const [l, r] = [ready(left), ready(right)];
    return { relation: this.graph.join(l.relation, r.relation, on), waiting: [...l.waiting, ...r.waiting] };
  }

  /** Each step as soon as what it reads is there, and columns that are ready at once in one layer. */
  private applied(relation: Relation, steps: readonly Step[]): Relation {
    let made = relation;
    let left = steps;
    while (left.length > 0) {
      const has = fieldsOf(made);
      const ready = left.filter((step) => [...readBy(step)].every((name) => has.has(name)));
      const lookups = ready.flatMap((step) => (step.kind === 'lookup' ? [step] : []));
      const done = lookups.length > 0 ? lookups : ready;
      if (done.length === 0) throw new Error('SPQ903: compute-late: columns that read each other');
      for (const { table, prefix, columns, keys } of lookups)
        made = this.graph.lookup(made, table, prefix, columns, keys);
      if (lookups.length === 0)
        made = this.graph.compute(
          made,
          ready.flatMap((step) => (step.kind === 'column' ? [step.column] : [])),
        );
      left = left.filter((step) => !done.includes(step));
    }
    return made;
  }
}

const sizes = new WeakMap<Expression, number>();

/** How many functions an expression has. */
function sizeOf(e: Expression): number {
  if (e.kind !== 'apply') return 0;
  const known = sizes.get(e);
  if (known !== undefined) return known;
  const size = e.arguments.reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(e, size);
  return size;
}

const reads = (expressions: readonly Expression[]): readonly string[] =>
  expressions.flatMap((e) => [...columnsRead(e)]);

function late(root: Relation, graph: Graph, onFire: OnFire): Relation {
  const made = new Late(graph).whole(root);
  if (made !== root) onFire(traced, root, made);
  return made;
}

export const computeLate: Pass = {
  name: 'compute-late',
  about: 'Computes and looks up where it is first read, so that tuples left out never have it.',
  laws: [law],
  run: late,
};
