/** The closing words of a run and the samples of the demo, written out by hand. */
import { describe, expect, it } from 'vitest';
import { sampleText } from '../../cli/sample-text.js';
import { summaryText } from '../../cli/summary-text.js';

describe('summaryText', () => {
  it('tells scenes, what was left out, questions per task and format, and where the results lie', () => {
    const text = summaryText({
      scenes: 1200,
      objects: 9876,
      questions: 1204,
      seconds: 3.14,
      quarantined: [
        { code: 'SPQ504', count: 7, scenes: 7, causes: ['a.png cannot be read.', 'b.png cannot be read.'] },
        { code: 'SPQ505', count: 1, scenes: 0, causes: ['row 3: no size.'] },
      ],
      perceived: [],
      excluded: [{ list: 'benchmarks.txt', scenes: 3, ids: 5, unmatched: 2 }],
      tasks: [
        { level: 1, task: 'height', questions: 4, formats: { open: 4, choice: 0 } },
        { level: 2, task: 'far', questions: 1200, formats: { open: 800, choice: 400 } },
        { level: 3, task: 'count_left', questions: 0, formats: {} },
      ],
      sampling: {
        dropped: { take: 0, balance: 0, mix: 0 },
        oneSided: [],
        told: [],
        shortLevels: [],
        unmixedLevels: [],
      },
      files: ['out/questions.parquet'],
      store: 'out/rooms.duckdb',
      warnings: [],
    });
    expect(text).toBe(
      [
        '1,200 scenes with 9,876 objects gave 1,204 questions in 3.1 s.',
        'Left out: 7 scenes and 1 object.',
        '  SPQ504: a.png cannot be read.',
        '  SPQ504: b.png cannot be read.',
        '  SPQ504: and 5 more in the table `quarantine`',
        '  SPQ505: row 3: no size.',
        'Left out by the list benchmarks.txt: 3 scenes. 2 of its 5 ids named none.',
        '',
        '  level 1  height          4  open 4',
        '  level 2  far         1,200  open 800, choice 400',
        '  level 3  count_left      0',
        '',
        'Results:',
        '  out/rooms.duckdb',
        '  out/questions.parquet',
        '',
      ].join('\n'),
    );
  });
});

describe('sampleText', () => {
  it('groups by level, letters the options and shows the answer', () => {
    const claim = { level: 1, task: 'taller', format: 'claim', question: 'The bed is taller.', answer: 'true' };
    const choice = { level: 2, task: 'side', format: 'choice', question: 'Which side?', answer: 'B' };
    expect(
      sampleText([
        { ...claim, options: null },
        { ...choice, options: ['left', 'right'] },
      ]),
    ).toBe(
      [
        'Level 1, for instance:',
        '  [taller, claim] The bed is taller.',
        '      -> true',
        '',
        'Level 2, for instance:',
        '  [side, choice] Which side?',
        '      (A) left  (B) right',
        '      -> B',
        '',
      ].join('\n'),
    );
  });
});
