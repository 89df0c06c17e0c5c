/** The rule by which an answer is judged takes the answer that was written, and says of every part how it is judged. */
import { describe, expect, it } from 'vitest';
import { askInStore, filledStore, planOf } from '../agreement/pipeline.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

async function judged(task: string): Promise<readonly { readonly answer: string; readonly accept: string }[]> {
  const plan = planOf(
    `source hand = facts("facts")\nrefer by category\nlevel 1 "T" {\n task t {\n${task}\n }\n}\nemit jsonl("q.jsonl")`,
  );
  const objects = [
    thing('a', 'chair', [-1, 0, 4], { size: [0.1, 0.1, 0.134], facing: [0, 0, -1] }),
    thing('b', 'sofa', [1, 0, 4], { size: [1, 1, 0.1] }),
  ];
  const store = await filledStore('hand', [scene('s', objects)], FURNITURE);
  try {
    await askInStore(store, plan, 1);
    const found = await store.connection.runAndReadAll('select answer, accept from questions order by answer');
    return found.getRowsJson().map(([answer, accept]) => ({ answer: String(answer), accept: String(accept) }));
  } finally {
    store.close();
  }
}

describe('a rule of acceptance', () => {
  it('takes a small ratio as it is printed', async () => {
    // 0.00134 m3 of 0.1 m3 are 1.34 %, printed as 1 %: off by a quarter and more.
    const task = 'for objects (a, b)\n where a.volume < b.volume\n ask "{a} of {b}?"\n answer a.volume / b.volume';
    const accept = '{"rule":"relative","tolerance":0.25,"absolute":0.005}';
    expect(await judged(task)).toEqual([{ answer: '1%', accept }]);
  });

  it('judges the words of a tuple as words', async () => {
    const task =
      'for object a\n let w = facing8(a.facing)\n let d = a.distance\n ask "{a}?"\n answer (w, d) as "{w}, {d}"';
    const [found] = await judged(task);
    expect(JSON.parse(found?.accept ?? '')).toEqual({
      rule: 'items',
      items: [{ rule: 'exact' }, { rule: 'relative', tolerance: 0.25 }],
    });
    const names =
      'for objects {a, b}\n let s = the x in {a, b} with least x.volume\n let w = facing8(a.facing)\n ask "{a}, {b}?"\n answer (s, w) as "{s}, {w}"';
    expect(new Set((await judged(names)).map(({ accept }) => accept))).toEqual(new Set(['{"rule":"exact"}']));
  });
});
