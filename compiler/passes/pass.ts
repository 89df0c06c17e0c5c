/** What a pass is: a function of relations that never changes their rows, with a law that says why. */
import type { Graph } from '../ir/graph.js';
import type { Relation } from '../ir/node.js';
import type { OnFire } from '../ir/rewrite.js';

export interface Pass {
  readonly name: string;
  /** What it improves, in one line. */
  readonly about: string;
  readonly laws: readonly string[];
  readonly run: (root: Relation, graph: Graph, onFire: OnFire) => Relation;
}
