/** What an edit asks again, what it leaves alone, and that what is shown is what a whole run stores. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FirstLook } from '../../runtime/watch/watching.js';
import { type Edited, openEdited, questionsOfRun, recipe } from './edited.js';

const edit = (from: string, to: string, text = recipe): string => {
  if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
  return text.replace(from, to);
};

const every = ['tall', 'far', 'taller', 'beside'];
const more = `  task wide "How wide" { for object a ask "How wide is {a}?" answer a.width }\n}\n\nlevel 2`;

/** An edit of the recipe, and the tasks that it asks. */
const edits: readonly (readonly [string, string, readonly string[]])[] = [
  ['a phrasing', edit('"How tall is {a}?"', '"How high is {a}?"'), ['tall']],
  ['a margin of one task', edit('by 5 cm', 'by 40 cm'), ['taller']],
  ['a fact', edit('x.distance + 1 m', 'x.distance + 2 m'), ['far']],
  ['a relation', edit('a.height > b.height', 'a.height > b.height and a.width > b.width'), ['taller']],
  ['what a task takes', edit('20 per task', '12 per task'), ['tall']],
  ['how a task is balanced', edit('3 per scene\n', '3 per scene\n    balance none\n'), ['taller']],
  [
    'names, which need another column',
    edit('answer  a.reach\n', 'answer  a.reach\n    refer   by size, box\n'),
    ['far'],
  ],
  ['a new task', edit('}\n\nlevel 2', more), ['wide']],
  ['the margin of all', edit('length 10 cm or 10%', 'length 30 cm or 10%'), every],
  ['the seed', edit('seed    5', 'seed    6'), every],
  ['a remark', edit('seed    5', 'seed    5 // as ever'), []],
  ['a name of a level and of a task', edit('"One"', '"Single"', edit('"How tall"', '"Tall"')), []],
];

describe('an edited recipe', () => {
  let edited: Edited;
  let unedited: readonly string[];
  beforeAll(async () => {
    unedited = await questionsOfRun(recipe);
    edited = openEdited();
    const { asked, read, update } = await edited.to(recipe);
    expect({ asked: asked.toSorted(), read }).toEqual({ asked: every.toSorted(), read: true });
    expect(update.asked.map(({ task, before }) => [task, before])).toEqual(every.map((task) => [task, null]));
    expect(update.facts?.scenes).toBe(12);
    expect(edited.shown()).toEqual(unedited);
  });
  afterAll(() => edited.close());

  it.each(edits)('asks of %s what changed, and shows what a run stores', async (_, text, tasks) => {
    const { asked, read, update } = await edited.to(text);
    expect({ asked: asked.toSorted(), read, facts: update.facts }).toEqual({
      asked: tasks.toSorted(),
      read: false,
      facts: undefined,
    });
    expect(edited.shown()).toEqual(await questionsOfRun(text));
    await edited.to(recipe);
    expect(edited.shown()).toEqual(unedited);
  });

  it('tells what became of each question', async () => {
    const [, phrasing = ''] = edits[0] ?? [];
    const changed = edited.change((await edited.to(phrasing)).update, 'tall');
    expect(changed.reworded).toBeGreaterThan(5);
    expect(changed).toMatchObject({ answered: 0, added: 0, gone: 0, before: changed.questions });
    for (const { was, now } of changed.examples)
      expect(now?.question).toBe(was?.question.replace('How tall is', 'How high is'));

    const taken = edited.change((await edited.to(edit('20 per task', '12 per task'))).update, 'tall');
    expect(taken).toMatchObject({ answered: 0, added: 0 });
    expect(taken.gone).toBeGreaterThan(0);

    await edited.to(recipe);
    const fact = edited.change((await edited.to(edit('x.distance + 1 m', 'x.distance + 2 m'))).update, 'far');
    expect(fact).toMatchObject({ reworded: 0, gone: 0 });
    expect(fact.answered).toBe(fact.before);
    await edited.to(recipe);
  });

  it('tells of tasks that are gone, and asks none of the others', async () => {
    const { asked, update } = await edited.to(recipe.replace(/ {2}task far [\s\S]*?\n {2}}\n/, ''));
    expect({ asked, gone: update.gone, same: update.same }).toEqual({ asked: [], gone: ['far'], same: 3 });
    const back = await edited.to(recipe);
    expect(back.asked).toEqual(['far']);
    expect(edited.change(back.update, 'far').before).toBe(null);
  });

  it('reads facts again where the source is another, and only then', async () => {
    const text = edit('seed: 3', 'seed: 4');
    const { asked, read, update } = await edited.to(text);
    expect({ asked: asked.toSorted(), read, scenes: update.facts?.scenes }).toEqual({
      asked: every.toSorted(),
      read: true,
      scenes: 12,
    });
    expect(edited.shown()).toEqual(await questionsOfRun(text));
    await edited.to(recipe);
  });

  it('goes on after a source that cannot be read', async () => {
    const text = edit('rooms(12, seed: 3, pictures: false)', 'facts("there/is/none")');
    await expect(edited.to(text)).rejects.toThrow();
    const { asked } = await edited.to(recipe);
    expect(asked.toSorted()).toEqual(every.toSorted());
    expect(edited.shown()).toEqual(unedited);
  });
});

describe('what takes long', () => {
  it('is asked of the first scenes before, and told beside what they asked before', async () => {
    const edited = openEdited({ scenes: 100, patience: 0 });
    const text = recipe.replace('rooms(12,', 'rooms(100,');
    const [, phrasing = ''] = edits[0] ?? [];
    const looks: FirstLook[] = [];
    const look = async (first: FirstLook): Promise<void> => void looks.push(first);
    await edited.to(text, look);
    expect(looks).toEqual([]);
    const { update } = await edited.to(edit('by 5 cm', 'by 40 cm', edit('rooms(12,', 'rooms(100,', phrasing)), look);
    expect(update.asked.map(({ task }) => task)).toEqual(['tall', 'taller']);
    const [tall, taller] = looks[0]?.asked ?? [];
    expect({ looks: looks.length, scenes: looks[0]?.scenes, all: looks[0]?.all }).toEqual({
      looks: 1,
      scenes: 25,
      all: 100,
    });
    // Nothing is left out of the first scenes: more than the twenty that are taken of all.
    expect(tall).toMatchObject({ task: 'tall', before: tall?.questions, answered: 0, added: 0, gone: 0 });
    expect(tall?.questions).toBeGreaterThan(100);
    expect(tall?.reworded).toBeGreaterThan(20);
    expect(taller?.added).toBeGreaterThan(0);
    expect(taller?.gone).toBeGreaterThan(0);
    await edited.close();
  });
});
