/**
 * The questions of an audit: as evenly as can be over tasks and formats, and within them by a hash, so that the same store
 * and seed give the same sample, and a larger one holds the smaller.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberIn, type Row, rowsOf, textIn, textsIn } from '../why/scene-queries.js';
import type { Thing } from '../why/things.js';

export interface AuditItem {
  readonly id: string;
  readonly level: number;
  readonly task: string;
  readonly format: string;
  readonly sceneId: string;
  /** Number of the scene in the store; null where it cannot be told apart from others of its name. */
  readonly scene: number | null;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[];
  readonly reason: string | null;
  readonly hasPicture: boolean;
  readonly recipeHash: string;
  /** What the question speaks of, in the order of its text. */
  readonly things: readonly Thing[];
  /** Colours of the boxes that it speaks of, by the name of the thing. */
  readonly colours: readonly { readonly name: string; readonly colour: string | null }[];
}

/** Which ones is told by narrow columns; only then it is read what they say. */
const SAMPLE = `
  with lots as (
    select question_id, task, format, md5($seed || ':' || question_id) as lot from questions
  ), turns as (
    select *, row_number() over (partition by task, format order by lot, question_id) as turn from lots
    qualify turn <= $n
  ), chosen as (
    select question_id, lot, turn from turns order by turn, md5($seed || ':' || task || ':' || format), lot limit $n
  )
  select c.question_id::varchar as id, c.*, s.scene as scene_number
  from (select * from questions join chosen using (question_id)) c left join scenes s
    on s.scene_id = c.scene_id and s.capture_id = c.capture_id and s.image_uri is not distinct from c.images[1]
  qualify row_number() over (partition by c.question_id order by s.scene) = 1
  order by c.turn, c.level, c.task, c.format, c.lot`;

/** @param n how many, at most */
export async function auditSample(
  connection: DuckDBConnection,
  n: number,
  seed: number,
): Promise<readonly AuditItem[]> {
  const rows = await rowsOf(connection, SAMPLE, { seed: String(seed), n });
  return rows.map(itemOf);
}

/** Of the recipe that made the store; empty where it asked nothing. */
export async function recipeHashIn(connection: DuckDBConnection): Promise<string> {
  const [row = {}] = await rowsOf(connection, 'select any_value(recipe_hash) as hash from questions');
  return textIn(row, 'hash') ?? '';
}

function itemOf(row: Row): AuditItem {
  const slots = slotsIn(row);
  const named = slots.flatMap(({ name, kind, id }): Thing[] => (id === null ? [] : [{ name, kind, id }]));
  const others = textsIn(row, 'objects').filter((id) => !named.some((thing) => thing.id === id));
  return {
    id: textIn(row, 'id') ?? '',
    level: numberIn(row, 'level') ?? 0,
    task: textIn(row, 'task') ?? '',
    format: textIn(row, 'format') ?? '',
    sceneId: textIn(row, 'scene_id') ?? '',
    scene: numberIn(row, 'scene_number'),
    question: textIn(row, 'question') ?? '',
    answer: textIn(row, 'answer') ?? '',
    options: textsIn(row, 'options'),
    reason: textIn(row, 'reason'),
    hasPicture: textsIn(row, 'images').length > 0,
    recipeHash: textIn(row, 'recipe_hash') ?? '',
    things: [...named, ...others.map((id): Thing => ({ name: '', kind: 'object', id }))],
    colours: slots.map(({ name, colour }) => ({ name, colour })),
  };
}

interface Slot {
  readonly name: string;
  readonly kind: Thing['kind'];
  readonly id: string | null;
  readonly colour: string | null;
}

/** Things alone, each once; categories have no place in a picture. */
function slotsIn(row: Row): readonly Slot[] {
  const slots: unknown = row.slots;
  if (!Array.isArray(slots)) return [];
  const found = new Map<string, Slot>();
  for (const slot of slots) {
    if (typeof slot !== 'object' || slot === null) continue;
    const { name, kind, id, colour } = slot;
    if (kind !== 'object' && kind !== 'pixel') continue;
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    found.set(String(id), { name: text(name) ?? '', kind, id: text(id), colour: text(colour) });
  }
  return [...found.values()];
}
