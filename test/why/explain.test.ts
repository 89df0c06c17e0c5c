/** What `spq why` tells, against numbers by hand: a scene of four things, boxes along the camera's axes, a floor 1.5 m below. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Explanation, explainQuestion } from '../../runtime/why/explain.js';
import { scene, thing } from '../reference/scene-builder.js';
import { type Explained, explained, lineOf, outline, short } from './explained.js';

/**
 * `tall` is 1.2 m tall and 0.6 m to the left, `low` 0.74 m and 1 m to the right; the armchair may be a chair and is 5 cm
 * taller than `low`. The lamp stands 4 m to the right of `tall`, 2 m behind it, and faces the camera.
 */
const room = scene('room', [
  thing('low', 'chair', [1, 0, 4], { size: [0.5, 0.74, 0.5] }),
  thing('soft', 'armchair', [0, 0.3, 4], { size: [0.6, 0.79, 0.6], presence: 'possible' }),
  thing('tall', 'table', [-0.6, 0.2, 4], { size: [0.8, 1.2, 0.5] }),
  thing('light', 'lamp', [3.4, 0, 6], { size: [0.2, 0.2, 0.2], facing: [0, 0, -1] }),
]);

const recipe = `
fact bulk (a: object) = a.width * a.depth_extent * a.height
relation (a: object) dwarfs (b: object) says "{a} dwarfs {b}" = a.height > 1.5 * b.height and a.bulk > b.bulk

level 1 "One" {
  task taller {
    for     objects {a, b}
    where   distance(a, b) < 2 m
    claim   "{a} dwarfs {b}." else "{a} does not dwarf {b}." when a dwarfs b
    balance none
  }
  task winner {
    for     objects {a, b}
    let     w = the x in {a, b} with greatest x.height
    ask     "Which of {a} and {b} is taller?"
    answer  w
  }
  task counted {
    for     object a, category c in vocabulary
    let     n = count(other object x where x called c and x left of a)
    ask     "How many {c:plural} are to the left of {a}?"
    answer  n
    balance none
  }
  task side {
    for     objects (a, b)
    where   a called "lamp"
    ask     "Standing at {a}, on which side is {b}?"
    answer  side(b.position from a)
    balance none
  }
  task measured {
    for     object a, measure m in (height, width)
    ask     "How much is the {m} of {a}?"
    answer  a.m
  }
  task nearest {
    for     object a
    let     n = the other object x where x called "chair" with least distance(x, a)
    ask     "How far is {n} from {a}?"
    answer  distance(a, n)
  }
}
`;

let why: Explained;
beforeAll(async () => {
  why = await explained(recipe, [room]);
}, 60_000);
afterAll(() => why.store.close());

/** The tuple of just these things, in this order. */
async function about(task: string, ...ids: readonly string[]): Promise<Explanation> {
  const all = await why.tuples(task, 'room', ids);
  const found = all.find((e) => e.things.map(({ id }) => id).join() === ids.join());
  if (!found) throw new Error(`${task} knows no ${ids.join()}`);
  return found;
}

describe('the lines of a task', () => {
  it('have the numbers put in, and say how far the sides are apart', async () => {
    const all = await why.tuples('taller', 'room', ['low', 'tall']);
    const [e] = all;
    if (!e) throw new Error('no tuple');
    // Centres differ by 1.6 m to the side and 0.2 m in height: 1.612452 m. Margin: 10 % of 2 m.
    expect(short(lineOf(e, 'where').step)).toBe(
      'distance(a, b) < 2 m | 1.612 m < 2 m | true | 0.388 m apart, margin 0.200 m',
    );
    const [a, b] = e.things[0]?.id === 'tall' ? ['1.200 m', '0.740 m'] : ['0.740 m', '1.200 m'];
    const [bulkA, bulkB] = e.things[0]?.id === 'tall' ? ['0.4800 m3', '0.1850 m3'] : ['0.1850 m3', '0.4800 m3'];
    const isTall = e.things[0]?.id === 'tall';
    // 1.5 * 0.74 = 1.11 m against 1.2 m: 9 cm, within 12 cm; 1.5 * 1.2 = 1.8 m against 0.74 m: 1.06 m, margin 0.18 m.
    const [first, second] = isTall
      ? ['unknown | 0.090 m apart, within the margin of 0.120 m', 'true | 0.2950 m3 apart, margin 0.1440 m3']
      : ['false | 1.060 m apart, margin 0.180 m', 'false | 0.2950 m3 apart, margin 0.1440 m3'];
    const product = (name: string, value: string, [w, d, h]: readonly string[]): string =>
      `  ${name}.bulk |  | ${value} | \n    ${name}.width * ${name}.depth_extent * ${name}.height | ${w} * ${d} * ${h} | ${value} | `;
    const sizes = { '0.4800 m3': ['0.800 m', '0.500 m', '1.200 m'], '0.1850 m3': ['0.500 m', '0.500 m', '0.740 m'] };
    const bulks = [
      product('b', bulkB, sizes[bulkB === '0.4800 m3' ? '0.4800 m3' : '0.1850 m3']),
      product('a', bulkA, sizes[bulkA === '0.4800 m3' ? '0.4800 m3' : '0.1850 m3']),
    ].flatMap((text) => text.split('\n'));
    expect(lineOf(e, 'claim').step.parts.flatMap((part) => outline(part))).toEqual([
      `a.height > 1.5 * b.height | ${a} > 1.5 * ${b} | ${first}`,
      `a.bulk > b.bulk | ${bulkA} > ${bulkB} | ${second}`,
      ...bulks,
    ]);
  });

  it('tell by how much the winner is ahead', async () => {
    const [e] = await why.tuples('winner', 'room', ['low', 'tall']);
    if (!e) throw new Error('nothing is asked of the two');
    const [tall, low] = e.things[0]?.id === 'tall' ? ['a', 'b'] : ['b', 'a'];
    expect(lineOf(e, 'let', 'w').step).toMatchObject({
      value: tall,
      remarks: [`${tall} 1.200 m, ${low} 0.740 m`, `${tall} before ${low} by 0.460 m, margin 0.120 m`],
    });
  });

  it('name each thing that a count looked at, and what was asked of it', async () => {
    const e = await about('counted', 'light', 'table');
    const { step } = lineOf(e, 'let', 'n');
    expect(step.text).toBe('1');
    expect(step.candidates.map((c) => [c.objectId, c.belongs])).toEqual([
      ['low', false],
      ['soft', false],
      ['tall', true],
    ]);
    const [, , tall] = step.candidates;
    // Its centre is at -0.6 m, the lamp's at 3.4 m; its box ends at -0.2 m, the lamp's begins at 3.3 m; 245 px and 603.3 px.
    expect(tall?.where.parts.flatMap((part) => outline(part))).toEqual([
      'x called c |  | true | ',
      'x left of a |  | true | ',
      '  x.position.right < a.position.right | -0.600 m < 3.400 m | true | 4.000 m apart, margin 0.100 m',
      '  span(x).right < span(a).right | [-1.000 .. -0.200 m] < [3.300 .. 3.500 m] | true | 3.500 m apart, margin 0.100 m',
      '  x.bearing < a.bearing | 245.0 px < 603.3 px | true | 358.3 px apart',
    ]);
    expect(e.ranged.map(({ id }) => id)).toEqual(['tall']);
  });

  it('tell of chairs that there may be, and so why a count is not asked', async () => {
    const [e] = await why.tuples('counted', 'room', ['light', 'chair']);
    expect(lineOf(e ?? never(), 'let', 'n').step).toMatchObject({ value: { from: 1, to: 2 }, text: '1 to 2' });
    expect(e?.question).toBeNull();
    expect(e?.left).toEqual([
      'its answer, its options or a number that its text prints is not known, or cannot be told from the others',
    ]);
  });

  it('say how far a direction is from the border of its sector', async () => {
    // Seen from the lamp, which looks at the camera: the table is 2 m ahead and 4 m to its right.
    const e = await about('side', 'light', 'tall');
    const { step, margin } = lineOf(e, 'answer');
    expect([margin, e.question?.margin]).toEqual(['angle', 15]);
    expect(step.value).toBe('right');
    expect(step.parts.map(short)).toEqual(['b.position from a |  | (right 4.000, up -0.200, forward 2.000) m | ']);
    // atan(4 / 2) = 63.4 deg; the border between front and right is at 45 deg; 4.472 m * sin 18.4 deg = 1.414 m.
    expect(step.remarks).toEqual([
      '63.4 deg clockwise from ahead, 18.4 deg from the border of its sector, margin 15.0 deg',
      '4.472 m off, at least 0.300 m; 1.414 m from the border, margin 0.100 m',
    ]);
  });

  it('tell what a thing was picked from', async () => {
    // The chair stands 1.6 m to the right of the table and 0.2 m above it; 1.3 m away there may be an armchair, so nothing is picked.
    expect(await why.tuples('nearest', 'room', ['tall', 'low'])).toEqual([]);
    const e = await about('nearest', 'light', 'low');
    const { step } = lineOf(e, 'let', 'n');
    expect(step.candidates.map((c) => [c.objectId, c.belongs, c.by?.text])).toEqual([
      ['low', true, '3.124 m'],
      ['soft', true, '3.956 m'],
      ['tall', false, '4.477 m'],
    ]);
    expect(step.candidates.map(({ kin }) => kin)).toEqual([true, true, false]);
    // A tenth of 3.956 m.
    expect(step.remarks.slice(1)).toEqual(['low 3.124 m, soft 3.956 m', 'low before soft by 0.832 m, margin 0.396 m']);
  });

  it('are those of the body that was asked', async () => {
    const told = (await why.tuples('measured', 'room', ['tall'])).map((e) => [e.body, short(lineOf(e, 'answer').step)]);
    expect(told.toSorted()).toEqual([
      ['m = height', 'a.height |  | 1.200 m | '],
      ['m = width', 'a.width |  | 0.800 m | '],
    ]);
  });
});

describe('a question', () => {
  it('is explained by its id as its tuple is', async () => {
    const [e] = await why.tuples('winner', 'room', ['low', 'tall']);
    expect(e?.question).toMatchObject({
      question_id: e?.questionId,
      task: 'winner',
      answer: expect.stringMatching(/^the table/),
    });
    expect(await explainQuestion(why.store.connection, e?.questionId ?? '', why.probeFor)).toEqual(e);
  });

  it('that the store does not have is not explained', async () => {
    expect(await explainQuestion(why.store.connection, '42', why.probeFor)).toBeUndefined();
    expect(await explainQuestion(why.store.connection, "' or true --", why.probeFor)).toBeUndefined();
  });
});

describe('a tuple that is not asked', () => {
  it('is told which guard left it out', async () => {
    const [e] = await why.tuples('taller', 'room', ['tall', 'light']);
    // 4 m, 0.2 m and 2 m: 4.476606 m.
    expect(e?.left).toEqual(['`where distance(a, b) < 2 m` is false']);
    expect(short(lineOf(e ?? never(), 'where').step)).toBe(
      'distance(a, b) < 2 m | 4.477 m < 2 m | false | 2.477 m apart, margin 0.448 m',
    );
  });

  it('does not exist where a thing is only perhaps there', async () => {
    expect(await why.tuples('winner', 'room', ['tall', 'soft'])).toEqual([]);
  });
});

describe('names', () => {
  it('say what is used, what the scene does not allow, and what would give the answer away', async () => {
    const e = await about('side', 'light', 'low');
    const name = e.names.find((n) => n.name === 'b');
    expect(name).toMatchObject({ strategy: 'box', words: expect.stringMatching(/^the chair in the \w+ box$/) });
    const tried = name?.tried.map(({ strategy, outcome, because }) => [strategy, outcome, because]);
    expect(tried).toEqual([
      ['category', 'unavailable', ['soft may be called so, too']],
      ['position leftmost, position rightmost, position ordinal', 'refused', [expect.stringContaining('`b.right`')]],
      ['position nearest, position farthest', 'refused', [expect.stringContaining('`b.forward`')]],
      ['box', 'used', []],
    ]);
    expect(e.names.find((n) => n.name === 'a')?.tried.map(({ outcome }) => outcome)).toEqual([
      'used',
      'refused',
      'refused',
      'later',
    ]);
  });
});

describe('provenance', () => {
  it('tells of each thing where its facts come from', async () => {
    const e = await about('side', 'light', 'low');
    expect(e.scene).toMatchObject({ source: 'hand', sceneId: 'room', upSource: 'truth', metric: true, picture: null });
    expect(e.things[1]).toMatchObject({
      name: 'b',
      id: 'low',
      presence: 'certain',
      extent: 'amodal',
      provenance: 'test',
      coverage: 'exhaustive',
      coverageMethod: 'test',
      centre: [1, 0, 4],
    });
  });
});

function never(): never {
  throw new Error('no tuple');
}
