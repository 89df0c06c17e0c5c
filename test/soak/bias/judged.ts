/**
 * The questions of a store as a blind reader sees them: the temporary table `judged`. Forms are those of the references
 * without their nouns (`leftmost`, `box`); a body is a phrasing with the words of finite binders put in. Half of the
 * scenes is for learning rules, the other half to try them.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from './finding.js';

export const rowsOf = async (c: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await c.runAndReadAll(sql)).getRowsJson();

const superlatives = [
  ...['leftmost', 'rightmost', 'nearest', 'farthest', 'tallest', 'shortest', 'widest', 'narrowest', 'largest'],
  ...['smallest', 'second', 'third', 'fourth', 'fifth'],
];

/** Of a slot `s`: `box`, or `object` for a box whose noun is withheld. */
const formOf = `case s.strategy
  when 'box' then if(starts_with(s.text, 'the object '), 'object', 'box')
  when 'relation' then regexp_extract(s.text, '\\b(on|under|inside|next to|to the left of|to the right of|above|below) the ', 1)
  else concat_ws(' ', s.strategy, nullif(regexp_extract(s.text, '^the (${superlatives.join('|')}) ', 1), ''),
                 nullif(regexp_extract(s.text, ' from the (left|right)$', 1), '')) end`;

/** What a thing is called, without what tells it from its like. */
const nounOf = `regexp_replace(regexp_replace(s.text, '^the ((${superlatives.join('|')}) )?', ''),
  ' (in the [a-z]+ box|from the (left|right))$', '')`;

const judged = `
  create or replace temp table judged as
  with contestants as (
    select distinct task, s.name as name from (select task, answer, unnest(slots) as s from questions)
    where s.kind in ('object', 'pixel', 'category') and (s.text = answer or starts_with(answer, s.text || ', '))),
  names as (select task, list(name) as contestants from contestants group by task)
  select q.task, q.format, q.question_id, q.answer, q.options, q.answer_index, q.unit, q.value,
    concat_ws(' / ', phrasing, nullif(array_to_string([s.text for s in slots if s.name = ''], ', '), '')) as body,
    array_to_string([${formOf} for s in slots if s.strategy is not null], ', ') as forms,
    array_to_string([${nounOf} for s in slots if s.kind in ('object', 'category')], ', ') as nouns,
    [s.text for s in slots if list_contains(contestants, s.name)] as named,
    coalesce(list_position(named, q.answer),
      list_position([starts_with(q.answer, n || ', ') for n in named], true)) as winner,
    md5(scene_id)[1] < '8' as learning
  from questions q left join names using (task)`;

export async function judge(c: DuckDBConnection): Promise<void> {
  await c.run(judged);
}
