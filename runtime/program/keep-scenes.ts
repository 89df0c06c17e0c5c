/** A filter after facts: scenes that it refuses leave the store with all that belongs to them. */
import { quoteName, storeTables } from '../facts/schema.js';
import type { Store } from '../facts/store.js';
import { readRows } from './read-rows.js';

/**
 * To be called after `readFacts` and before `askQuestions`. Things of a scene cannot be filtered so: a thing that is gone
 * from the store is not gone from the picture, and counts would be wrong.
 *
 * @param keep is given each row of the table `scenes`
 * @returns how many scenes left
 */
export async function keepScenes<Row extends { readonly scene: number }>(
  store: Store,
  keep: (scene: Row) => boolean,
): Promise<number> {
  const scenes = await readRows<Row>(store, 'from scenes order by scene');
  const refused = scenes.filter((row) => !keep(row)).map(({ scene }) => scene);
  if (refused.length === 0) return 0;
  for (const { name, columns } of Object.values(storeTables)) {
    if (!columns.some((column) => column.name === 'scene')) continue;
    await store.connection.run(
      `delete from ${quoteName(name)} where scene in (select unnest(from_json($refused::json, '["INTEGER"]')))`,
      { refused: JSON.stringify(refused) },
    );
  }
  return refused.length;
}
