/** `python/spq_worker.py`, by the program of docs/workers.md and by one that gives every kind of answer. Skipped without numpy. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../compiler/std/perception.js';
import { operators } from '../../../runtime/perceive/operators/index.js';
import type { Operator } from '../../../runtime/perceive/operators/operator.js';
import { readBindings } from '../../../runtime/perceive/worker/bindings.js';
import { photoOf, type TestWorkbench, testWorkbench } from '../operators/workbench.js';
import { painted, white } from '../painted.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

let bench: TestWorkbench;
beforeAll(async () => {
  bench = await testWorkbench();
});
afterAll(() => bench.close());

let opened: Operator | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function openPython<R extends Role>(role: R, program: string): Promise<Extract<Operator, { readonly role: R }>> {
  bench.write('seer.py', program);
  const environment = { PYTHONPATH: join(root, 'python') };
  bench.write('spq.workers.json', JSON.stringify({ seer: { command: ['python3', 'seer.py'], environment } }));
  const workers = await readBindings(join(bench.workbench.recipeDir, 'spq.workers.json'));
  const call = { role, operator: 'worker', arguments: { name: 'seer' }, reads: [] } as const;
  const operator = await operators.worker(call, { ...bench.workbench, workers });
  opened = operator;
  if (!isOf(operator, role)) throw new Error(operator.role);
  return operator;
}

const isOf = <R extends Role>(operator: Operator, role: R): operator is Extract<Operator, { readonly role: R }> =>
  operator.role === role;

const thing = { label: 'chair', score: 1, presence: 'certain', box: [1, 1, 3, 3] } as const;
const photo = photoOf(painted(6, 4, white));

describe.skipIf(!hasNumpy)('a worker in Python', () => {
  it('is the program of the documentation', async () => {
    const page = readFileSync(join(root, 'docs', 'workers.md'), 'utf8');
    const program = /```python\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(20);
    const operator = await openPython('points', program);
    expect(operator.batch).toBe(8);
    const [first, second] = await operator.perceive([{ photo }, { photo: photoOf(painted(3, 5, white)) }]);
    if (first?.kind !== 'found' || first.found.kind !== 'found') throw new Error(JSON.stringify(first));
    const { map, camera, metric } = first.found;
    expect([map.width, map.height, metric, camera]).toEqual([
      6,
      4,
      true,
      { intrinsics: [6, 6, 2.5, 1.5], source: 'model' },
    ]);
    // The first pixel: ((0 − 2.5) / 6, (0 − 1.5) / 6, 1) · 2 m.
    expect([...map.points.subarray(0, 3)]).toEqual([-5 / 6, -0.5, 2].map((value) => expect.closeTo(value, 5)));
    expect(second).toMatchObject({ found: { map: { width: 3, height: 5 } } });
  });

  it('sees what the picture shows and what was found in it, and prints where it likes', async () => {
    const operator = await openPython(
      'masks',
      `
import numpy, spq_worker
print("loading")
def perceive(pictures):
    for picture in pictures:
        print("looking")
        assert picture.pixels.shape == (4, 6, 3) and picture.pixels.dtype == numpy.uint8
        assert picture.pixels[0, 0].tolist() == [255, 255, 255] and picture.pixels[1, 2].tolist() == [9, 8, 7]
        (one,) = picture.objects
        assert one["label"] == "chair" and one["box"] == [1, 1, 3, 3]
        dark = picture.pixels.sum(axis=2) < 100
        yield {"masks": dark[None]}
spq_worker.serve(perceive, version="dark 1")
`,
    );
    const picture = painted(6, 4, white, [{ left: 2, top: 1, right: 3, bottom: 2, colour: [9, 8, 7] }]);
    const outcomes = await operator.perceive([{ photo: photoOf(picture), objects: [thing] }]);
    const pixels = new Uint8Array(24);
    pixels[1 * 6 + 2] = 1;
    expect(outcomes).toEqual([{ kind: 'found', found: [{ width: 6, height: 4, pixels }] }]);
  });

  it('fails a picture by an exception or a word, and says that something is unknown', async () => {
    const operator = await openPython(
      'gravity',
      `
import spq_worker
def perceive(pictures):
    for picture in pictures:
        red = int(picture.pixels[0, 0, 0])
        if red == 1:
            raise ValueError("no horizon")
        if red == 2:
            yield {"error": "too dark"}
        elif red == 3:
            yield {"unknown": "no walls"}
        elif red == 4:
            yield {"up": [0, -2, 0]}
        else:
            yield {"up": [0, -0.6, 0.8], "confidence": 0.5}
spq_worker.serve(perceive, version="1", batch=5)
`,
    );
    const points = { kind: 'unknown', cause: 'none' } as const;
    const pictures = [0, 1, 2, 3, 4].map((red) => ({ photo: photoOf(painted(2, 2, [red, 0, 0])), points }));
    expect(await operator.perceive(pictures)).toEqual([
      { kind: 'found', found: { kind: 'found', up: [0, -0.6, 0.8], confidence: 0.5 } },
      { kind: 'failed', code: 'SPQ544', message: 'Worker `seer` failed: ValueError: no horizon' },
      { kind: 'failed', code: 'SPQ544', message: 'Worker `seer` failed: too dark' },
      { kind: 'found', found: { kind: 'unknown', cause: 'no walls' } },
      {
        kind: 'failed',
        code: 'SPQ542',
        message: 'What worker `seer` answers cannot be read: [0, -2, 0] has length 2, and not 1.',
      },
    ]);
  });

  it('tells fronts and captions beside things, and as many', async () => {
    const operator = await openPython(
      'facing',
      `
import spq_worker
def perceive(pictures):
    for picture in pictures:
        fronts = [{"front": "one", "facing": [0, 0, -1]}, {"front": "none"}]
        yield {"fronts": fronts[: int(picture.pixels[0, 0, 0])]}
spq_worker.serve(perceive, version="1", batch=2)
`,
    );
    const given = (red: number) => ({
      photo: photoOf(painted(2, 2, [red, 0, 0])),
      points: { kind: 'unknown', cause: 'none' } as const,
      objects: [thing, thing],
      masks: [null, null],
    });
    expect(await operator.perceive([given(2), given(1)])).toEqual([
      { kind: 'found', found: [{ front: 'one', facing: [0, 0, -1] }, { front: 'none' }] },
      {
        kind: 'failed',
        code: 'SPQ542',
        message: 'What worker `seer` answers cannot be read: 1 are told, where there are 2 things.',
      },
    ]);
  });
});
