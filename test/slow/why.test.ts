/**
 * Explanations agree with what they explain, for every construct of the language: guards hold, the answer is the
 * question's, the truth of a claim is its answer, names are those that stand in the text.
 */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { probe } from '../../compiler/index.js';
import type { Store } from '../../runtime/facts/store.js';
import { type Explanation, explainQuestion, type ProbeFor } from '../../runtime/why/explain.js';
import { askedStore, library, planOf } from '../agreement/pipeline.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';

const scenes = randomScenes(150);
/** Files, and how many questions of each task and format are explained. */
const recipes = {
  constructs: ['test/agreement/constructs.spq', 1],
  quickstart: ['recipes/quickstart.spq', 2],
} as const;
const stores: Store[] = [];
afterAll(() => stores.forEach((store) => void store.close()));

describe('explanations', () => {
  for (const [name, [file, each]] of Object.entries(recipes)) {
    it(`agree with their questions: ${name}`, async () => {
      const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      const store = await askedStore({ plan: planOf(text), scenes, vocabulary: FURNITURE });
      stores.push(store);
      const probeFor = probes(text);
      const ids = await chosen(store, each);
      expect(ids.length).toBeGreaterThan(30);
      for (const { id, task } of ids) {
        const e = await explainQuestion(store.connection, id, probeFor);
        expect({ task, id, problems: e ? problemsOf(e) : ['not explained'] }).toEqual({ task, id, problems: [] });
      }
    });
  }
});

function probes(text: string): ProbeFor {
  const made = new Map<string, ReturnType<ProbeFor>>();
  return (task, body) => {
    const key = `${task} ${body}`;
    const known = made.get(key) ?? probe({ recipe: { file: 'test.spq', text }, library, options: {} }, task, body);
    made.set(key, known);
    return known;
  };
}

/** So many questions of each task and format. */
async function chosen(
  { connection }: Store,
  each: number,
): Promise<readonly { readonly id: string; readonly task: string }[]> {
  const reader = await connection.runAndReadAll(
    `select question_id::varchar, task from questions
     qualify row_number() over (partition by task, format order by question_id) <= ${each} order by task, question_id`,
  );
  return reader.getRows().map(([id, task]) => ({ id: String(id), task: String(task) }));
}

function problemsOf(e: Explanation): readonly string[] {
  const q = e.question ?? {};
  const guards = e.lines.filter(({ clause }) => clause === 'where').filter(({ step }) => step.value !== true);
  const answer = e.lines.find(({ clause, claim }) => clause === 'answer' && claim === null)?.step.value;
  const value = q.value === null || e.format === 'claim' ? undefined : Number(q.value);
  const claim = e.lines.find(({ claim }) => claim !== null)?.step.value;
  const said = ['True', 'Yes'].includes(String(q.answer));
  return [
    ...guards.map(({ step }) => `the guard ${step.written} is ${step.text}`),
    ...(value !== undefined && answer !== value ? [`the answer is ${value} and explained as ${String(answer)}`] : []),
    ...(claim !== undefined && claim !== (said !== e.negated)
      ? [`the claim is ${said} and explained as ${String(claim)}`]
      : []),
    ...(claim === undefined && answer === undefined && statementsOf(e) === 0
      ? ['nothing says what the answer is']
      : []),
    ...namesOf(e),
    ...e.left.map((cause) => `left out: ${cause}`),
  ];
}

const statementsOf = ({ lines }: Explanation): number => lines.filter(({ clause }) => clause === 'statement').length;

/** Words of each thing that a slot prints. */
function namesOf({ question, names }: Explanation): readonly string[] {
  const slots: unknown = question?.slots;
  if (!Array.isArray(slots)) return ['no slots'];
  return slots.flatMap(({ name, kind, text, strategy, colour }: Readonly<Record<string, unknown>>) => {
    if (kind !== 'object') return [];
    const told = names.find((n) => n.name === name);
    const same = told?.words === text && told?.strategy === strategy && told?.colour === colour;
    return same ? [] : [`${String(name)} is ${String(text)} and explained as ${told?.words ?? 'nothing'}`];
  });
}
