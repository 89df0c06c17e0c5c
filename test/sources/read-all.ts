/** Reads a whole source into memory. */
import type { OpenedSource, Quarantined, SceneFacts } from '../../runtime/facts/rows.js';

export async function readAll(
  opened: OpenedSource,
): Promise<{ readonly scenes: readonly SceneFacts[]; readonly quarantined: readonly Quarantined[] }> {
  const scenes: SceneFacts[] = [];
  const quarantined: Quarantined[] = [];
  for await (const item of opened.items) {
    if (item.kind === 'scene') scenes.push(item.facts);
    else quarantined.push(item.row);
  }
  return { scenes, quarantined };
}
