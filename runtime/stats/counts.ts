/** How many: scenes and objects per source, questions per task, format and part of the data, names per strategy. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Count, ReferenceCount, Repetition, SourceCount, StageCount } from './report.js';
import { numberOrNull, rowsOf, textOrNull } from './rows.js';

export async function sourceCounts(connection: DuckDBConnection): Promise<readonly SourceCount[]> {
  const found = await rowsOf(
    connection,
    `select source, count(*), any_value(n) from scenes
     left join (select source, count(*) as n from objects group by source) using (source) group by source order by source`,
  );
  return found.map(([source, scenes, objects]) => ({
    source: String(source),
    scenes: Number(scenes),
    objects: Number(objects ?? 0),
  }));
}

/** In the order of levels; tasks of a level by name. */
export async function questionCounts(connection: DuckDBConnection): Promise<readonly Count[]> {
  const found = await rowsOf(
    connection,
    `select level, task, format, split, count(*) from questions group by all
     order by level, task, list_position(['open', 'choice', 'claim'], any_value(format)), split`,
  );
  return found.map(([level, task, format, split, questions]) => ({
    level: Number(level),
    task: String(task),
    format: String(format),
    split: String(split),
    questions: Number(questions),
  }));
}

/**
 * Questions per scene and per distinct fact, for all tasks together and for each. A fact is what is named, in whatever
 * order, and the exact value where there is one.
 */
export async function repetition(connection: DuckDBConnection): Promise<readonly Repetition[]> {
  await connection.run(
    `create or replace temp table asked_facts as
     select level, task, scene, fact, count(*) as n from (
       select level, task, hash(capture_id, scene_id) as scene,
              hash(list_sort(list_transform(slots, lambda s: s.kind || s.id)), list_sort(objects), value) as fact
       from questions) group by all`,
  );
  const found = await rowsOf(
    connection,
    `with per_scene as (
       select level, task, scene, sum(n) as n, count(*) as facts from asked_facts group by all union all
       select null, null, scene, sum(n), count(*) from (select scene, fact, sum(n) as n from asked_facts group by all) group by all)
     select level, task, sum(n), count(*), max(n), sum(facts) from per_scene group by all
     order by level nulls first, task`,
  );
  await connection.run('drop table asked_facts');
  return found.map(([level, task, questions, scenes, most, facts]) => ({
    level: numberOrNull(level),
    task: textOrNull(task),
    questions: Number(questions),
    scenes: Number(scenes),
    mostPerScene: Number(most),
    facts: Number(facts),
  }));
}

/** How objects are named, hole by hole. */
export async function referenceCounts(connection: DuckDBConnection): Promise<readonly ReferenceCount[]> {
  const found = await rowsOf(
    connection,
    `select level, task, strategy, count(*) from (select level, task, unnest(slots).strategy as strategy from questions)
     where strategy is not null group by all order by level, task, count(*) desc, strategy`,
  );
  return found.map(([level, task, strategy, holes]) => ({
    level: Number(level),
    task: String(task),
    strategy: String(strategy),
    holes: Number(holes),
  }));
}

/** What sampling left of each task, stage by stage. */
export async function stageCounts(connection: DuckDBConnection): Promise<readonly StageCount[] | null> {
  const [table] = await rowsOf(
    connection,
    `select 1 from duckdb_tables() where table_name = 'sampling' and database_name = current_database()`,
  );
  if (table === undefined) return null;
  const found = await rowsOf(
    connection,
    `select task, ${['asked', 'take', 'balance', 'mix']
      .map((stage) => `coalesce(sum(questions) filter (stage = '${stage}'), 0)`)
      .join(', ')} from sampling group by task order by task`,
  );
  return found.map(([task, asked, take, balance, mix]) => ({
    task: String(task),
    ...{ asked: Number(asked), take: Number(take), balance: Number(balance), mix: Number(mix) },
  }));
}
