/** Drawn sets that no scene can fill: told with the number there is; silent where one scene can. */
import { describe, expect, it } from 'vitest';
import { unfilledSets } from '../../runtime/synth/unfilled-sets.js';
import { askedStore, planOf } from '../agreement/pipeline.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

const four = scene(
  'four',
  ['chair', 'lamp', 'sofa', 'table'].map((label, i) => thing(label, label, [i - 1.5, 0, 4])),
);
const one = scene('one', [thing('a', 'chair', [0, 0, 4])]);

async function told(binders: string): Promise<readonly string[]> {
  const names = /\bobject b\b/.test(binders) ? '{xs} {b}' : '{xs}';
  const plan = planOf(
    `source hand = rooms(1)\nlevel 1 "T" { task t { for ${binders}\n ask "${names}?"\n answer the x in xs with least x.depth } }\nemit jsonl("q")`,
  );
  const store = await askedStore({ plan, scenes: [one, four], vocabulary: FURNITURE });
  const found = await unfilledSets(store.connection, plan.tasks);
  store.close();
  return found;
}

describe('drawn sets', () => {
  it('that some scene can fill are not told of', async () => {
    expect(await told('objects {xs: 2..4}')).toEqual([]);
    expect(await told('objects {xs: 3}, object b')).toEqual([]);
  });

  it('that no scene can fill are', async () => {
    expect(await told('objects {xs: 3..5}')).toEqual([
      'Task `t` draws sets of up to 5; no scene has more than 4 objects that can be bound.',
    ]);
    expect(await told('objects {xs: 4}, object b')).toEqual([
      'Task `t` draws sets of up to 4, and 1 more; no scene has more than 4 objects that can be bound.',
    ]);
  });
});
