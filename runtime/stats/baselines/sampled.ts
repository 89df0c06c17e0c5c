/** The questions that baselines learn from and are tried on, with the classes and boxes of what they name. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberOrNull, rowsOf, textOrNull, textsOf } from '../rows.js';

/** What a hole of the question names. */
export interface Thing {
  /** In the phrasing, from 1. */
  readonly place: number;
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  /** Label of the object, or the category itself; null for pixels, numbers and texts. */
  readonly category: string | null;
  /** x1, y1, x2, y2 as shares of the picture's sides; a pixel is a box without size. Null where there is none. */
  readonly box: readonly [number, number, number, number] | null;
}

export interface Sampled {
  readonly capture: string;
  readonly learning: boolean;
  readonly phrasing: string;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[];
  /** Of the right option; null unless a choice. */
  readonly answerIndex: number | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly accept: string;
  /** In the order of the phrasing. */
  readonly things: readonly Thing[];
}

export interface Group {
  readonly level: number;
  readonly task: string;
  readonly format: string;
}

export async function groupsOf(connection: DuckDBConnection): Promise<readonly Group[]> {
  const found = await rowsOf(
    connection,
    `select level, task, format from questions group by all
     order by level, task, list_position(['open', 'choice', 'claim'], any_value(format))`,
  );
  return found.map(([level, task, format]) => ({ level: Number(level), task: String(task), format: String(format) }));
}

/**
 * Makes the temporary table `sampled_questions`: of each task and format at most `most` questions of each half, those
 * with the least ids: an id is a draw, so they are a fair sample. Needs `capture_half` and `scene_number`.
 */
export async function sampleQuestions(connection: DuckDBConnection, most: number): Promise<void> {
  // First which ones, by narrow columns; then what they say, in one pass over the wide ones.
  await connection.run(
    `create or replace temp table chosen_questions as
     select question_id, learning from questions join capture_half using (capture_id)
     qualify row_number() over (partition by task, format, learning order by question_id) <= ${most}`,
  );
  await connection.run(
    `create or replace temp table sampled_questions as
     select question_id, learning, scene_id, capture_id, task, format, phrasing, question, answer, options, answer_index,
            value, unit, accept, slots
     from questions join chosen_questions using (question_id)`,
  );
  await connection.run(
    `create or replace temp table sampled_things as
     with holes as (
       select question_id, scene_id, capture_id, unnest(slots) as hole, generate_subscripts(slots, 1) as place
       from sampled_questions),
     seen as (
       select h.question_id, h.place, h.hole,
              case when h.hole.kind = 'category' then h.hole.id when h.hole.kind = 'object' then o.category end as category,
              case when h.hole.point is not null
                   then [h.hole.point[1], h.hole.point[2], h.hole.point[1], h.hole.point[2]]
                   when h.hole.kind = 'object' then o.box2d end as box,
              n.width, n.height
       from holes h left join scene_number n using (scene_id, capture_id)
       left join objects o on o.scene = n.scene and o.object_id = h.hole.id)
     select question_id, list({'place': place, 'name': hole.name, 'kind': hole.kind, 'text': hole.text,
              'category': category,
              'box': list_transform(box, lambda x, i: x / case when i % 2 = 1 then width else height end)}) as things
     from seen group by question_id`,
  );
}

/** Those of one task and format, in the order of their ids. */
export async function sampledOf(
  connection: DuckDBConnection,
  { task, format }: Pick<Group, 'task' | 'format'>,
): Promise<readonly Sampled[]> {
  const found = await rowsOf(
    connection,
    `select capture_id, learning, phrasing, question, answer, options, answer_index, value, unit, accept, things
     from sampled_questions left join sampled_things using (question_id)
     where task = $task and format = $format order by question_id`,
    { task, format },
  );
  return found.map(
    ([capture, learning, phrasing, question, answer, options, answerIndex, value, unit, accept, things]) => ({
      capture: String(capture),
      learning: learning === true,
      phrasing: String(phrasing),
      question: String(question),
      answer: String(answer),
      options: textsOf(options),
      answerIndex: numberOrNull(answerIndex),
      value: numberOrNull(value),
      unit: textOrNull(unit),
      accept: String(accept),
      things: Array.isArray(things) ? things.map(thingOf).toSorted((a, b) => a.place - b.place) : [],
    }),
  );
}

function thingOf(given: unknown): Thing {
  const of = (name: string): unknown =>
    typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined;
  const box = of('box');
  const [x1, y1, x2, y2] = Array.isArray(box) ? box.map(Number) : [];
  const whole = x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined;
  return {
    place: Number(of('place')),
    name: String(of('name')),
    kind: String(of('kind')),
    text: String(of('text')),
    category: textOrNull(of('category')),
    box: whole ? [x1, y1, x2, y2] : null,
  };
}
