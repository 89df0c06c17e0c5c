/** `coverage` by another detector and by a model that counts, from operators to the facts of a scene. */
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import { perceptionOptions } from '../../../runtime/perceive/stream/options.js';
import { perceivePictures } from '../../../runtime/perceive/stream/perceive-pictures.js';
import { newGraph } from '../../onnx/graph.js';
import { numbers } from '../fixture-models.js';
import { type TestWorkbench, testWorkbench } from '../operators/workbench.js';
import { painted, red, white } from '../painted.js';
import { type Fault, startVlm, type VlmStandIn } from '../vlm/vlm-stand-in.js';

let bench: TestWorkbench;
let server: VlmStandIn;
const file = (): string => join(bench.workbench.recipeDir, 'picture.png');

beforeAll(async () => {
  [bench, server] = await Promise.all([testWorkbench(), startVlm('norm1000')]);
  const { width, height, pixels } = painted(64, 64, white, [{ left: 0, top: 0, right: 32, bottom: 64, colour: red }]);
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file());
  bench.write('labels.txt', 'chair\nlamp\n');
  // One finds a chair at the left, and says nothing of lamps; two finds it a little narrower, and perhaps a lamp.
  bench.write('one.onnx', detector([0, 0, 32, 64], [0.9, 0.01]));
  bench.write('two.onnx', detector([0, 0, 30, 64], [0.8, 0.01]));
  bench.write('doubt.onnx', detector([0, 0, 30, 64], [0.3, 0.01]));
});
afterAll(() => Promise.all([bench.close(), server.close()]));

function detector(box: readonly number[], scores: readonly number[]): Uint8Array {
  const graph = newGraph();
  graph.input('image', 'float32', ['batch', 3, 64, 64]);
  graph.output('boxes', graph.constant(numbers([1, 1, 4], box)), 'float32', [1, 1, 4]);
  graph.output('scores', graph.constant(numbers([1, 1, 2], scores)), 'float32', [1, 1, 2]);
  return graph.bytes();
}

const onnx = (role: 'objects' | 'coverage', name: string): PlannedOperator => ({
  role,
  operator: 'onnx',
  arguments: { file: name, width: 64, labels: 'labels.txt', boxes: 'boxes', scores: 'scores', activation: 'none' },
  reads: role === 'coverage' ? ['objects'] : [],
});

async function coverage(second: PlannedOperator): Promise<unknown> {
  const perceiving = await perceivePictures({
    ...perceptionOptions({ modelFolder: bench.workbench.modelFolder, cacheFolder: null }),
    pictures: [{ sceneId: 'picture', file: file() }],
    operators: [onnx('objects', 'one.onnx'), second],
    boxes: false,
    pixels: false,
    recipeDir: bench.workbench.recipeDir,
  });
  try {
    const { value } = await perceiving.items.next();
    if (value?.kind !== 'scene') return value;
    expect(value.facts.objects).toMatchObject([{ category: 'chair', presence: 'certain' }]);
    return value.facts.coverage;
  } finally {
    await perceiving.close();
  }
}

describe('a second look', () => {
  it('by a detector that agrees covers what both look for', async () => {
    expect(await coverage(onnx('coverage', 'two.onnx'))).toEqual([
      { category: 'chair', status: 'exhaustive', method: 'onnx, onnx' },
      { category: 'lamp', status: 'verified_absent', method: 'onnx, onnx' },
    ]);
  });

  it('by a detector that doubts covers less', async () => {
    expect(await coverage(onnx('coverage', 'doubt.onnx'))).toMatchObject([
      { category: 'chair', status: 'unknown' },
      { category: 'lamp', status: 'verified_absent' },
    ]);
  });

  const counting = (faults: readonly Fault[], labels: string | undefined = 'labels.txt'): Promise<unknown> => {
    server.faults.push(...faults);
    const given = { endpoint: server.endpoint, model: 'counter', ...(labels === '' ? {} : { labels }) };
    return coverage({ role: 'coverage', operator: 'vlm', arguments: given, reads: ['objects'] });
  };

  it('by a model that counts covers what it counts alike', async () => {
    expect(await counting([{ says: '{"chair": 1, "lamp": 2}' }])).toEqual([
      { category: 'chair', status: 'exhaustive', method: 'onnx, vlm' },
      { category: 'lamp', status: 'unknown', method: 'onnx, vlm' },
    ]);
    expect(server.requests.at(-1)?.prompt).toContain('["chair","lamp"]');
  });

  it('by a model that says half of it is asked again', async () => {
    const before = server.requests.length;
    const faults = ['{"chair": 1}', '{"chair": "one", "lamp": 0}', '```json\n{"chair": 1, "lamp": 0}\n```'];
    expect(await counting(faults.map((says) => ({ says })))).toMatchObject([
      { category: 'chair', status: 'exhaustive' },
      { category: 'lamp', status: 'verified_absent' },
    ]);
    expect(server.requests.length - before).toBe(3);
  });

  it('by a model needs to be told what is counted', async () => {
    await expect(counting([], '')).rejects.toMatchObject({ code: 'SPQ546' });
  });
});
