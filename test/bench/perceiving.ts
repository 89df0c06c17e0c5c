/**
 * What the stream of perception costs beside the model itself: pictures per second through the whole path (reading, resizing,
 * the model, decoding, the focal length, points) and of a bare loop of `session.run` over the same tensors, in one run; how long
 * the thread that asks was held; and memory over many pictures. Run on its own it prints one JSON object.
 *
 * The model is a fixture with the signature of MoGe-2 whose products of matrices take about as long as the real ViT-S.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor as RuntimeTensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { moge2, moge2Inputs, moge2Placement } from '../../runtime/perceive/decode/moge2.js';
import { hashOf, lock, pathOf } from '../../runtime/perceive/models/model-folder.js';
import { modelsOf, readRegistry } from '../../runtime/perceive/models/registry.js';
import { perceived } from '../../runtime/perceive/stream/perceived.js';
import { float32 } from '../../runtime/perceive/tensor.js';
import { type Graph, graphOf, type Value } from '../onnx/graph.js';

/** A photograph of a camera, and how large the model sees it. */
const picture = { width: 2000, height: 1500 };
const { content } = moge2Placement(picture);
const PICTURES = 16;
const MANY = 2000;
const SIDE = 1024;
/** Of 1024 x 1024 numbers each: about 170 billion operations, as ViT-S at 2,500 patches. */
const PRODUCTS = 80;

const folder = mkdtempSync(join(tmpdir(), 'perceive-bench-'));

/** A floor before a wall: points that have a focal length. */
function points(): Float32Array {
  const focal = content.width;
  return Float32Array.from({ length: 3 * content.width * content.height }, (_, i) => {
    const at = Math.floor(i / 3);
    const x = ((at % content.width) - (content.width - 1) / 2) / focal;
    const y = (Math.floor(at / content.width) - (content.height - 1) / 2) / focal;
    const z = y > 0 ? Math.min(6, 1.5 / y) : 6;
    return i % 3 === 0 ? x * z : i % 3 === 1 ? y * z : z;
  });
}

const seen = (products: number) => (graph: Graph, input: (name: string) => Value) => {
  const dims = [1, content.height, content.width];
  const matrix = graph.constant(float32([SIDE, SIDE], new Float32Array(SIDE * SIDE).fill(1 / SIDE)));
  const brightness = graph.node('ReduceMean', [input('image')], { keepdims: 0 });
  let power = graph.node('Mul', [matrix, brightness]);
  for (let i = 0; i < products; i++) power = graph.node('MatMul', [power, matrix]);
  const nothing = graph.node('Mul', [
    graph.node('ReduceMean', [power], { keepdims: 0 }),
    graph.constant(float32([1], Float32Array.of(0))),
  ]);
  return {
    points: graph.constant(float32([...dims, 3], points())),
    mask: graph.constant(float32(dims, new Float32Array(content.width * content.height).fill(1))),
    metric_scale: graph.node('Add', [nothing, graph.constant(float32([1], Float32Array.of(1)))]),
  };
};

async function install(
  name: string,
  products: number,
): Promise<{ readonly file: string; readonly modelFolder: string }> {
  const modelFolder = join(folder, name);
  const [model] = modelsOf(await readRegistry(), ['moge2-vits']);
  const [registered] = model?.files ?? [];
  if (model === undefined || registered === undefined) throw new Error('moge2-vits is not registered');
  const file = pathOf(modelFolder, model, registered);
  const { mkdirSync } = await import('node:fs');
  mkdirSync(join(modelFolder, model.id), { recursive: true });
  writeFileSync(file, graphOf(moge2, seen(products)));
  await lock(modelFolder, model, registered, await hashOf(file));
  return { file, modelFolder };
}

/** @returns seconds for each picture after the first, and what happened to the thread that asked meanwhile */
async function throughStream(modelFolder: string, count: number, onPicture: (done: number) => void = () => {}) {
  const source = await perceived({
    pictures: Array.from({ length: count + 1 }, (_, at) => ({
      sceneId: String(at),
      file: join(folder, 'picture.jpg'),
    })),
    operators: [{ role: 'points', operator: 'moge2', arguments: {}, reads: [] }],
    ...{
      boxes: false,
      pixels: true,
      recipeDir: folder,
      modelFolder,
      cacheFolder: null,
      retryFailed: false,
      session: {},
    },
  });
  let [done, began, last, longest] = [0, 0, performance.now(), 0];
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  for await (const item of source.items) {
    if (item.kind !== 'scene' || item.facts.pixels.length === 0) throw new Error(JSON.stringify(item));
    if (done === 0) [began, before] = [performance.now(), process.cpuUsage()];
    onPicture(done++);
  }
  clearInterval(timer);
  return { perSecond: (1e3 * count) / (performance.now() - began), cpu: cpuSince(before) / count, heldMs: longest };
}

/** Seconds of the processor, of all threads. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function bareLoop(file: string) {
  const session = await InferenceSession.create(file);
  const { image, num_tokens } = moge2Inputs({
    ...content,
    pixels: new Uint8Array(3 * content.width * content.height).fill(128),
  });
  if (image?.type !== 'float32' || num_tokens?.type !== 'int64') throw new Error('other inputs');
  const feeds = {
    image: new RuntimeTensor('float32', image.data, image.dims),
    num_tokens: new RuntimeTensor('int64', num_tokens.data, num_tokens.dims),
  };
  await session.run(feeds);
  const [began, before] = [performance.now(), process.cpuUsage()];
  for (let run = 0; run < PICTURES; run++) await session.run(feeds);
  const perSecond = (1e3 * PICTURES) / (performance.now() - began);
  const cpu = cpuSince(before) / PICTURES;
  await session.release();
  return { perSecond, cpu };
}

const background = { r: 128, g: 128, b: 128 };
await sharp({ create: { ...picture, channels: 3, background } })
  .jpeg()
  .toFile(join(folder, 'picture.jpg'));
const heavy = await install('heavy', PRODUCTS);
const bare = await bareLoop(heavy.file);
const stream = await throughStream(heavy.modelFolder, PICTURES);
const again = await bareLoop(heavy.file);
const light = await install('light', 0);
const memory: number[] = [];
const many = await throughStream(light.modelFolder, MANY, (done) => {
  if (done === MANY / 10 || done === MANY) memory.push(process.memoryUsage().rss);
});
rmSync(folder, { recursive: true });
const [first = 0, last = 0] = memory;

console.log(
  JSON.stringify({
    'pictures per second': stream.perSecond,
    'runs of the model alone per second, before': bare.perSecond,
    'runs of the model alone per second, after': again.perSecond,
    'stream beside the model alone, by the clock': (2 * stream.perSecond) / (bare.perSecond + again.perSecond),
    'stream beside the model alone, by processor time': (bare.cpu + again.cpu) / 2 / stream.cpu,
    'processor seconds of the model alone': (bare.cpu + again.cpu) / 2,
    'longest pause of the asking thread, ms': Math.max(stream.heldMs, many.heldMs),
    'pictures per second where the model takes no time': many.perSecond,
    'processor seconds for a picture where the model takes no time': many.cpu,
    'memory after 200 pictures, MB': first / 2 ** 20,
    'memory after 2000 pictures, MB': last / 2 ** 20,
  }),
);
