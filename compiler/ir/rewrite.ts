/** Rules as data, and the one driver that applies them bottom-up until none fires. */
import type { Graph } from './graph.js';
import type { Kind, Of, Relation } from './node.js';

export interface Rule {
  /** `before = after   when condition`: the comment, the trace line and the name of the property test. */
  readonly law: string;
  readonly apply: (relation: Relation, graph: Graph) => Relation | undefined;
}

export type OnFire = (rule: Rule, before: Relation, after: Relation) => void;

export function rule<K extends Kind>(
  kind: K,
  law: string,
  apply: (relation: Of<K>, graph: Graph) => Relation | undefined,
): Rule {
  // The kind is compared on the line: the assertion only tells the compiler so.
  return { law, apply: (relation, graph) => (relation.kind === kind ? apply(relation as Of<K>, graph) : undefined) };
}

/** Enough for any recipe; a rule that makes no progress is found instead of hanging an editor. */
const budget = 100_000;

export function rewrite(root: Relation, rules: readonly Rule[], graph: Graph, onFire: OnFire): Relation {
  const done = new Map<Relation, Relation>();
  let fired = 0;
  const visit = (relation: Relation): Relation => {
    const known = done.get(relation);
    if (known) return known;
    let now = graph.mapInputs(relation, visit);
    for (const r of rules) {
      const next = r.apply(now, graph);
      if (!next || next === now) continue;
      if (++fired > budget) throw new Error(`SPQ902: the rule \`${r.law}\` makes no progress`);
      onFire(r, now, next);
      now = visit(next);
      break;
    }
    done.set(relation, now);
    return now;
  };
  return visit(root);
}
