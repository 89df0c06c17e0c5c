/**
 * A sample of a store's scenes as temporary tables that stand before its own: queries of a funnel read them under the
 * names of the store's tables. Scenes are numbered anew, from 0; nothing but joins depends on the number.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../../facts/schema.js';
import { rowsOf } from '../rows.js';

/** Tables of the store with a row per scene, or per thing in one. */
const ofScenes = ['objects', 'pixels', 'relations'] as const;

export interface Staged {
  readonly scenes: number;
  readonly of: number;
  /** True: as if every category were covered. */
  readonly cover: (everything: boolean) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** At most `most` scenes, as many of each source as can be, drawn by the md5 of their ids. */
export async function stageScenes(connection: DuckDBConnection, most: number): Promise<Staged> {
  const [row] = await rowsOf(connection, 'select current_database(), count(*) from scenes');
  const store = `${quoteName(String(row?.[0]))}.main`;
  await connection.run(
    `create or replace temp table staged as
     select scene as own, (row_number() over (order by turn, source) - 1)::INTEGER as number from (
       select scene, source, row_number() over (partition by source order by md5(scene_id), scene) as turn
       from ${store}.scenes) order by turn, source limit ${most}`,
  );
  const labels = `(select list(distinct label order by label) from (
    select label from ${store}.vocabulary union all select category from ${store}.objects))`;
  await connection.run(
    `create or replace temp table scenes as
     select s.* replace (number as scene), covered as own_covered, coalesce(${labels}, []) as all_covered
     from ${store}.scenes s join staged on s.scene = own order by number`,
  );
  for (const table of ofScenes)
    await connection.run(
      `create or replace temp table ${table} as
       select t.* replace (number as scene) from ${store}.${table} t join staged on t.scene = own`,
    );
  const [counted] = await rowsOf(connection, 'select count(*) from scenes');
  return {
    scenes: Number(counted?.[0]),
    of: Number(row?.[1]),
    cover: async (everything) =>
      void (await connection.run(`update temp.scenes set covered = ${everything ? 'all_covered' : 'own_covered'}`)),
    drop: async () => {
      for (const table of ['staged', 'scenes', ...ofScenes]) await connection.run(`drop table if exists temp.${table}`);
    },
  };
}
