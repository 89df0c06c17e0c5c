/**
 * Columns are computed, and rows of things looked up, where something first reads them, and conditions stand
 * as near to the tables as they can:
 *
 *   filter(compute(lookup(x, a, b), c = …), p)   becomes   compute(lookup(filter(lookup(x, a), p), b), c = …)
 *
 * So a tuple that is left out, or not taken, never has what only its question needs.
 */
import { and, conjuncts } from '../ir/build.js';
import { columnsRead, fieldsOf, partsOfTotal } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Of, Relation } from '../ir/node.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';
import { parted, readBy, type Step, workOf } from './waiting.js';

const law =
  'filter(compute(lookup(x, a and b), c and d), p) = compute(lookup(filter(compute(lookup(x, a), c), p), b), d)   when p reads nothing of b and d; and so for top, place, total';
const lawOfInputs =
  'filter(join(x, y), p and q and r) = filter(join(filter(x, p), filter(y, q)), r)   when p reads only x, and q only y; and so for total';
// What is read first is known only from below: a walk, with rules for the trace.
const traced: Rule = { law, apply: () => undefined };
const tracedOfInputs: Rule = { law: lawOfInputs, apply: () => undefined };

/** A relation without the columns that nothing has read so far, and how these are made, each after those that it reads. */
interface Held {
  readonly relation: Relation;
  readonly waiting: readonly Step[];
}

class Late {
  private readonly done = new Map<Relation, Held>();

  constructor(
    private readonly graph: Graph,
    private readonly onFire: OnFire,
  ) {}

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
      case 'compute':
      case 'lookup':
      case 'filter':
        return this.run(runOf(relation));
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

  /** Conditions on one input alone are conditions of that input, the others stand as soon as what they read is there. */
  private run({ base, steps, conditions }: Run): Held {
    const { input, rest } = this.below(base, conditions);
    if (rest.length < conditions.length)
      this.onFire(tracedOfInputs, kept(base, conditions, this.graph), kept(input, rest, this.graph));
    const { relation, waiting } = this.held(input);
    return this.filtered({ relation, waiting: [...waiting, ...steps] }, rest);
  }

  private below(base: Relation, conditions: readonly Expression[]): { input: Relation; rest: readonly Expression[] } {
    const { graph } = this;
    if (base.kind === 'total') {
      const [early, rest] = split(conditions, base.input);
      return { input: graph.total(kept(base.input, early, graph), base.each, base), rest };
    }
    if (base.kind !== 'join') return { input: base, rest: conditions };
    const [left, others] = split(conditions, base.left);
    const [right, rest] = split(others, base.right);
    return { input: graph.join(kept(base.left, left, graph), kept(base.right, right, graph), base.on), rest };
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

/** What stands one upon the other, in whatever order: columns, rows of things, and conditions. */
interface Run {
  readonly base: Relation;
  readonly steps: readonly Step[];
  readonly conditions: readonly Expression[];
}

function runOf(relation: Relation): Run {
  if (relation.kind !== 'compute' && relation.kind !== 'lookup' && relation.kind !== 'filter')
    return { base: relation, steps: [], conditions: [] };
  const { base, steps, conditions } = runOf(relation.input);
  if (relation.kind === 'filter') return { base, steps, conditions: [...conditions, ...conjuncts(relation.where)] };
  const made: readonly Step[] =
    relation.kind === 'lookup' ? [relation] : relation.columns.map((column) => ({ kind: 'column', column }));
  return { base, steps: [...steps, ...made], conditions };
}

/** Conditions that read only columns of a relation, and the others. */
function split(
  conditions: readonly Expression[],
  of: Relation,
): readonly [readonly Expression[], readonly Expression[]] {
  const available = fieldsOf(of);
  const fits = (e: Expression): boolean => [...columnsRead(e)].every((c) => available.has(c));
  return [conditions.filter(fits), conditions.filter((e) => !fits(e))];
}

const kept = (relation: Relation, conditions: readonly Expression[], graph: Graph): Relation =>
  conditions.length > 0 ? graph.filter(relation, and(...conditions)) : relation;

const reads = (expressions: readonly Expression[]): readonly string[] =>
  expressions.flatMap((e) => [...columnsRead(e)]);

function late(root: Relation, graph: Graph, onFire: OnFire): Relation {
  const made = new Late(graph, onFire).whole(root);
  if (made !== root) onFire(traced, root, made);
  return made;
}

export const computeLate: Pass = {
  name: 'compute-late',
  about: 'Leaves tuples out as early as can be, and computes and looks up where it is first read.',
  laws: [law, lawOfInputs],
  run: late,
};
