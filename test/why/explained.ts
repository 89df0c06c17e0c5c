/** Explanations of a recipe's questions over scenes by hand, through the real path. */
import { probe } from '../../compiler/index.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import type { Store } from '../../runtime/facts/store.js';
import { type Explanation, explainTuples, type ProbeFor } from '../../runtime/why/explain.js';
import type { Line, Step } from '../../runtime/why/step.js';
import { askedStore, library, planOf } from '../agreement/pipeline.js';
import { FURNITURE } from '../reference/scene-builder.js';

export interface Explained {
  readonly store: Store;
  readonly probeFor: ProbeFor;
  readonly tuples: (task: string, sceneId: string, things: readonly string[]) => Promise<readonly Explanation[]>;
}

export async function explained(
  text: string,
  scenes: readonly SceneFacts[],
  vocabulary: readonly VocabularyRow[] = FURNITURE,
): Promise<Explained> {
  const recipe = `source hand = rooms(count: 1)\n${text}\nemit parquet("q")\n`;
  const store = await askedStore({ plan: planOf(recipe), scenes, vocabulary });
  const input = { recipe: { file: 'test.spq', text: recipe }, library, options: {} };
  const made = new Map<string, ReturnType<ProbeFor>>();
  const probeFor: ProbeFor = (task, body) => {
    const key = `${task} ${body}`;
    const known = made.get(key) ?? probe(input, task, body);
    made.set(key, known);
    return known;
  };
  const tuples: Explained['tuples'] = (task, sceneId, things) =>
    explainTuples(store.connection, { task, sceneId, things }, probeFor);
  return { store, probeFor, tuples };
}

/** The one line of a clause. @throws where there are none or several */
export function lineOf({ lines }: Explanation, clause: Line['clause'], name = ''): Line {
  const [line, second] = lines.filter((l) => l.clause === clause && l.name === name);
  if (!line || second) throw new Error(`not one ${clause} ${name}`);
  return line;
}

/** A step in short: what stands written, with the numbers, and what it is. */
export const short = ({ written, formula, text, apart }: Step): string =>
  `${written} | ${formula ?? ''} | ${text} | ${apart?.text ?? ''}`;

/** A step and all below it, in short. */
export const outline = (step: Step, indent = ''): readonly string[] => [
  `${indent}${short(step)}`,
  ...step.remarks.map((remark) => `${indent}- ${remark}`),
  ...step.parts.flatMap((part) => outline(part, `${indent}  `)),
];
