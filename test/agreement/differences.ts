/** Compares what the pipeline asked with what the reference evaluator asks, question by question. */
import type { ReferenceQuestion } from '../reference/index.js';
import type { AskedQuestion } from './pipeline.js';

export interface Difference {
  readonly key: string;
  readonly reference: readonly string[];
  readonly pipeline: readonly string[];
}

/** Questions that only one side asks, or that the two ask differently; alike ones are matched one by one. */
export function differences(
  reference: readonly ReferenceQuestion[],
  pipeline: readonly AskedQuestion[],
): readonly Difference[] {
  const expected = byKey(reference.map(row));
  const found = byKey(pipeline.map(row));
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [a, b] = [expected.get(key) ?? [], found.get(key) ?? []];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ key, reference: a, pipeline: b }];
  });
}

type Row = Omit<AskedQuestion, 'phrasing'> & { readonly phrasing: string };

function row(question: Row | ReferenceQuestion): Row {
  const { sceneId, level, task, format, phrasing, objects, reason, weight, split, ...worded } = question;
  const { question: text, answer, options, answerIndex, value } = worded;
  return {
    ...{ sceneId, level, task, format, phrasing, question: text, answer, options, answerIndex },
    ...{ objects: [...objects], value, reason, weight, split },
  };
}

/** Rows of the same things of a scene, sorted, since several bodies may ask of them. */
function byKey(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const keyed = new Map<string, string[]>();
  for (const r of rows) {
    const key = JSON.stringify([r.task, r.sceneId, ...r.objects, r.phrasing]);
    keyed.set(key, [...(keyed.get(key) ?? []), JSON.stringify(r)].sort());
  }
  return keyed;
}
