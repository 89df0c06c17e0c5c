import { describe, expect, it } from 'vitest';
import { type DrawKey, pick } from './draws.js';
import type { ReferenceQuestion } from './index.js';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';

/** Many scenes of a chair at 2 m and a lamp at 4 m, 1 m to its right: draws differ, truths do not. */
const SCENES = Array.from({ length: 40 }, (_, i) =>
  scene(`s${i}`, [thing('chair', 'chair', [0, 0, 2], { facing: [0, 0, 1] }), thing('lamp', 'lamp', [1, 0, 4])]),
);

const asked = (lines: string, settings = '') => evaluateTask(lines, SCENES, settings).questions;
const keyOf = ({ sceneId }: ReferenceQuestion, ids: readonly string[]): DrawKey => ({
  seed: 7,
  task: 't',
  source: 'hand',
  sceneId,
  ids,
});
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

const ALL_FORMS =
  'for objects (a, b)\n where a called "chair"\n ask "How far is {b} from {a}?"\n answer distance(a, b)\n choices near distance(a, b)\n claim "{b} is farther than {a}." when a.depth < b.depth\n balance none';

describe('formats', () => {
  it('are drawn by their shares, of those the task has', () => {
    const found = asked(`${ALL_FORMS}\n formats open 40%, choice 25%, claim 35%`);
    expect(found).toHaveLength(40);
    for (const question of found) {
      const drawn = pick(keyOf(question, ['chair', 'lamp']), 'format', 1_000_000);
      expect(question.format).toBe(drawn < 400_000 ? 'open' : drawn < 650_000 ? 'choice' : 'claim');
    }
    expect(sorted(found.map(({ format }) => format))).toEqual(['choice', 'claim', 'open']);
  });

  it('share what is left when a task lacks one; a setting of the recipe holds for all', () => {
    const found = asked(ALL_FORMS.replace(/ claim .*\n/, ''), 'formats open 25%, claim 50%, choice 25%');
    for (const question of found) {
      const drawn = pick(keyOf(question, ['chair', 'lamp']), 'format', 500_000);
      expect(question.format).toBe(drawn < 250_000 ? 'open' : 'choice');
    }
    expect(found).toHaveLength(40);
  });

  it('all: a question in each, and `take` counts questions', () => {
    expect(asked(`${ALL_FORMS}\n formats all`)).toHaveLength(120);
    expect(asked(`${ALL_FORMS}\n formats all\n take 2 per scene`)).toHaveLength(80);
  });
});

describe('claims', () => {
  it('else: the contrary is true where the condition is false', () => {
    const found = asked(
      'for objects (a, b)\n claim "{a} is nearer than {b}." else "{b} is nearer than {a}." "{a} is not nearer than {b}." when a.depth < b.depth\n balance none',
    );
    expect(found).toHaveLength(80);
    for (const { ids, phrasing, answer } of found) {
      const holds = ids[0] === 'chair';
      expect(answer).toBe(String(phrasing.startsWith('{a} is nearer') === holds).replace(/^./, (c) => c.toUpperCase()));
    }
    expect(sorted(found.map(({ phrasing }) => phrasing))).toHaveLength(3);
  });

  it('else: each phrasing is balanced by itself', () => {
    const found = asked(
      'for objects (a, b)\n claim "{a} is under 3 m away, {b} not." else "{b} is." when a.depth < 3 m and b.depth > 0 m',
    );
    for (const phrasing of new Set(found.map((each) => each.phrasing))) {
      const answers = found.filter((each) => each.phrasing === phrasing).map(({ answer }) => answer);
      expect(answers.filter((answer) => answer === 'True')).toHaveLength(answers.length / 2);
    }
  });

  it("in a relation's own words", () => {
    const found = asked('for objects {a, b}\n claim b right of a');
    expect(found).toHaveLength(40);
    expect(sorted(found.map(({ question, answer }) => `${question} ${answer}`))).toEqual([
      'The chair is to the right of the lamp. False',
      'The lamp is to the right of the chair. True',
    ]);
  });

  it('of choices: a drawn truth, the right option or a drawn one of the others', () => {
    const found = asked(
      'for objects (a, b)\n where a called "chair"\n ask "{a} {b}?"\n answer if a.depth < b.depth then "nearer" else "farther"\n choices "as far", "nearer", "farther"\n claim "{a} is {option} against {b}." of choices\n formats claim 100%\n balance none',
    );
    for (const question of found) {
      const key = keyOf(question, ['chair', 'lamp']);
      const isTrue = pick(key, 'truth', 2) === 1;
      const option = isTrue ? 'nearer' : ['as far', 'farther'][pick(key, 'wrong', 2)];
      expect(question).toMatchObject({
        question: `The chair is ${option} against the lamp.`,
        answer: isTrue ? 'True' : 'False',
        options: null,
        answerIndex: null,
      });
    }
  });
});

describe('yes-or-no questions', () => {
  it('are claims whose phrasings are those of `ask`, before the others', () => {
    const found = asked(
      'for objects {a, b}\n ask "Is {a} nearer than {b}?" "Is {b} the farther one, {a} the nearer?"\n answer a nearer than b\n claim "{a} is nearer than {b}." when a nearer than b',
    );
    expect(found).toHaveLength(40);
    const phrasings = ['Is {a} nearer than {b}?', 'Is {b} the farther one, {a} the nearer?', '{a} is nearer than {b}.'];
    for (const question of found) {
      const number = pick(keyOf(question, ['chair', 'lamp']), 'phrasing', 3);
      const holds = question.ids[0] === 'chair';
      expect(question).toMatchObject({
        format: 'claim',
        phrasing: phrasings[number],
        answer: number < 2 ? (holds ? 'Yes' : 'No') : holds ? 'True' : 'False',
      });
    }
  });
});
