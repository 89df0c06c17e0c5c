/** `vlm`, opened as a run opens it, against a stand-in that looks at what it is sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import { blue, painted, red, white } from '../painted.js';
import { startVlm, type VlmStandIn } from '../vlm/vlm-stand-in.js';
import { photoOf, type TestWorkbench, testWorkbench } from './workbench.js';

let bench: TestWorkbench;
let server: VlmStandIn;
beforeAll(async () => {
  [bench, server] = await Promise.all([testWorkbench(), startVlm('pixels')]);
});
afterAll(() => Promise.all([bench.close(), server.close()]));

const thing = (box: Detection['box']): Detection => ({ label: 'block', score: 1, presence: 'certain', box });

describe('vlm', () => {
  it('writes captions beside things, and says which model verified them', async () => {
    const operator = await bench.open({
      role: 'captions',
      operator: 'vlm',
      arguments: { endpoint: server.endpoint, model: 'writer', coordinates: 'pixels', verifier: 'finder' },
    });
    if (operator.role !== 'captions') throw new Error(operator.role);
    const picture = painted(400, 200, white, [
      { left: 40, top: 40, right: 100, bottom: 160, colour: red },
      { left: 240, top: 50, right: 320, bottom: 100, colour: blue },
    ]);
    // The third box is around a part of the blue block: what is found by its caption is all of it.
    const objects = [thing([40, 40, 99, 159]), thing([240, 50, 319, 99]), thing([250, 60, 270, 80])];
    const outcomes = await operator.perceive([{ photo: photoOf(picture), objects }]);
    expect(outcomes).toEqual([
      {
        kind: 'found',
        found: [
          { text: 'red block', verifiedBy: 'finder' },
          { text: 'blue block', verifiedBy: 'finder' },
          { text: 'blue block', verifiedBy: null },
        ],
      },
    ]);
    expect(operator.key).toContain('"writer","finder","pixels"');
    expect(await operator.perceive([{ photo: photoOf(picture), objects: [] }])).toEqual([{ kind: 'found', found: [] }]);
  });

  it('fails one picture where its answer cannot be read, and the run where the server refuses', async () => {
    const operator = await bench.open({
      role: 'captions',
      operator: 'vlm',
      arguments: { endpoint: server.endpoint, model: 'writer', coordinates: 'pixels' },
    });
    if (operator.role !== 'captions') throw new Error(operator.role);
    const given = { photo: photoOf(painted(100, 100, red)), objects: [thing([10, 10, 90, 90])] };
    server.faults.push({ status: 400, body: 'too large' });
    expect(await operator.perceive([given])).toMatchObject([
      { kind: 'failed', code: 'SPQ541', message: expect.stringContaining('400 Bad Request: too large') },
    ]);
    server.faults.push({ status: 403 });
    await expect(operator.perceive([given])).rejects.toMatchObject({ code: 'SPQ543' });
  });
});
