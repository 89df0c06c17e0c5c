import { describe, expect, it } from 'vitest';
import { evaluateTask } from './recipe-text.js';
import { covered, scene, thing } from './scene-builder.js';

const LAMPS = [thing('near', 'lamp', [-1, 0, 2]), thing('far', 'lamp', [1, 0, 6])];
const SOFA = thing('sofa', 'sofa', [0, 0, 4]);
const plain = scene('plain', [SOFA, ...LAMPS]);
const withDoubt = (facts: Parameters<typeof thing>[3]) =>
  scene('doubt', [SOFA, ...LAMPS, thing('third', 'lamp', [2, 0, 8], facts)]);

/** What holds where a is the sofa. */
function holds(condition: string, facts = plain) {
  const { tuples } = evaluateTask(`for object a\n claim "{a}." when ${condition}`, [facts]);
  return tuples.find(({ ids }) => ids[0] === 'sofa')?.claims[0];
}

describe('any and all over the scene', () => {
  it('any: a certain one, or none possible', () => {
    expect(holds('any(object x where x called "lamp" and x.depth > 5 m)')).toBe(true);
    expect(holds('any(object x where x called "lamp" and x.depth > 7 m)')).toBe(false);
    expect(holds('any(object x where x called "lamp" and x.depth > 7 m)', withDoubt({ presence: 'possible' }))).toBe(
      null,
    );
    expect(holds('any(object x where x called "lamp" and x.depth > 7 m)', withDoubt({}))).toBe(true);
  });

  it('all: the negation of any that does not', () => {
    expect(holds('all(object x where x called "lamp", x.depth > 1 m)')).toBe(true);
    expect(holds('all(object x where x called "lamp", x.depth > 3 m)')).toBe(false);
    expect(holds('all(object x where x called "lamp", x.depth < 7 m)', withDoubt({ presence: 'possible' }))).toBe(null);
    expect(holds('all(object x where x called "chair", x.depth > 9 m)')).toBe(true);
  });

  it('are unknown where the kind is not covered', () => {
    const uncovered = scene('uncovered', [SOFA, ...LAMPS], { coverage: [covered('sofa')] });
    expect(holds('any(object x where x called "lamp")', uncovered)).toBeNull();
    expect(holds('all(object x where x called "lamp", x.depth > 1 m)', uncovered)).toBeNull();
  });

  it('other leaves out what is bound', () => {
    expect(holds('any(object x where x called "sofa")')).toBe(true);
    expect(holds('any(other object x where x called "sofa")')).toBe(false);
  });
});

describe('the object of the scene', () => {
  const lines =
    'for object a\n let n = the other object x where x called "lamp" with least x.depth\n where a called "sofa"\n ask "How far is {a} from {n}?"\n answer distance(a, n)';
  const asked = (facts = plain) => evaluateTask(lines, [facts]).questions.map(({ question }) => question);

  it('is one more thing, with a reference and facts', () => {
    const [only, ...more] = evaluateTask(lines, [plain]).questions;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ ids: ['sofa'], objects: ['sofa', 'near'], value: 2.236068 });
  });

  it('must be clear of everything that may be there', () => {
    const beside = { presence: 'possible', centre: [2, 0, 2.05] } as const;
    expect(asked(withDoubt({ presence: 'possible' }))).toHaveLength(1);
    expect(asked(withDoubt(beside))).toEqual([]);
    expect(asked(withDoubt({ ...beside, presence: 'certain' }))).toEqual([]);
  });

  it('is none where nothing is such, or the kind is not covered', () => {
    expect(asked(scene('alone', [SOFA]))).toEqual([]);
    expect(asked(scene('uncovered', [SOFA, ...LAMPS], { coverage: [covered('sofa')] }))).toEqual([]);
  });

  it('is left out by `other` after it', () => {
    const { tuples } = evaluateTask(
      'for object a\n let n = the other object x where x called "lamp" with least x.depth\n let m = count(other object x where x called "lamp")\n ask "{a} {n}?"\n answer m',
      [plain],
    );
    expect(tuples.find(({ ids }) => ids[0] === 'sofa')?.lets).toEqual({ n: 'near', m: 1 });
  });
});
