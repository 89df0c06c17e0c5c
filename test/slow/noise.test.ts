/** Asked of facts as models would give them, the shipped recipes are right: docs/noise.md says what that means. */
import { beforeAll, describe, expect, it } from 'vitest';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { mostWrong } from '../noise/bound.js';
import { RECIPES } from '../noise/curve.js';
import { judged, throughNoise } from '../noise/judged-scenes.js';
import { MONOCULAR, QUIET } from '../noise/noise-model.js';
import { planned } from '../noise/planned.js';
import { type Tally, talliesOf } from '../noise/tally.js';

/** Of fewer questions a share says too little. */
const ENOUGH = 100;
const NOISY_ROOMS = 60;
const QUIET_ROOMS = 12;

let noisy: ReadonlyMap<string, Tally> = new Map();
let quiet: ReadonlyMap<string, Tally> = new Map();

/** In one store, since most of the time goes into asking at all. */
beforeAll(async () => {
  const roomsOf = (seed: number, count: number, model: typeof QUIET) => {
    const truth = Array.from({ length: count }, (_, i) => roomFacts(seed, i, { pixels: true }));
    return throughNoise(truth, roomsVocabulary, model, seed);
  };
  const [some, others] = [roomsOf(77, NOISY_ROOMS, MONOCULAR), roomsOf(78, QUIET_ROOMS, QUIET)];
  const rooms = {
    truth: [...some.truth, ...others.truth],
    noisy: [...some.noisy, ...others.noisy],
    vocabulary: roomsVocabulary,
  };
  const verdicts = await judged(
    rooms,
    RECIPES.map((file) => planned(file, 1)),
  );
  const isQuiet = new Set(others.truth.map(({ scene }) => scene.sceneId));
  noisy = talliesOf(verdicts.flat().filter(({ question }) => !isQuiet.has(question.sceneId)));
  quiet = talliesOf(verdicts.flat().filter(({ question }) => isQuiet.has(question.sceneId)));
}, 900_000);

describe('truth under noise', () => {
  it('without noise, nothing is wrong, misnamed or undecidable', () => {
    const faults = [...quiet].filter(([, t]) => t.wrong + t.undecidable + t.misnamed + t.unclear + t.unmeant > 0);
    expect(faults).toEqual([]);
    expect(quiet.size).toBeGreaterThan(90);
  });

  it('makes no more than 2 % of the answers of any task wrong', () => {
    const tasks = [...noisy].filter(([, { asked }]) => asked >= ENOUGH);
    const worse = tasks.filter(([, { asked, undecidable, wrong }]) => wrong > mostWrong(asked - undecidable));
    expect(worse).toEqual([]);
    expect(tasks.length).toBeGreaterThan(50);
  });

  it('makes no more than 2 % of all answers wrong, nor of all names', () => {
    const kept = [...noisy.values()];
    const sum = (of: (tally: Tally) => number): number => kept.reduce((all, tally) => all + of(tally), 0);
    const asked = sum((tally) => tally.asked);
    expect(sum(({ wrong }) => wrong) / asked).toBeLessThan(0.02);
    expect(sum(({ misnamed }) => misnamed) / asked).toBeLessThan(0.02);
  });
});
