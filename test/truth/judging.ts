/** Rooms, what recipes ask of them, and the verdicts on all of it. */
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import type { Asked } from './asked.js';
import { type Asking, ask } from './asking.js';
import { judge, languageOf, type Scene, sceneOf, type Verdict } from './judge.js';
import { makeRoom } from './room.js';

export interface Judging {
  readonly tasks: readonly string[];
  readonly questions: readonly Asked[];
  readonly verdictOn: (asked: Asked) => Verdict;
}

const language = languageOf(roomsVocabulary);

/** Asks a recipe of rooms; what it asked can be judged, and judged anew with other answers. */
export async function judging({ recipe, dressed }: Asking, seed: number, rooms: number): Promise<Judging> {
  const made = Array.from({ length: rooms }, (_, index) => dressed(makeRoom(seed, index)));
  const scenes = new Map<string, Scene>(made.map((one) => [one.room.id, sceneOf(one, language)]));
  const { tasks, questions } = await ask(
    recipe,
    made.map(({ facts }) => facts),
  );
  const verdictOn = (asked: Asked): Verdict => {
    const scene = scenes.get(asked.sceneId);
    if (scene === undefined) throw new Error(`no room ${asked.sceneId}`);
    return judge(asked, scene, language);
  };
  return { tasks, questions, verdictOn };
}
