/**
 * What went wrong in other public generators, answers first: each test is named after it, and shows that it cannot happen
 * here. The cases are worked out by hand.
 */
import { describe, expect, it } from 'vitest';
import type { ObjectRow, Vector3 } from '../../runtime/facts/rows.js';
import { covered, scene, thing } from '../reference/scene-builder.js';
import { asked } from './asked.js';

/** Axes of a box turned by so many degrees about the vertical. */
function turned(degrees: number): readonly number[] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [c, 0, s, 0, 1, 0, -s, 0, c];
}

const tall = (id: string, category: string, centre: Vector3, height: number): ObjectRow =>
  thing(id, category, centre, { size: [0.5, height, 0.5] });

describe('elsewhere', () => {
  it('distances along the axes of the world were so wrong that the loader deletes them', async () => {
    // The camera looks down by 36.87 degrees: up is (0, -4/5, -3/5). From chair to lamp: 2 m along its view, 1 m to the right.
    const scenes = [
      scene('s', [thing('a', 'chair', [0, 0, 3]), thing('b', 'lamp', [1, 0, 5])], {
        scene: { up: [0, -0.8, -0.6] },
      }),
    ];
    const task = `for objects (a, b)
      let v = (b.position from world) - (a.position from world)
      ask "From {a} to {b}?"
      answer (v.right, v.up, v.forward) as "{v.right:signed} {v.up:signed} {v.forward:signed}"`;
    const [there] = (await asked(task, scenes)).filter(({ objects }) => objects[0] === 'a');
    expect(there?.answer).toBe('+1.00 m -1.20 m +1.60 m');
  });

  it('the farther of two was answered with the nearer', async () => {
    const scenes = [scene('s', [thing('near', 'chair', [-1, 0, 2]), thing('far', 'lamp', [1, 0, 6])])];
    const task = `for objects {a, b}
      ask "Which is farther from the camera, {a} or {b}?"
      answer the x in {a, b} with greatest distance(camera, x)`;
    expect((await asked(task, scenes)).map(({ answer }) => answer)).toEqual(['the lamp']);
  });

  it('left and right were asked of things that overlap on that axis', async () => {
    // 30 cm apart by their middles, and each half a metre wide: neither is to the left of the other.
    const overlapping = [thing('a', 'chair', [0, 0, 4]), thing('b', 'lamp', [0.3, 0, 4])];
    const apart = [thing('a', 'chair', [-1, 0, 4]), thing('b', 'lamp', [1, 0, 4])];
    const task = 'for objects {a, b}\n claim "{a} is to the left of {b}." when a left of b';
    expect(await asked(task, [scene('s', overlapping)])).toEqual([]);
    expect(await asked(task, [scene('s', apart)])).toHaveLength(1);
  });

  it('the right option was found by a part of its text: `left` in `front left`', async () => {
    const scenes = [
      scene('left', [thing('a', 'chair', [-2, 0, 4])]),
      scene('middle', [thing('b', 'lamp', [0, 0, 4])]),
      scene('near', [thing('c', 'table', [-1, 0, 2])]),
    ];
    const task = `for object a
      let place = if a.depth < 3 m then "front left" else if a.position.right < -1 m then "left" else "middle"
      ask "Where is {a}?"
      answer place
      choices "front left", "left", "middle"
      formats choice 100%
      balance none`;
    const questions = await asked(task, scenes);
    const right = questions.map(({ options, answerIndex }) => options?.[answerIndex ?? -1]);
    expect(right.toSorted()).toEqual(['front left', 'left', 'middle']);
    expect(right).toEqual(questions.map(({ answer }) => answer));
  });

  it('heights were computed from widths, and lengths multiplied by ten', async () => {
    const one = thing('a', 'chair', [0, 0, 4], { size: [0.3, 1.7, 0.6] });
    const task = 'for object a\n ask "How tall is {a}?"\n answer a.height';
    const [question] = await asked(task, [scene('s', [one])]);
    expect([question?.answer, question?.value]).toEqual(['1.70 m', 1.7]);
  });

  it('hours were taken by the floor, not the nearest: half of all answers were an hour off', async () => {
    // To the right of straight ahead; by the floor all of these would be 12 o'clock but the last.
    const at = (id: string, degrees: number): ObjectRow =>
      thing(id, 'chair', [4 * Math.sin((degrees * Math.PI) / 180), 0, 4 * Math.cos((degrees * Math.PI) / 180)]);
    const task = 'for object a\n ask "At which hour is {a}?"\n answer clock(a.position)\n balance none';
    const hours = async (degrees: number): Promise<readonly string[]> =>
      (await asked(task, [scene('s', [at('a', degrees)])])).map(({ answer }) => answer);
    const found = [await hours(20), await hours(25), await hours(30)];
    expect(found.flat().every((hour) => hour === "1 o'clock")).toBe(true);
    expect(found[2]).toEqual(["1 o'clock"]);
    // Half-way between two hours neither is right.
    expect(await hours(15)).toEqual([]);
  });

  it('comparisons had no margin', async () => {
    const pair = (other: number) => [
      scene('s', [tall('a', 'chair', [-1, 0, 4], 1), tall('b', 'lamp', [1, 0, 4], other)]),
    ];
    const task = 'for objects {a, b}\n claim "{a} is taller than {b}." when a taller than b';
    expect(await asked(task, pair(1.02))).toEqual([]);
    expect(await asked(task, pair(1.3))).toHaveLength(1);
  });

  it('a distance was sometimes that of the closest points, sometimes that of the centres', async () => {
    const cube = (id: string, category: string, x: number) => thing(id, category, [x, 0, 5], { size: [1, 1, 1] });
    const scenes = [scene('s', [cube('a', 'chair', -1.5), cube('b', 'lamp', 1.5)])];
    const of = async (value: string): Promise<readonly string[]> =>
      (await asked(`for objects {a, b}\n ask "{a} {b}?"\n answer ${value}`, scenes)).map(({ answer }) => answer);
    expect(await of('distance(a, b)')).toEqual(['3.0 m']);
    expect(await of('gap(a, b)')).toEqual(['2.00 m']);
  });

  it('sizes were those of a box along the axes of the camera, and turned with it', async () => {
    const width = async (degrees: number): Promise<readonly string[]> => {
      const one = thing('a', 'chair', [0, 0, 4], {
        size: [2, 1, 0.5],
        rotation: turned(degrees),
        facing: [Math.sin((degrees * Math.PI) / 180), 0, Math.cos((degrees * Math.PI) / 180)],
      });
      const task = 'for object a\n ask "How wide is {a}?"\n answer a.width';
      return (await asked(task, [scene('s', [one])])).map(({ answer }) => answer);
    };
    for (const degrees of [0, 30, 45, 80]) expect(await width(degrees)).toEqual(['2.00 m']);
  });

  it('the longest side was the diagonal of a face', async () => {
    const one = thing('a', 'chair', [0, 0, 5], { size: [1.2, 0.9, 0.8] });
    const task = 'for object a\n ask "How long is the longer side of {a}, seen from above?"\n answer a.longer_side';
    expect((await asked(task, [scene('s', [one])])).map(({ answer }) => answer)).toEqual(['1.20 m']);
  });

  it('eight directions had no band between them in which nothing is said', async () => {
    const task = 'for objects (a, b)\n ask "{a} {b}?"\n answer compass8(b.position - a.position)\n balance none';
    const at = async (degrees: number): Promise<number> => {
      const radians = (degrees * Math.PI) / 180;
      const other = thing('b', 'lamp', [2 * Math.sin(radians), 0, 5 + 2 * Math.cos(radians)]);
      const questions = await asked(task, [scene('s', [thing('a', 'chair', [0, 0, 5]), other])]);
      return questions.filter(({ objects }) => objects[0] === 'a').length;
    };
    expect([await at(45), await at(22.5), await at(67.5), await at(90)]).toEqual([1, 0, 0, 1]);
  });

  it('left and right by metres contradicted the picture in a crowded street', async () => {
    // 20 cm more to the right in metres, and in the picture far to the left, since it is farther away.
    const pair = [thing('a', 'chair', [1, 0, 2.5]), thing('b', 'lamp', [1.8, 0, 8])];
    const task = 'for objects {a, b}\n claim "{a} is to the left of {b}." when a left of b';
    expect(await asked(task, [scene('s', pair)])).toEqual([]);
  });

  it('a detector was trusted to have found everything', async () => {
    const count =
      'for category c in vocabulary\n ask "How many {c:plural} are there?"\n answer count(object x where x called c)\n balance none';
    const one = thing('a', 'lamp', [0, 0, 4]);
    const counted = async (...scenes: Parameters<typeof scene>[]): Promise<readonly string[]> =>
      (
        await asked(
          count,
          scenes.map((each) => scene(...each)),
        )
      ).map(({ question, answer }) => `${question} ${answer}`);
    expect(await counted(['all', [one], { coverage: [covered('lamp')] }])).toEqual(['How many lamps are there? 1']);
    expect(await counted(['none', [one], { coverage: [] }])).toEqual([]);
    const doubted = thing('b', 'lamp', [1, 0, 4], { presence: 'possible' });
    expect(await counted(['doubt', [one, doubted], { coverage: [covered('lamp')] }])).toEqual([]);
    // Nor is it `the lamp`, while there may be another.
    const task = 'for object a\n ask "How tall is {a}?"\n answer a.height';
    const named = await asked(task, [scene('doubt', [one, doubted])]);
    expect(named.map(({ question }) => question)).toEqual([
      expect.stringMatching(/^How tall is the lamp in the \w+ box\?$/),
    ]);
  });
});
