/** Two looks at a picture: what they agree on, and what may then be said of all of it. */
import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import { agreedByBoxes, agreedByCounts } from '../../../runtime/perceive/witness/agreement.js';
import { coveredBoth } from '../../../runtime/perceive/witness/covered-both.js';

const thing = (label: string, left: number, presence: Detection['presence'] = 'certain', width = 10): Detection => ({
  label,
  score: 0.9,
  presence,
  box: [left, 0, left + width, 10],
});

describe('two detectors', () => {
  const one = thing('chair', 0);
  const other = thing('chair', 50);
  const statusOf = (first: readonly Detection[], second: readonly Detection[]) =>
    agreedByBoxes(first, second, ['chair']).map(({ status }) => status);

  it('agree where each thing of one is a thing of the other', () => {
    // An overlap of 9 / 11 and of 8 / 12.
    expect(statusOf([one, other], [thing('Chair', 52), thing('chair', 1)])).toEqual(['exhaustive']);
    expect(statusOf([], [])).toEqual(['verified_absent']);
    expect(statusOf([thing('lamp', 0)], [thing('rug', 0)])).toEqual(['verified_absent']);
  });

  it.each([
    ['one finds more', [one], [one, other]],
    ['one finds none', [], [one]],
    ['they find as many, but others', [one, other], [one, thing('chair', 80)]],
    // 4 / 16.
    ['a box hardly overlaps', [one], [thing('chair', 6)]],
    ['two boxes of one are the same thing of the other', [one, thing('chair', 1)], [one, other]],
    ['the first has a doubt', [one, thing('chair', 50, 'possible')], [one, other]],
    ['the second has a doubt', [], [thing('chair', 50, 'possible')]],
  ] as const)('do not where %s', (_, first, second) => {
    expect(statusOf(first, second)).toEqual(['unknown']);
  });
});

describe('a count', () => {
  it('agrees with as many certain things, and with no doubt', () => {
    const things = [thing('chair', 0), thing('chair', 50), thing('lamp', 0, 'possible')];
    const counts = new Map([
      ['Chair', 2],
      ['lamp', 1],
      ['rug', 0],
      ['sofa', 1],
    ]);
    expect(agreedByCounts(things, counts)).toEqual([
      { category: 'chair', status: 'exhaustive' },
      { category: 'lamp', status: 'unknown' },
      { category: 'rug', status: 'verified_absent' },
      { category: 'sofa', status: 'unknown' },
    ]);
  });
});

describe('what is covered', () => {
  it('was looked for by both', () => {
    const looked = [
      { category: 'rug', status: 'exhaustive' },
      { category: 'lamp', status: 'verified_absent' },
    ] as const;
    expect(coveredBoth(looked, ['Rug', 'toaster'])).toEqual([{ category: 'rug', status: 'exhaustive' }]);
    expect(coveredBoth(looked, [])).toEqual([]);
  });

  it('includes all that may be called so: an armchair is a chair', () => {
    const looked = (armchair: 'exhaustive' | 'verified_absent' | 'unknown') =>
      coveredBoth(
        [
          { category: 'chair', status: 'verified_absent' },
          { category: 'armchair', status: armchair },
        ],
        ['chair', 'armchair'],
      ).map(({ status }) => status);
    expect(looked('exhaustive')).toEqual(['exhaustive', 'exhaustive']);
    expect(looked('verified_absent')).toEqual(['verified_absent', 'verified_absent']);
    expect(looked('unknown')).toEqual(['unknown', 'unknown']);
    // Sought, but not by the second look.
    expect(coveredBoth([{ category: 'chair', status: 'exhaustive' }], ['chair', 'armchair'])).toEqual([
      { category: 'chair', status: 'unknown' },
    ]);
    // Chairs that are in doubt leave armchairs as they are.
    expect(coveredBoth([{ category: 'armchair', status: 'exhaustive' }], ['chair', 'armchair'])).toEqual([
      { category: 'armchair', status: 'exhaustive' },
    ]);
  });
});
