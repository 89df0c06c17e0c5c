/** What the names of a task need of its sources, as they are named together: without any of it, nothing is ever asked. */
import { calledIn } from '../check/distinct.js';
import { groupsOf, waysOf } from '../check/named-alike.js';
import type * as typed from '../check/typed.js';
import type { NameDemand } from '../ir/program.js';
import { strategyNeeds } from '../std/references.js';

export function nameDemandsOf(task: typed.Task): readonly NameDemand[] {
  const found = new Map<string, NameDemand>();
  for (const { naming } of task.bodies)
    for (const [first, ...others] of groupsOf(naming)) {
      if (!first) continue;
      const ways = waysOf(first, naming).map(({ kind }) => ({ strategy: kind, needs: strategyNeeds[kind] }));
      const entities = [...new Set([first, ...others].map((n) => calledIn(n.entity)))];
      const key = entities.join();
      // What has no way left has been told as a mistake.
      if (ways.length > 0 && !found.has(key)) found.set(key, { entities, ways, at: first.entity.span });
    }
  return [...found.values()];
}
