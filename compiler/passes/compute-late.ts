/**
 * Columns are computed, and rows of things looked up, where something first reads them:
 *
 *   filter(compute(lookup(x, a, b), c = …), p)   becomes   compute(lookup(filter(lookup(x, a), p), b), c = …)
 *
 * So a tuple that is left out, or not taken, never has what only its question needs.
 */
import { columnsRead, prefixed } from '../ir/columns.js';
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

/** Names that a step makes. */
const namesOf = (step: Step): readonly string[] =>
  step.kind === 'column' ? [step.column.name] : step.columns.map((c) => prefixed(step.prefix, c.name));

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
        return this.after(relation.input, reads([relation.where]), (input) => graph.filter(input, relation.where));
      case 'place': {
        const { per, by, next } = relation;
        const read = [...per, ...by, ...(next ? [next.of] : [])];
        return this.after(relation.input, read, (input) => graph.place(input, relation));
      }
      case 'top': {
        const { per, by, count, need } = relation;
        const read = [...per, ...by, ...reads(need ? [need] : [])];
        return this.after(relation.input, read, (input) => graph.top(input, per, by, count, need));
      }
      case 'total': {
        const { each, keys, on, layers, where, totals } = relation;
        const read = reads([on, where, ...[...layers.flat(), ...totals].map((c) => c.value)]);
        return this.after(relation.input, [...keys, ...read], (input) =>
          graph.total(input, this.whole(each), relation),
        );
      }
      case 'join':
        return this.joined(relation);
      case 'project': {
        const read = reads(relation.columns.map((c) => c.value));
        return nothing(this.after(relation.input, read, (input) => graph.project(input, relation.columns)).relation);
      }
    }
  }

  /** What is made of a relation once it has the columns that are read of it. */
  private after(input: Relation, read: Iterable<string>, make: (input: Relation) => Relation): Held {
    const { relation, waiting } = this.held(input);
    const wanted = new Set(read);
    const now: Step[] = [];
    const later: Step[] = [];
    for (const step of waiting.toReversed()) {
      const [some, rest] = divided(step, wanted);
      if (some) for (const name of readBy(some)) wanted.add(name);
      if (some) now.unshift(some);
      if (rest) later.unshift(rest);
    }
    return { relation: make(this.applied(relation, now)), waiting: later };
  }

  /** A join makes more rows: what is computed is computed before it, but looking up costs the same after it. */
  private joined({ left, right, on }: Of<'join'>): Held {
    const sides = [left, right].map((side) => {
      const { waiting } = this.held(side);
      const computed = waiting.filter((step) => step.kind === 'column').flatMap(namesOf);
      return this.after(side, [...computed, ...reads([on])], (made) => made);
    });
    const [l, r] = sides;
    if (!l || !r) throw new Error('SPQ903: a join of fewer than two');
    return { relation: this.graph.join(l.relation, r.relation, on), waiting: [...l.waiting, ...r.waiting] };
  }

  private applied(relation: Relation, steps: readonly Step[]): Relation {
    let made = relation;
    let layer: Named[] = [];
    const flush = (): void => {
      made = this.graph.compute(made, layer);
      layer = [];
    };
    for (const step of steps) {
      const before = new Set(layer.map(({ name }) => name));
      if ([...readBy(step)].some((name) => before.has(name))) flush();
      if (step.kind === 'column') layer.push(step.column);
      else made = this.graph.lookup(made, step.table, step.prefix, step.columns, step.keys);
    }
    flush();
    return made;
  }
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
