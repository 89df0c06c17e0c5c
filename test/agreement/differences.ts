/** Compares what the pipeline asked with what the reference evaluator asks, question by question. */
import type { ReferenceQuestion } from '../reference/index.js';
import type { AskedQuestion } from './pipeline.js';

export interface Difference {
  readonly key: string;
  readonly reference: string | undefined;
  readonly pipeline: string | undefined;
}

/** Questions that only one side asks, or that the two ask differently. */
export function differences(
  reference: readonly ReferenceQuestion[],
  pipeline: readonly AskedQuestion[],
): readonly Difference[] {
  const expected = byKey(reference.map(row));
  const found = byKey(pipeline.map(row));
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [a, b] = [expected.get(key), found.get(key)];
    return a === b ? [] : [{ key, reference: a, pipeline: b }];
  });
}

type Row = Omit<AskedQuestion, 'phrasing'> & { readonly phrasing: string };

function row({
  sceneId,
  level,
  task,
  format,
  phrasing,
  question,
  answer,
  options,
  answerIndex,
  objects,
  value,
}: Row | ReferenceQuestion): Row {
  return {
    sceneId,
    level,
    task,
    format,
    phrasing,
    question,
    answer,
    options,
    answerIndex,
    objects: [...objects],
    value,
  };
}

/** A question is the one that a task asks of these things of a scene; a counted category stands in the question. */
function byKey(rows: readonly Row[]): ReadonlyMap<string, string> {
  const keyed = new Map<string, string>();
  for (const r of rows) {
    const category = r.task.startsWith('count') ? r.question : '';
    const key = JSON.stringify([r.task, r.sceneId, ...r.objects, r.phrasing, category]);
    if (keyed.has(key)) throw new Error(`two questions of ${key}`);
    keyed.set(key, JSON.stringify(r));
  }
  return keyed;
}
