/** The table `questions`, as data: what every output is written from. */

export interface QuestionColumn {
  readonly name: string;
  readonly type: string;
  /** True where some questions have none: NULL. */
  readonly nullable: boolean;
  readonly about: string;
}

const slot =
  'STRUCT("name" VARCHAR, kind VARCHAR, "text" VARCHAR, id VARCHAR, strategy VARCHAR, colour VARCHAR, box DOUBLE[], point DOUBLE[])[]';

const column = (name: string, type: string, about: string): QuestionColumn => ({
  name,
  type,
  nullable: false,
  about,
});
const optional = (given: QuestionColumn): QuestionColumn => ({ ...given, nullable: true });

/** In the order in which they are written. */
export const questionColumns: readonly QuestionColumn[] = [
  column('question_id', 'UBIGINT', 'stable: the same tuple of the same task, scene and seed has the same id'),
  column('scene_id', 'VARCHAR', 'scene, as its source names it'),
  column('capture_id', 'VARCHAR', 'sequence, room or drive'),
  column('images', 'VARCHAR[]', 'paths; those inside the output folder are relative to it'),
  column('level', 'INTEGER', '0 geometric perception, 1 objects, 2 relations, 3 reasoning'),
  column('task', 'VARCHAR', 'name of the task in the recipe'),
  column('format', 'VARCHAR', 'open, choice or claim'),
  column('phrasing', 'VARCHAR', 'the template that was drawn, holes and all'),
  column('question', 'VARCHAR', 'plain text'),
  column('answer', 'VARCHAR', 'plain text; for a claim True or False; for a choice one of the options'),
  optional(column('options', 'VARCHAR[]', 'in the order shown; NULL unless a choice')),
  optional(column('answer_index', 'INTEGER', 'of the right option, from 0; NULL unless a choice')),
  column('slots', slot, 'typed values of the holes of the phrasing, in its order'),
  column('objects', 'VARCHAR[]', 'ids of objects and pixels, in order of mention'),
  optional(column('value', 'DOUBLE', 'the unrounded right number, SI; NULL where the answer is no number')),
  optional(column('unit', 'VARCHAR', 'of value: m or count')),
  column('accept', 'VARCHAR', 'acceptance rule, JSON'),
  optional(
    column(
      'margin',
      'DOUBLE',
      'the margin of the comparison that decided the question, SI; 0: exact; NULL: none was made',
    ),
  ),
  optional(column('reason', 'VARCHAR', 'rationale, or NULL')),
  column('weight', 'DOUBLE', 'how often it is drawn, against others; 1 unless the recipe has a `mix` without total'),
  column('split', 'VARCHAR', 'part of the data: train, or what `split` names; one for all of a capture'),
  column('recipe_hash', 'VARCHAR', 'SHA-256 of the recipe text'),
];

/** Columns that only order and balance questions; the table `asked` has them, `questions` has not. */
const working: readonly QuestionColumn[] = [
  column('scene', 'INTEGER', 'number of the scene in the store'),
  column('ordinal', 'INTEGER', 'place of the task in the recipe'),
  column('key', 'VARCHAR', 'the tuple, length-prefixed'),
  column('select_draw', 'BIGINT', 'where the tuple stands in its task; NULL: the task has no `take … per task`'),
  column('balance_group', 'VARCHAR', 'whose answers compete, NULL: not balanced by quota'),
  column('balance_form', 'VARCHAR', 'how its things are named; after balance NULL where that is rare'),
  column('balance_value', 'VARCHAR', 'the answer, in its group'),
  column('balance_others', 'VARCHAR[]', 'of a choice in a group: what else is offered'),
  column('balance_draw', 'BIGINT', 'where the tuple stands in its cell'),
  column(
    'told_groups',
    'VARCHAR[]',
    'of `balance by words`: a group for each two nouns, NULL: nothing is told by words',
  ),
  column('told_value', 'VARCHAR', 'what is right in these groups'),
  column('told_others', 'VARCHAR[]', 'what else might have been'),
  column('told_draw', 'BIGINT', 'where the tuple stands in its cells of words, 13 bits for each'),
  column('mix_draw', 'BIGINT', 'where the tuple stands in its part of the mix; NULL: the recipe has no `mix … total`'),
];

/** Of `questions` alone: known only when all is asked. */
const later: ReadonlySet<string> = new Set(['weight', 'split', 'recipe_hash']);

export const askedColumns: readonly QuestionColumn[] = [
  ...working,
  ...questionColumns.filter(({ name }) => !later.has(name)),
];

export function createAsked(): string {
  return `create or replace temp table asked (${askedColumns.map((c) => `"${c.name}" ${c.type}`).join(', ')})`;
}
