/**
 * `split`: every scene belongs to one part of the data, all scenes of a capture to the same (docs/semantics.md,
 * section 10). The part of a capture is a draw of its own, which no other capture moves.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { quoteText } from '../facts/schema.js';
import { drawOf, fieldOf, lengthPrefixed } from './draw.js';

/** Where a recipe has no `split`. */
const only = 'train';

/** Makes the table `scene_split`: the part of each scene of the store. */
export async function split(connection: DuckDBConnection, plan: Pick<Plan, 'seed' | 'split'>): Promise<void> {
  const own = quoteText(lengthPrefixed([String(plan.seed), 'split']));
  await connection.run(
    `create or replace temp table scene_split as select scene, ${partOf(plan.split)} as split
     from (select scene, ${drawOf(`${own} || ${fieldOf('source')} || ${fieldOf('capture_id')}`)} as draw from scenes)`,
  );
}

/** The first part whose border lies above the draw; what the shares leave over belongs to the first of all. */
function partOf(parts: Plan['split']): string {
  const first = quoteText(parts[0]?.name ?? only);
  const cases = parts.map(({ name, belowPpm }) => `when draw < ${borderOf(belowPpm)} then ${quoteText(name)}`);
  return cases.length === 0 ? first : `case ${cases.join(' ')} else ${first} end`;
}

/** The least draw whose millionth, floor(draw * 10^6 / 2^52), is not below the share. */
const borderOf = (belowPpm: number): bigint => (BigInt(belowPpm) * 2n ** 52n + 999_999n) / 1_000_000n;
