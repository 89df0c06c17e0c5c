/**
 * The reference evaluator: a recipe over in-memory scenes, walked tree by tree, one scene after another.
 * It shares nothing with the compiler but the AST and is written from the definition alone, so that agreement
 * with the pipeline means something. Slow and plain on purpose.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ReferenceInput, ReferenceQuestion, ReferenceTuple } from './api.js';
import { balance } from './balance.js';
import { type Body, bodiesOf } from './bodies.js';
import { cellsOf } from './cells.js';
import { evaluateIn, truthOf } from './interpret.js';
import { and } from './kleene.js';
import { mix, type TaskQuestions } from './mix.js';
import { type NamingPlan, namingPlan } from './naming-plan.js';
import { SPATIAL_LEXICON } from './noun-lexicon.js';
import { type Drafted, questionsOf } from './question.js';
import { type Reference, referencesOf } from './references.js';
import { definitionsIn, type SceneContext, sceneContext } from './scene-context.js';
import { settingsOf } from './settings.js';
import { partOf } from './split.js';
import { take, takePerTask } from './take.js';
import { categoriesCounted } from './task-counts.js';
import { type TaskScope, taskScope } from './task-scope.js';
import { balanceWords } from './told.js';
import { type Tuple, tuplesOf } from './tuples.js';
import { type Plain, plain } from './value.js';
import { vocabularyOf } from './vocabulary.js';

export type { ReferenceInput, ReferenceQuestion, ReferenceTuple } from './api.js';

/**
 * All tuples of all tasks with what they are worth, and the questions left after `take` and balance over all scenes.
 *
 * @throws when the recipe uses a construct that the definition does not speak of
 */
export function evaluate(input: ReferenceInput): {
  readonly tuples: readonly ReferenceTuple[];
  readonly questions: readonly ReferenceQuestion[];
} {
  const settings = settingsOf(input.recipe);
  const definitions = definitionsIn(input.recipe, input.library, input.measureWords);
  const vocabulary = vocabularyOf(input.vocabulary);
  const contexts = input.scenes.map((facts) => sceneContext(facts, vocabulary, settings, definitions));
  const lexicon = input.lexicon === undefined ? SPATIAL_LEXICON : new Set(input.lexicon);
  const tuples: ReferenceTuple[] = [];
  const asked: TaskQuestions[] = [];
  for (const { number, tasks } of input.recipe.levels) {
    for (const task of tasks) {
      const bodies = bodiesOf(task).map((body) => ({
        body,
        plan: namingPlan(body.task, definitions, settings.refer),
      }));
      const results = contexts.map((context) => taskInScene({ input, level: number, bodies, lexicon, context }));
      tuples.push(...results.flatMap((result) => result.tuples));
      const drafted = results.flatMap((result) => take(result.drafted, task));
      const setting = task.balance ?? settings.balance;
      const cellOf = setting !== undefined && setting.by === undefined ? () => undefined : cellsOf(task, definitions);
      const balanced = balance(takePerTask(drafted, task), cellOf);
      asked.push({
        level: number,
        task,
        cellOf,
        drafted: setting?.by === 'words' ? balanceWords(balanced, task) : balanced,
      });
    }
  }
  return { tuples, questions: questionsKept(input, asked) };
}

function questionsKept(input: ReferenceInput, asked: readonly TaskQuestions[]): readonly ReferenceQuestion[] {
  const { recipe, seed, sourceName: source } = input;
  const captures = new Map(input.scenes.map(({ scene }) => [scene.sceneId, scene.captureId]));
  return mix(asked, recipe.mix, seed).map(({ item: { question }, weight }) => {
    const captureId = captures.get(question.sceneId) ?? question.sceneId;
    return { ...question, weight, split: partOf({ seed, source, captureId }, recipe.split) };
  });
}

interface TaskInScene {
  readonly input: ReferenceInput;
  readonly level: number;
  readonly bodies: readonly { readonly body: Body; readonly plan: NamingPlan }[];
  readonly lexicon: ReadonlySet<string>;
  readonly context: SceneContext;
}

function taskInScene({ input, level, bodies, lexicon, context }: TaskInScene): {
  readonly tuples: readonly ReferenceTuple[];
  readonly drafted: readonly Drafted[];
} {
  const tuples: ReferenceTuple[] = [];
  const drafted: Drafted[] = [];
  for (const { body, plan } of bodies) {
    const { task } = body;
    for (const tuple of tuplesOf(body, { context, seed: input.seed, source: input.sourceName })) {
      const found = taskScope(task, tuple, context);
      const { bound, scope } = found;
      // Nothing is asked then, and to name things takes long.
      if (input.questionsAlone === true && !task.wheres.every((where) => truthOf(scope, where) === true)) continue;
      const counted = plan.counts.flatMap((count) => categoriesCounted(found.scope, count));
      const references = referencesOf({ context, plan, tuple, bound, counted, lexicon });
      if (input.questionsAlone !== true) tuples.push(tupleWorth(task, tuple, found, references));
      drafted.push(...questionsOf({ level, task, tuple, taskScope: found, references, named: plan.named }));
    }
  }
  return { tuples, drafted };
}

function tupleWorth(
  task: ast.Task,
  tuple: Tuple,
  { scope, bound }: TaskScope,
  references: readonly Reference[],
): ReferenceTuple {
  const answer = task.answer === undefined ? undefined : evaluateIn(scope, task.answer.value);
  const letOf = (name: string): Plain => {
    const value = scope.names.get(name);
    return value === undefined ? null : plain(value);
  };
  const objects = bound.filter(({ entity }) => entity === 'object');
  return {
    sceneId: tuple.key.sceneId,
    task: task.name.text,
    ids: tuple.bound.map(({ id }) => id),
    lets: Object.fromEntries(task.lets.map(({ name }) => [name.text, letOf(name.text)])),
    where: and(task.wheres.map((where) => truthOf(scope, where))),
    answer: answer === undefined ? null : plain(answer),
    claims: task.claims.map((claim) => {
      if (claim.kind === 'of choices') return null;
      return truthOf(scope, claim.kind === 'when' ? claim.when : claim.relation);
    }),
    references: Object.fromEntries(
      objects.map(({ name, id }) => [name, references.find((each) => each.id === id)?.strategy ?? null]),
    ),
  };
}
