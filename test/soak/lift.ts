/**
 * Questions from pixels: `npx tsx test/soak/lift.ts [rooms] [seed]`, by default 60 rooms.
 *
 * Rooms are rendered and lifted from depth and masks instead of read from their truth; recipes/hispatial.spq and
 * recipes/beyond.spq ask of what was lifted, and the truth judges every question. With true depth and masks, and with errors
 * like those of models (`test/perceive/noisy-room.ts`). Prints per task what was asked, what of it is wrong, wrongly named and
 * undecidable in truth, and how many the stored truth would have asked; and the wrong ones by the fact that is farthest off.
 *
 *   --only exact|noisy   one of the two
 *   --wrong              every wrong question, too
 */
import { parseArgs } from 'node:util';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { RECIPES } from '../noise/curve.js';
import { type JudgedQuestion, judged } from '../noise/judged-scenes.js';
import { MONOCULAR } from '../noise/noise-model.js';
import { planned } from '../noise/planned.js';
import { taskLines } from '../noise/report.js';
import { talliesOf, tallyOf, wrongShare } from '../noise/tally.js';
import { liftedFacts } from '../perceive/lifted-facts.js';
import { causeOf } from '../perceive/lifting-cause.js';
import { noisyRoom } from '../perceive/noisy-room.js';
import { type RenderedRoom, renderedRoom } from '../perceive/rendered-room.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, wrong: { type: 'boolean', default: false } },
});
const [rooms = 60, seed = 51] = positionals.map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sigma = Math.hypot(MONOCULAR.scale, MONOCULAR.depthBias);

const ways: Readonly<Record<string, (room: RenderedRoom) => SceneFacts>> = {
  exact: (room) => liftedFacts(room, null),
  noisy: (room) => liftedFacts(noisyRoom(room, seed), sigma),
};

const plans = RECIPES.map((file) => planned(file, 1));
// A room is rendered anew for each way: all of them at once are gigabytes.
const truth = Array.from({ length: rooms }, (_, index) => renderedRoom(seed, index).facts);

async function verdictsOf(seen: readonly SceneFacts[]): Promise<readonly JudgedQuestion[]> {
  return (await judged({ truth, noisy: seen, vocabulary: roomsVocabulary }, plans)).flat();
}

const ofTruth = await verdictsOf(truth);
say(`${rooms} rooms of seed ${seed}; their truth asks ${ofTruth.length} questions`);
for (const [name, way] of Object.entries(ways)) {
  if (values.only !== undefined && values.only !== name) continue;
  const seen = Array.from({ length: rooms }, (_, index) => way(renderedRoom(seed, index)));
  const verdicts = await verdictsOf(seen);
  const all = tallyOf(verdicts);
  const right = (100 * (1 - wrongShare(all))).toFixed(2);
  say(`\n${name}: ${all.asked} questions, ${right} % right; ${all.undecidable} undecidable, ${all.misnamed} misnamed`);
  for (const line of taskLines([{ factor: 1, tallies: talliesOf(verdicts) }])) say(line);
  sayCauses(verdicts, seen);
}

function sayCauses(verdicts: readonly JudgedQuestion[], seen: readonly SceneFacts[]): void {
  const sceneOf = (scenes: readonly SceneFacts[], id: string) => scenes.find(({ scene }) => scene.sceneId === id);
  const counts = new Map<string, number>();
  for (const { task, isRight, question } of verdicts) {
    const [lifted, real] = [sceneOf(seen, question.sceneId), sceneOf(truth, question.sceneId)];
    if (isRight !== false || lifted === undefined || real === undefined) continue;
    const { kind, detail } = causeOf(lifted, real, question.ids);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (values.wrong) say(`wrong: ${question.sceneId} ${task}: ${kind}, ${detail}; ${JSON.stringify(question)}`);
  }
  say(`wrong by what is off: ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`);
}
