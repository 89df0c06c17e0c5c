/** The picture of an audited question: what its text speaks of is marked, and nothing else of its answer. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { RunError } from '../errors.js';
import { markedPicture } from '../why/picture.js';
import { sceneReport, thingReports } from '../why/things.js';
import type { AuditItem } from './sample.js';

/** PNG, or why there is none. */
export type AuditPicture = { readonly png: Buffer } | { readonly none: string };

/** @param out folder of the store */
export async function auditPicture(connection: DuckDBConnection, item: AuditItem, out: string): Promise<AuditPicture> {
  if (item.scene === null) return { none: 'several scenes have its name' };
  const scene = await sceneReport(connection, item.scene);
  const things = await thingReports(connection, item.scene, item.things);
  try {
    const png = await markedPicture({ scene, things, ranged: [], names: item.colours }, out);
    return png ? { png } : { none: 'the scene has none' };
  } catch (thrown) {
    // The question can be judged by its text, and the next one by its picture.
    if (thrown instanceof RunError) return { none: thrown.message };
    throw thrown;
  }
}
