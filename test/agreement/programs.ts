/** Random programs over random scenes, by the pipeline and by the reference evaluator; one store serves all programs. */
import { compile } from '../../compiler/index.js';
import { randomProgram } from '../reference/random-programs.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { referenceQuestions } from './compared.js';
import { type Difference, differences } from './differences.js';
import { askInStore, filledStore, library, questionsIn } from './pipeline.js';

/** Far more than any program of these should come to: to run it would take minutes. */
const LARGEST_PLAN = 3_000_000;

export interface ProgramsCompared {
  /** Programs on which the two sides differ, and those that one side cannot run. */
  readonly disagreeing: readonly Disagreement[];
  /** Programs without an error, which were run. */
  readonly run: number;
  /** Programs that asked anything. */
  readonly asking: number;
  readonly questions: number;
}

export interface Disagreement {
  readonly program: number;
  readonly recipe: string;
  readonly differences: readonly Difference[];
  readonly failure: string | undefined;
}

/** @param scenes how many, from number `first` */
export async function comparedPrograms(
  programs: readonly number[],
  scenes: { readonly count: number; readonly first: number },
): Promise<ProgramsCompared> {
  const facts = randomScenes(scenes.count, scenes.first);
  const store = await filledStore('rooms', facts, FURNITURE);
  const disagreeing: Disagreement[] = [];
  const counts: number[] = [];
  try {
    for (const program of programs) {
      const recipe = randomProgram(program);
      try {
        const { plan } = compile({ recipe: { file: 'random.spq', text: recipe }, library, options: {} });
        if (plan === undefined) continue;
        const size = plan.tasks.reduce((sum, task) => sum + JSON.stringify(task).length, 0);
        if (size > LARGEST_PLAN) throw new Error(`a plan of ${size} characters`);
        await askInStore(store, plan, facts.length);
        const asked = await questionsIn(store);
        const found = differences(referenceQuestions(recipe, plan, facts), asked);
        if (found.length > 0) disagreeing.push({ program, recipe, differences: found, failure: undefined });
        counts.push(asked.length);
      } catch (thrown) {
        const failure = thrown instanceof Error ? thrown.message : String(thrown);
        disagreeing.push({ program, recipe, differences: [], failure });
        counts.push(0);
      }
    }
  } finally {
    store.close();
  }
  return {
    disagreeing,
    run: counts.length,
    asking: counts.filter((count) => count > 0).length,
    questions: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** A disagreement as text: the task, and the first question that differs. */
export function summaryOf({ program, recipe, differences: [first], failure }: Disagreement): string {
  const task = recipe.slice(recipe.indexOf('level 2'));
  const found =
    failure ?? `reference ${first?.reference.join() || 'nothing'}\npipeline ${first?.pipeline.join() || 'nothing'}`;
  return `program ${program}: ${found}\n${task}`;
}
