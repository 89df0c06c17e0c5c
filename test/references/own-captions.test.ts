/** What a column says, a caption may say, too: where an answer depends on a column, captions name nothing. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/analyse.js';
import { library } from '../agreement/pipeline.js';

function strategiesOf(answer: string): readonly string[] {
  const text = `source mine = facts("facts")
fact material (a: object) = column("material", type: text)
level 1 "One" {
  task t { for object a  ask "What of {a}?"  answer ${answer}  refer by category, caption, box }
}
emit jsonl("q.jsonl")`;
  const { diagnostics, typed } = analyse({ file: 'test.spq', text }, library);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [naming] = typed.levels[0]?.tasks[0]?.bodies[0].naming ?? [];
  return naming?.strategies.map(({ kind }) => kind) ?? [];
}

describe('a caption', () => {
  it('names nothing where a column is asked for', () => {
    expect(strategiesOf('a.material')).toEqual(['category', 'box']);
  });

  it('names what a measured fact is asked of', () => {
    expect(strategiesOf('a.height')).toEqual(['category', 'caption', 'box']);
  });
});
