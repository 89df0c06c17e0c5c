/** A task asked of scenes by the real path, written as shortly as can be: what the tests of this folder share. */
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { type AskedQuestion, askInDuckDb, planOf } from '../agreement/pipeline.js';
import { FURNITURE } from '../reference/scene-builder.js';

export interface Settings {
  readonly refer?: string;
  readonly more?: string;
  readonly seed?: number;
  readonly chunk?: number;
  readonly vocabulary?: readonly VocabularyRow[];
}

/** @param task the lines of one task, from `for` on */
export function asked(task: string, scenes: readonly SceneFacts[], settings: Settings = {}) {
  return askedAll(`level 2 "Test" {\n task t {\n${task}\n }\n}`, scenes, settings);
}

/** @param levels whole levels, without anything around them */
export async function askedAll(
  levels: string,
  scenes: readonly SceneFacts[],
  { refer = 'category, position, box', more = '', seed = 7, chunk, vocabulary = FURNITURE }: Settings = {},
): Promise<readonly AskedQuestion[]> {
  const header = `source hand = facts("facts")\nseed ${seed}\nmargin length 10 cm or 10%, angle 15 deg\nrefer by ${refer}\n`;
  const plan = planOf(`${header}${more}\n${levels}\nemit jsonl("q.jsonl")\n`);
  return askInDuckDb({ plan, scenes, vocabulary, ...(chunk === undefined ? {} : { chunk }) });
}
