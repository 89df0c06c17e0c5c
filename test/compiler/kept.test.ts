/** What is kept between two checks is never what has changed: files, definitions, settings, margins. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/analyse.js';
import type { Source } from '../../compiler/diagnostics/span.js';
import { library } from '../agreement/pipeline.js';

const task = (name: string, where: string) => `
  task ${name} "T" {
    for     objects {a, b}
    where   ${where}
    claim   "{a} is taller than {b}." when a taller than b
  }`;
const tasks: Source = {
  file: 'tasks.spq',
  text: `level 1 "L" {${task('one', 'a.reach < 6 m and a.reach > 5.8 m')}${task('two', 'a.hight < 1 m')} }`,
};
const fact = (body: string): Source => ({ file: 'fact.spq', text: `fact reach (x: object) = ${body}` });
const depth = fact('x.depth');
const recipe = (margin: string): Source => ({
  file: 'recipe.spq',
  text: `use "tasks.spq"\nimport "fact.spq"\nmargin length ${margin}`,
});

const fresh = (source: Source): Source => ({ ...source });

function told(main: Source, reach: Source, from: readonly Source[] = library, others: Source = tasks) {
  const files = new Map([others, reach].map((source) => [source.file, source]));
  const { diagnostics } = analyse(main, from, (path) => files.get(path));
  return diagnostics.map(({ code, at, also, message }) => ({ code, at, also, message }));
}

describe('a check after a check', () => {
  const main = recipe('5 cm');

  it('tells the same of what is the same', () => {
    const first = told(main, depth);
    expect(first.map((d) => d.code)).toEqual(['SPQ304']);
    expect(told(main, depth)).toEqual(first);
    expect(told(fresh(main), fresh(depth), library.map(fresh), fresh(tasks))).toEqual(first);
  });

  it('knows other margins', () => {
    expect(told(main, depth)).toHaveLength(1);
    // Between 5.8 m and 6 m nothing is clear of both by more than 10 cm.
    const wider = told(recipe('20 cm'), depth);
    expect(wider).toHaveLength(2);
    expect(told(fresh(recipe('20 cm')), fresh(depth), library.map(fresh), fresh(tasks))).toEqual(wider);
    expect(told(main, depth)).toHaveLength(1);
  });

  it('knows other definitions', () => {
    const angle = fact('x.bearing');
    const other = told(main, angle);
    expect(other.map((d) => d.code)).toContain('SPQ301');
    expect(told(main, depth)).toHaveLength(1);
    expect(told(main, angle)).toEqual(other);
  });
});
