/** Rooms through the noise, the questions that a recipe asks of them, and the verdict of the truth on each. */
import type { Plan } from '../../compiler/index.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import type { DrawKey } from '../reference/draws.js';
import { truthOf } from '../reference/interpret.js';
import { and } from '../reference/kleene.js';
import { type SceneContext, sceneContext } from '../reference/scene-context.js';
import { taskScope } from '../reference/task-scope.js';
import { vocabularyOf } from '../reference/vocabulary.js';
import { type NoisyQuestion, questionsAsked, storeOf } from './asked-questions.js';
import { boundTuple } from './bound-tuple.js';
import { isRight, type World } from './judged-question.js';
import { asWritten, exactly, type JudgedRecipe } from './judged-recipe.js';
import { isNamedRightly } from './named-rightly.js';
import type { NoiseModel } from './noise-model.js';
import { perturbed } from './perturbed.js';
import type { Verdict } from './tally.js';

export interface NoisyRooms {
  readonly truth: readonly SceneFacts[];
  readonly noisy: readonly SceneFacts[];
  readonly vocabulary: readonly VocabularyRow[];
}

export function throughNoise(
  truth: readonly SceneFacts[],
  vocabulary: readonly VocabularyRow[],
  model: NoiseModel,
  seed: number,
): NoisyRooms {
  const noisy = truth.map((facts) => perturbed(facts, { model, seed, vocabulary }).facts);
  return { truth, noisy, vocabulary };
}

export interface JudgedQuestion extends Verdict {
  readonly question: NoisyQuestion;
}

/** Asks each plan of the noisy rooms. Settings are the text of a plan's own margins, which decide what was asked. */
export async function judged(
  rooms: NoisyRooms,
  plans: readonly { readonly plan: Plan; readonly margins: string }[],
  threads = 2,
): Promise<readonly JudgedQuestion[][]> {
  const store = await storeOf({ scenes: rooms.noisy, vocabulary: rooms.vocabulary, threads });
  try {
    const found: JudgedQuestion[][] = [];
    for (const { plan, margins } of plans) {
      const questions = await questionsAsked(store, plan, rooms.noisy.length);
      const judge = judgeOf(rooms, asWritten(margins), plan.seed);
      found.push(questions.map((question) => ({ ...judge(question), question })));
    }
    return found;
  } finally {
    store.close();
  }
}

type Judge = (question: NoisyQuestion) => Verdict;

const truthRecipe = exactly();

function judgeOf({ truth, noisy, vocabulary }: NoisyRooms, recipe: JudgedRecipe, seed: number): Judge {
  const words = vocabularyOf(vocabulary);
  const contexts = (scenes: readonly SceneFacts[], { settings, definitions }: JudgedRecipe) =>
    new Map(scenes.map((facts) => [facts.scene.sceneId, sceneContext(facts, words, settings, definitions)]));
  const [noisyContexts, truthContexts] = [contexts(noisy, recipe), contexts(truth, truthRecipe)];
  return (question) => {
    const { sceneId, task, ids } = question;
    const key: DrawKey = { seed, task, source: 'rooms', sceneId, ids };
    const asked = worldOf(recipe, key, noisyContexts.get(sceneId));
    const real = worldOf(truthRecipe, key, truthContexts.get(sceneId));
    const margin = recipe.settings.length.absolute;
    return {
      task,
      isRight: isRight({ question, key, noisy: asked, truth: real, margin }),
      isNamed: and(question.slots.map((slot) => isNamed(slot, asked, real))),
      isMeant: and(real.task.wheres.map((where) => truthOf(real.scope, where))),
    };
  };
}

function worldOf({ tasks }: JudgedRecipe, key: DrawKey, context: SceneContext | undefined): World {
  const task = tasks.get(key.task);
  const found = task && context && boundTuple({ task, key, context });
  if (found === undefined || context === undefined)
    throw new Error(`no ${key.task} of ${key.ids.join(', ')} in ${key.sceneId}`);
  return { task: found.body.task, scope: taskScope(found.body.task, found.tuple, context).scope };
}

function isNamed(slot: NoisyQuestion['slots'][number], asked: World, real: World) {
  if (slot.kind !== 'object' || slot.strategy === null) return true;
  const rowIn = ({ scope }: World) => scope.context.facts.objects.find(({ objectId }) => objectId === slot.id);
  const [label, row] = [rowIn(asked)?.category, rowIn(real)];
  if (label === undefined || row === undefined) return false;
  return isNamedRightly({ slot, label, row, truth: real.scope.context });
}
