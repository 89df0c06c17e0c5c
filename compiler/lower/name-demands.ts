/** What the names of a task need of its sources: without any of it, no tuple is ever asked. */
import type * as typed from '../check/typed.js';
import type { NameDemand } from '../ir/program.js';
import { strategyNeeds } from '../std/references.js';

export function nameDemandsOf(task: typed.Task): readonly NameDemand[] {
  const found = new Map<string, NameDemand>();
  for (const { naming } of task.bodies)
    for (const { entity, strategies } of naming) {
      const ways = strategies.map(({ kind }) => ({ strategy: kind, needs: strategyNeeds[kind] }));
      // What has no way left has been told as a mistake.
      if (ways.length > 0 && !found.has(entity.name))
        found.set(entity.name, { entity: entity.name, ways, at: entity.span });
    }
  return [...found.values()];
}
