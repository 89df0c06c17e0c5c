/** Progress: words, rates and times worked out by hand; how often it writes, by a clock that the test moves. */
import { describe, expect, it } from 'vitest';
import { duration, progressLine, showProgress } from '../../cli/progress.js';

describe('progressLine', () => {
  it('gives share, rate and time left', () => {
    // 1,200 in 3 s is 400/s; 2,800 more take 7 s.
    expect(progressLine({ stage: 'facts', done: 1200, total: 4000, unit: 'scenes' }, 3000)).toBe(
      'facts: 1,200 of 4,000 scenes (30%), 400/s, 7 s left',
    );
  });

  it('does without a total, and without a rate before there is one', () => {
    expect(progressLine({ stage: 'questions', done: 3, total: null, unit: 'questions' }, 2000)).toBe(
      'questions: 3 questions, 1.5/s',
    );
    expect(progressLine({ stage: 'facts', done: 3, total: 10, unit: 'scenes' }, 499)).toBe(
      'facts: 3 of 10 scenes (30%)',
    );
    expect(progressLine({ stage: 'emit', done: 0, total: 0, unit: 'files' }, 9000)).toBe('emit: 0 of 0 files');
    expect(progressLine({ stage: 'emit', done: 2, total: 2, unit: 'files' }, 1000)).toBe(
      'emit: 2 of 2 files (100%), 2.0/s',
    );
  });
});

describe('duration', () => {
  it('uses the two largest units', () => {
    expect([0.2, 59.5, 125, 3600, 12_059].map(duration)).toEqual([
      '1 s',
      '1 min 00 s',
      '2 min 05 s',
      '1 h 00 min',
      '3 h 20 min',
    ]);
  });
});

describe('showProgress', () => {
  function written(errIsTerminal: boolean, times: readonly number[]): readonly string[] {
    const texts: string[] = [];
    let now = 0;
    const view = showProgress({ err: (text) => texts.push(text), errIsTerminal, now: () => now });
    for (const [index, time] of times.entries()) {
      now = time;
      view.report({ stage: 'facts', done: index + 1, total: times.length, unit: 'scenes' });
    }
    view.end();
    return texts;
  }

  it('writes plain lines at most every two seconds away from a terminal', () => {
    expect(written(false, [0, 400, 1999, 2000, 3900])).toEqual([
      'facts: 1 of 5 scenes (20%)\n',
      'facts: 4 of 5 scenes (80%), 2.0/s, 1 s left\n',
    ]);
  });

  it('rewrites one line on a terminal, shows the end, and cleans up', () => {
    expect(written(true, [0, 50, 120, 130])).toEqual([
      '\r\u001b[2Kfacts: 1 of 4 scenes (25%)',
      '\r\u001b[2Kfacts: 3 of 4 scenes (75%)',
      '\r\u001b[2Kfacts: 4 of 4 scenes (100%)',
      '\r\u001b[2K',
    ]);
  });
});
