/** What is kept between two plans: tasks that say what they said, and nothing that has changed. */
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../compiler/content.js';
import type { Source } from '../../compiler/diagnostics/span.js';
import { type Compilation, compile, type Plan } from '../../compiler/index.js';
import { renumbered } from '../../compiler/renumbered.js';
import { library } from '../agreement/pipeline.js';

const text = `source rooms = rooms(1)
margin length 10 cm
fact reach (x: object) = x.distance + 1 m
level 1 "L" {
  task tall "T" { for object a ask "How tall is {a}?" answer a.height refer by category }
  task far "T" { for object a ask "How far is {a}?" answer a.reach refer by category }
  task deep "T" { for object a where a.depth < 4 m ask "How deep is {a}?" answer a.depth refer by category }
}
emit jsonl("q")
`;

const compiled = (changed: string): Compilation & { readonly plan: Plan } => {
  const recipe: Source = { file: 'kept.spq', text: changed };
  const compilation = compile({ recipe, library, options: {} });
  const { plan } = compilation;
  if (!plan) throw new Error(compilation.diagnostics.map(({ message }) => message).join('\n'));
  return { ...compilation, plan };
};

/** The plan of a compiler that remembers another recipe. */
function anew(changed: string): Plan {
  compiled(
    'source rooms = rooms(1) level 1 "L" { task t "T" { for object a ask "{a}?" answer a.width } } emit jsonl("q")',
  );
  return compiled(changed).plan;
}

/** Names of the tasks that were planned again. */
function plannedAgain(changed: string): readonly string[] {
  const before = compiled(text).plan;
  const { plan } = compiled(changed);
  expect(plan).toEqual(anew(changed));
  return plan.tasks.flatMap((task) => (before.tasks.includes(task) ? [] : [task.name]));
}

describe('a plan after a plan', () => {
  it.each([
    ['a remark above all', `// Hello.\n${text}`, []],
    ['a phrasing', text.replace('How tall', 'How high'), ['tall']],
    ['a fact', text.replace('+ 1 m', '+ 2 m'), ['far']],
    ['a margin of one comparison', text.replace('< 4 m', '< 4 m by 1 cm'), ['deep']],
    ['the margin of all', text.replace('10 cm', '20 cm'), ['tall', 'far', 'deep']],
    ['a level', text.replace('level 1', 'level 2'), ['tall', 'far', 'deep']],
    [
      'a task between two',
      text.replace(
        '  task far',
        '  task wide "T" { for object a ask "{a}?" answer a.width refer by category }\n  task far',
      ),
      ['wide'],
    ],
  ])('of %s plans again what changed', (_, changed, names) => {
    expect(plannedAgain(changed)).toEqual(names);
  });

  it('tells what a task stands on: what it reads, not what others read beside it', () => {
    const before = compiled(text);
    const named = compiled(
      text.replace('answer a.height refer by category', 'answer a.height refer by size, position, box'),
    );
    expect(named.plan.shared).not.toEqual(before.plan.shared);
    expect(named.standsOn('far')).toBe(before.standsOn('far'));
    expect(named.standsOn('tall')).not.toBe(before.standsOn('tall'));
    expect(named.standsOn('none')).toBeUndefined();
    const sized = text.replace('answer a.reach refer by category', 'answer a.reach refer by size, box');
    const wider = compiled(sized.replace('10 cm', '20 cm'));
    expect(wider.standsOn('far')).not.toBe(compiled(sized).standsOn('far'));
    expect(wider.standsOn('deep')).toBe(before.standsOn('deep'));
  });
});

describe('the content of a tree', () => {
  const at = (start: number) => ({ file: 'a', start, end: start + 1 });

  it('is the same wherever it stands', () => {
    expect(contentOf({ name: 'x', span: at(1), parts: [{ at: at(2), n: 1 }] })).toBe(
      contentOf({ name: 'x', span: at(7), parts: [{ at: at(9), n: 1 }] }),
    );
  });

  it.each([
    [{ n: 1 }, { n: '1' }],
    [{ n: 1 }, { m: 1 }],
    [
      [1, [2]],
      [1, 2],
    ],
    [new Map([[1, 'a']]), new Map([[1, 'b']])],
    [new Set([1]), new Set([2])],
    [{ n: null }, { n: undefined }],
    [['a b'], ['a', 'b']],
  ])('tells %j from %j', (one, other) => {
    expect(contentOf(one)).not.toBe(contentOf(other));
  });

  it('tells one thing twice from two that are alike, and ends where things hold themselves', () => {
    const thing = { n: 1 };
    expect(contentOf([thing, thing])).not.toBe(contentOf([{ n: 1 }, { n: 1 }]));
    const knot: { n: number; self?: unknown } = { n: 1 };
    knot.self = knot;
    expect(contentOf(knot)).toBe(contentOf(Object.assign(knot, { n: 1 })));
  });
});

describe('renumbered', () => {
  it('numbers named values as they come, and leaves what stands in quotes', () => {
    expect(renumbered(`e9 + e12 as e40, 'e9 it''s e12', "e9", he9, e9`)).toBe(
      `e0 + e1 as e2, 'e9 it''s e12', "e9", he9, e0`,
    );
  });
});
