/**
 * Two temporary tables that the figures share: the halves of the captures, one to learn on and one to try on, so that
 * no rule is praised for remembering a room or a drive; and the number of each scene.
 */
import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * `capture_half(capture_id, learning)`: captures by their md5, every second one learns, so halves are as equal as can be.
 * `scene_number(scene_id, capture_id, scene)`: without those that two sources name alike, since a question has no source.
 */
export async function splitCaptures(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table capture_half as
     select capture_id, row_number() over (order by md5(capture_id), capture_id) % 2 = 1 as learning
     from (select distinct capture_id from questions)`,
  );
  await connection.run(
    `create or replace temp table scene_number as
     select scene_id, capture_id, min(scene) as scene, min(width) as width, min(height) as height
     from scenes group by scene_id, capture_id having count(*) = 1`,
  );
}
