import { describe, expect, it } from 'vitest';
import { type DrawKey, draw, pick } from './draws.js';
import { evaluateTask } from './recipe-text.js';
import { pixel, scene, thing } from './scene-builder.js';

const row = (count: number) =>
  scene(
    `row of ${count}`,
    Array.from({ length: count }, (_, i) => thing(`o${i}`, 'lamp', [i - 2, 0, 4])),
  );
const keyIn = (sceneId: string, id: string): DrawKey => ({ seed: 7, task: 't', source: 'hand', sceneId, ids: [id] });

/** The ring of a scene of `count` lamps, by the definition. */
const ringOf = (count: number, number: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `o${i}`)
    .map((id) => ({ id, at: draw(keyIn(`row of ${count}`, id), `ring ${number}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);

const tuplesOf = (binders: string, count: number): readonly string[] =>
  evaluateTask(`for ${binders}\n ask "{xs}?"\n answer 1 m`, [row(count)]).tuples.map(({ ids }) => ids.join(' '));

describe('drawn sets', () => {
  it('start once at each place of the ring, in its order', () => {
    const ring = ringOf(5, 1);
    const at = (i: number) => ring[i % 5];
    const wanted = [0, 1, 2, 3, 4].map((i) => `${at(i)} ${at(i + 1)} ${at(i + 2)}`);
    expect(tuplesOf('objects {xs: 3}', 5)).toEqual(wanted);
  });

  it('take their size from the entity they start at', () => {
    const sizes = tuplesOf('objects {xs: 2..4}', 6).map((ids) => ids.split(' '));
    const wanted = ringOf(6, 1).map((id) => [id, 2 + pick(keyIn('row of 6', id), 'size 1', 3)]);
    expect(sizes.map((ids) => [ids[0], ids.length])).toEqual(wanted);
    expect(new Set(sizes.map(({ length }) => length)).size).toBeGreaterThan(1);
  });

  it('of all there is are one: from the first place', () => {
    expect(tuplesOf('objects {xs: 3}', 3)).toEqual([ringOf(3, 1).join(' ')]);
    expect(tuplesOf('objects {xs: 3}', 2)).toEqual([]);
  });

  it('hold nothing that another name holds; the number is that of the binder', () => {
    const found = tuplesOf('object a, objects {xs: 2}', 4);
    const ring = ringOf(4, 2);
    const pairs = [0, 1, 2, 3].map((i) => [ring[i], ring[(i + 1) % 4]]);
    const wanted = ['o0', 'o1', 'o2', 'o3'].flatMap((a) =>
      pairs.filter((pair) => !pair.includes(a)).map((pair) => [a, ...pair].join(' ')),
    );
    expect(found).toEqual(wanted);
  });

  it('may be of pixels and of categories', () => {
    const points = scene('points', [], {
      pixels: [1, 2, 3].map((i) => pixel(`p${i}`, i * 100, 50, [0, 0, i])),
    });
    const { questions } = evaluateTask(
      'for pixels {ps: 2..3}\n ask "Which of {ps} is nearest?"\n answer the p in ps with least p.depth\n choices ps',
      [points],
    );
    expect(questions.length).toBeGreaterThan(0);
    for (const { question, answer } of questions) {
      expect(question).toMatch(/^Which of (\(\d00, 50\)(, | and )?)+ is nearest\?$/);
      const first = ['(100, 50)', '(200, 50)', '(300, 50)'].find((text) => question.includes(text));
      expect(answer).toBe(first);
    }
    const counted = evaluateTask(
      'for categories {cs: 2} in vocabulary\n ask "{cs:plural}?"\n answer the c in cs with greatest count(object x where x called c)\n choices cs',
      [scene('kinds', [thing('a', 'lamp', [0, 0, 3]), thing('b', 'lamp', [1, 0, 3]), thing('c', 'sofa', [2, 0, 3])])],
    );
    const lampsAndSofas = counted.questions.filter(({ ids }) => ids.includes('lamp') && ids.includes('sofa'));
    for (const { answer } of lampsAndSofas) expect(answer).toBe('lamp');
    // 0 chairs against 0 tables: a tie is unknown.
    expect(counted.questions.some(({ ids }) => ids.includes('chair') && ids.includes('table'))).toBe(false);
  });
});
