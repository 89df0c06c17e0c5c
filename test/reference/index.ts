/**
 * The reference evaluator: a recipe over in-memory scenes, walked tree by tree, one scene after another.
 * It shares nothing with the compiler but the AST and is written from the definition alone, so that agreement
 * with the pipeline means something. Slow and plain on purpose.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ReferenceInput, ReferenceQuestion, ReferenceTuple } from './api.js';
import { balance, type Cell } from './balance.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { calledCategories } from './interpret-quantifier.js';
import { and } from './kleene.js';
import { SPATIAL_LEXICON } from './noun-lexicon.js';
import { type Drafted, questionOf } from './question.js';
import { type Reference, type ReferencePlan, referencePlan, referencesOf } from './references.js';
import { type Relations, relationsOf, type SceneContext, sceneContext } from './scene-context.js';
import { settingsOf } from './settings.js';
import { isSwapSymmetric } from './swap-symmetry.js';
import { take } from './take.js';
import { taskCounts } from './task-counts.js';
import { type Tuple, tuplesOf } from './tuples.js';
import { type Plain, plain, type Value } from './value.js';
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
  const relations = relationsOf(input.recipe, input.library);
  const vocabulary = vocabularyOf(input.vocabulary);
  const contexts = input.scenes.map((facts) => sceneContext(facts, vocabulary, settings, relations));
  const lexicon = input.lexicon === undefined ? SPATIAL_LEXICON : new Set(input.lexicon);
  const tuples: ReferenceTuple[] = [];
  const questions: ReferenceQuestion[] = [];
  for (const { number, tasks } of input.recipe.levels) {
    for (const task of tasks) {
      const plan = referencePlan(task, relations, settings.refer);
      const results = contexts.map((context) => taskInScene({ input, level: number, task, plan, lexicon, context }));
      tuples.push(...results.flatMap((result) => result.tuples));
      const drafted = results.flatMap((result) => take(result.drafted, task));
      questions.push(...balance(drafted, cellOf(task, relations)).map(({ question }) => question));
    }
  }
  return { tuples, questions };
}

interface TaskInScene {
  readonly input: ReferenceInput;
  readonly level: number;
  readonly task: ast.Task;
  readonly plan: ReferencePlan;
  readonly lexicon: ReadonlySet<string>;
  readonly context: SceneContext;
}

function taskInScene({ input, level, task, plan, lexicon, context }: TaskInScene): {
  readonly tuples: readonly ReferenceTuple[];
  readonly drafted: readonly Drafted[];
} {
  const counts = taskCounts(task);
  const tuples: ReferenceTuple[] = [];
  const drafted: Drafted[] = [];
  for (const tuple of tuplesOf(task, context, input.seed, input.sourceName)) {
    const scope = scopeOf(task, tuple, context);
    const counted = counts.flatMap((count) => calledCategories(scope, count));
    const references = referencesOf({ context, plan, tuple, counted, lexicon });
    tuples.push(tupleWorth(task, tuple, scope, references));
    const question = questionOf({ level, task, tuple, scope, references });
    if (question !== undefined) drafted.push(question);
  }
  return { tuples, drafted };
}

/** The names of the `for` line and then each `let`, in order. */
function scopeOf(task: ast.Task, tuple: Tuple, context: SceneContext): Scope {
  let names: ReadonlyMap<string, Value> = new Map(tuple.bound.map(({ name, value }) => [name, value]));
  const bound = new Set(tuple.bound.filter(({ entity }) => entity === 'object').map(({ id }) => id));
  for (const { name, value } of task.lets) {
    names = new Map([...names, [name.text, evaluateIn({ context, names, bound }, value)]]);
  }
  return { context, names, bound };
}

function tupleWorth(task: ast.Task, tuple: Tuple, scope: Scope, references: readonly Reference[]): ReferenceTuple {
  const answer = task.answer === undefined ? undefined : evaluateIn(scope, task.answer.value);
  const letOf = (name: string): Plain => {
    const value = scope.names.get(name);
    return value === undefined ? null : plain(value);
  };
  const objects = tuple.bound.filter(({ entity }) => entity === 'object');
  return {
    sceneId: tuple.key.sceneId,
    task: task.name.text,
    ids: tuple.bound.map(({ id }) => id),
    lets: Object.fromEntries(task.lets.map(({ name }) => [name.text, letOf(name.text)])),
    where: and(task.wheres.map((where) => truthOf(scope, where))),
    answer: answer === undefined ? null : plain(answer),
    claims: task.claims.map((claim) => truthOf(scope, claim.when)),
    references: Object.fromEntries(
      objects.map(({ name }) => [name, references.find((each) => each.name === name)?.strategy ?? null]),
    ),
  };
}

/** Which questions compete for a place: claims by phrasing and truth, enumerations and counts by answer. */
function cellOf(task: ast.Task, relations: Relations): (item: Drafted) => Cell | undefined {
  const symmetric = new Map(task.claims.map((claim) => [claim, isSwapSymmetric(task, claim, relations)]));
  return ({ question, claim, phrasing, answer }) => {
    if (claim !== undefined) {
      return symmetric.get(claim) === true ? undefined : { group: `claim ${phrasing}`, value: String(plain(answer)) };
    }
    const isCount = answer.kind === 'quantity' && answer.measure === 'count';
    const isEnumeration = (answer.kind === 'word' && answer.domain === 'enumeration') || answer.kind === 'truth';
    return isCount || isEnumeration ? { group: question.format, value: String(plain(answer)) } : undefined;
  };
}
