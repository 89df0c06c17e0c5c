/**
 * Columns that nothing above reads are not computed, joined or read from tables:
 *
 *   project(compute(x, a = …, b = …), a)   becomes   project(compute(x, a = …), a)
 *
 * What is left of the shared relations is what the tasks demand: facts nobody needs cost nothing.
 */
import { columnsRead, partsOfTotal, prefixed } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Of, Relation } from '../ir/node.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

const law = 'compute(x, c and d) = compute(x, c)   when nothing above reads d; and so for tables and totals';
// A walk from the top, since what is read is known only there; the rule is for the trace.
const traced: Rule = { law, apply: () => undefined };

type Wanted = ReadonlySet<string>;

/** The relation with only the wanted columns guaranteed; it may keep others that it needs itself. */
export function prune(relation: Relation, wanted: Wanted, graph: Graph, onFire: OnFire): Relation {
  const pruned = step(relation, wanted, graph, onFire);
  if (pruned !== relation && pruned.kind !== 'filter' && pruned.kind !== 'join') onFire(traced, relation, pruned);
  return pruned;
}

function step(relation: Relation, wanted: Wanted, graph: Graph, onFire: OnFire): Relation {
  const below = (input: Relation, also: readonly Expression[], names: Wanted = wanted): Relation =>
    prune(input, union(names, also), graph, onFire);
  switch (relation.kind) {
    case 'table':
      return graph.table(
        relation.table,
        relation.prefix,
        relation.columns.filter((c) => wanted.has(prefixed(relation.prefix, c.name))),
      );
    case 'compute': {
      const kept = relation.columns.filter((c) => wanted.has(c.name));
      return graph.compute(below(relation.input, values(kept)), kept);
    }
    case 'filter':
      return graph.filter(below(relation.input, [relation.where]), relation.where);
    case 'join':
      return graph.join(below(relation.left, [relation.on]), below(relation.right, [relation.on]), relation.on);
    case 'lookup': {
      const kept = relation.columns.filter((c) => wanted.has(prefixed(relation.prefix, c.name)));
      const by = relation.keys.map(({ is }) => is);
      const input = below(relation.input, [], new Set([...wanted, ...(kept.length > 0 ? by : [])]));
      return graph.lookup(input, relation.table, relation.prefix, kept, relation.keys);
    }
    case 'total':
      return pruneTotal(relation, wanted, graph, below);
    case 'series':
      return relation;
    case 'place':
      return pruneRanking(relation, wanted, graph, below);
    case 'top':
      return graph.top(
        below(
          relation.input,
          relation.need ? [relation.need] : [],
          new Set([...wanted, ...relation.per, ...relation.by]),
        ),
        relation.per,
        relation.by,
        relation.count,
        relation.need,
      );
    case 'project': {
      const kept = relation.columns.filter((c) => wanted.has(c.name));
      return graph.project(below(relation.input, values(kept), new Set()), kept);
    }
  }
}

type Below = (input: Relation, also: readonly Expression[], names?: Wanted) => Relation;

function pruneTotal({ input, each, ...total }: Of<'total'>, wanted: Wanted, graph: Graph, below: Below): Relation {
  const totals = total.totals.filter((c) => wanted.has(c.name));
  if (totals.length === 0) return below(input, []);
  const read = [total.on, total.where, ...totals.flatMap(partsOfTotal)];
  const layers: (readonly Named[])[] = [];
  for (const layer of total.layers.toReversed()) {
    const names = union(new Set(), read);
    const kept = layer.filter((c) => names.has(c.name));
    read.push(...values(kept));
    layers.unshift(kept);
  }
  return graph.total(below(input, read, new Set([...wanted, ...total.keys])), below(each, read, new Set()), {
    ...total,
    layers: layers.filter((layer) => layer.length > 0),
    totals,
  });
}

function pruneRanking({ input, ...ranking }: Of<'place'>, wanted: Wanted, graph: Graph, below: Below): Relation {
  return graph.place(below(input, [], new Set([...wanted, ...ranking.per, ...ranking.by])), ranking);
}

const values = (columns: readonly Named[]): readonly Expression[] => columns.map((c) => c.value);

function union(names: Wanted, read: readonly Expression[]): Wanted {
  return new Set([...names, ...read.flatMap((e) => [...columnsRead(e)])]);
}

export const pruneColumns: Pass = {
  name: 'prune-columns',
  about: 'Computes and reads only what is used.',
  laws: [law],
  run: (root, graph, onFire) =>
    prune(root, new Set(root.kind === 'project' ? root.columns.map((c) => c.name) : []), graph, onFire),
};
