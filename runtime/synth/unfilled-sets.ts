/** Drawn sets that are larger than any scene can fill: without a word they would only be missing. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';

/** One line per task and set of which no scene has enough. Things that only may be there are bound by no task. */
export async function unfilledSets(
  connection: DuckDBConnection,
  tasks: readonly PlannedTask[],
): Promise<readonly string[]> {
  const drawn = tasks.flatMap(({ name, largestSets }) => largestSets.map((set) => ({ name, ...set })));
  if (drawn.length === 0) return [];
  const reader = await connection.runAndReadAll(`select
    (select coalesce(max(n), 0) from (select count(*) as n from objects where presence = 'certain' group by scene)),
    (select coalesce(max(n), 0) from (select count(*) as n from pixels group by scene))`);
  const [objects, pixels] = (reader.getRows()[0] ?? []).map(Number);
  return drawn.flatMap(({ name, kind, size, beside }) => {
    const most = (kind === 'object' ? objects : pixels) ?? 0;
    if (size + beside <= most) return [];
    const has = `no scene has more than ${most} ${kind}${most === 1 ? '' : 's'} that can be bound`;
    return [`Task \`${name}\` draws sets of up to ${size}${beside > 0 ? `, and ${beside} more` : ''}; ${has}.`];
  });
}
