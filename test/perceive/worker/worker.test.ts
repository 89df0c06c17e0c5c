/** `worker(name)` with a process that answers, and with one that fails in every way. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { operators } from '../../../runtime/perceive/operators/index.js';
import type { OperatorOf } from '../../../runtime/perceive/operators/operator.js';
import type { WorkerBindings } from '../../../runtime/perceive/worker/bindings.js';
import { readBindings } from '../../../runtime/perceive/worker/bindings.js';
import { photoOf, type TestWorkbench, testWorkbench } from '../operators/workbench.js';
import { painted } from '../painted.js';

const standIn = fileURLToPath(new URL('stand-in.mjs', import.meta.url));

let bench: TestWorkbench;
beforeAll(async () => {
  bench = await testWorkbench();
});
afterAll(() => bench.close());

let opened: OperatorOf<'objects'> | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function bindings(worker: object): Promise<WorkerBindings> {
  bench.write('spq.workers.json', JSON.stringify({ seer: worker }));
  return readBindings(join(bench.workbench.recipeDir, 'spq.workers.json'));
}

async function open(worker: object, workers?: WorkerBindings | null): Promise<OperatorOf<'objects'>> {
  const call = {
    role: 'objects',
    operator: 'worker',
    arguments: { name: 'seer', score: [0.3, 0.5] },
    reads: [],
  } as const;
  const workbench = { ...bench.workbench, workers: workers === undefined ? await bindings(worker) : workers };
  const operator = await operators.worker(call, workbench);
  if (operator.role !== 'objects') throw new Error(operator.role);
  opened = operator;
  return operator;
}

const node = (...given: readonly string[]) => [process.execPath, standIn, ...given];
const NOTHING = 0;
const picture = (does: number) => ({ photo: photoOf(painted(40, 20, [does, 0, 0])) });
const thing = (device: string) => ({
  kind: 'found',
  found: [{ label: `thing of ${device}`, score: 0.4, presence: 'possible', box: [0, 0, 20, 19] }],
});

describe('a worker', () => {
  it('is given pictures together, and finds what an operator finds', async () => {
    const operator = await open({ command: node(), devices: ['gpu 0'] });
    expect([operator.batch, operator.calls, operator.labels]).toEqual([3, 2, ['Thing']]);
    expect(operator.key).toBe('worker/1 ["seer","stand-in 1",{"possible":0.3,"certain":0.5}]');
    expect(await operator.perceive([picture(NOTHING), picture(NOTHING)])).toEqual([thing('gpu 0'), thing('gpu 0')]);
  });

  it('has a process for each device, and all of them work', async () => {
    const operator = await open({ command: node(), devices: ['a', 'b'], batch: 1 });
    expect([operator.batch, operator.calls]).toEqual([1, 4]);
    const all = await Promise.all(Array.from({ length: 12 }, () => operator.perceive([picture(NOTHING)])));
    const labels = all.flat().map((outcome) => (outcome.kind === 'found' ? outcome.found[0]?.label : outcome.message));
    expect(new Set(labels)).toEqual(new Set(['thing of a', 'thing of b']));
  });

  it.each([
    ['ends', 1, 'SPQ544', /failed: it ended with code 3; it wrote:\nCUDA error: device-side assert\.$/],
    ['hangs', 2, 'SPQ544', /failed: it did not answer within 1\.5 s\.$/],
    ['prints into its messages', 3, 'SPQ544', /holds what is no message: it begins with `100%`, and no length\.$/],
    ['sends a header that is none', 7, 'SPQ544', /holds what is no message: its header is no JSON\.$/],
    ['answers too little', 4, 'SPQ542', /cannot be read: it holds \d pictures, where \d were sent\.$/],
    [
      'finds a thing beside the picture',
      5,
      'SPQ542',
      /cannot be read: a box \[-9, 0, -5, 19\] is not inside a picture of 40 x 20\.$/,
    ],
    ['says that it failed', 6, 'SPQ544', /^Worker `seer` failed: too dark$/],
  ])('that %s fails the picture that did it, and no other', async (_, does, code, message) => {
    const operator = await open({ command: node(), timeout: 1.5, devices: ['gpu'] });
    const outcomes = await operator.perceive([picture(NOTHING), picture(does), picture(NOTHING)]);
    const failed = { kind: 'failed', code, message: expect.stringMatching(message) };
    // One that answers too little does not say of which picture.
    if (does === 4) expect(outcomes).toEqual([failed, failed, failed]);
    else expect(outcomes).toEqual([thing('gpu'), failed, thing('gpu')]);
    expect(await operator.perceive([picture(NOTHING)])).toEqual([thing('gpu')]);
  });

  it('that always fails stops the run', async () => {
    const operator = await open({ command: node() });
    const pictures = Array.from({ length: 5 }, () => picture(1));
    await expect(operator.perceive(pictures)).rejects.toMatchObject({
      code: 'SPQ544',
      message: expect.stringMatching(/^Worker `seer` failed 5 times in a row: it ended with code 3/),
    });
  });
});

describe('a worker that cannot be used', () => {
  it.each([
    ['is no program', { command: ['/nowhere/python'] }, /it cannot be started: spawn \/nowhere\/python ENOENT/],
    ['ends at once', { command: node('broken') }, /it ended with code 1; it wrote:[\s\S]*no such weights/],
    ['prints at its beginning', { command: node('dumb') }, /it begins with `Load`, and no length/],
    ['speaks another version', { command: node('old') }, /introduces itself wrongly, at spq/],
  ])('is told when it is opened: it %s', async (_, worker, message) => {
    await expect(open(worker)).rejects.toMatchObject({ code: 'SPQ544', message: expect.stringMatching(message) });
  });

  it('is not bound, or not allowed', async () => {
    await expect(open({}, null)).rejects.toMatchObject({
      code: 'SPQ545',
      message: '`worker("seer")` is a program of this machine, and none may be run.',
    });
    await expect(open({}, {})).rejects.toMatchObject({ code: 'SPQ545', message: 'No worker is bound to `seer`.' });
  });

  it('is bound by a file of another form', async () => {
    await expect(bindings({ command: 'python3 seer.py' })).rejects.toMatchObject({
      code: 'SPQ507',
      message: expect.stringContaining('spq.workers.json, at seer.command'),
    });
  });
});
