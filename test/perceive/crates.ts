/**
 * Two crates on a floor before a wall, and models that see them in every picture: fixture graphs with the official signatures.
 * How bright a picture is says how large everything in it is, so that different pictures have different facts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { moge2 } from '../../runtime/perceive/decode/moge2.js';
import { owlv2 } from '../../runtime/perceive/decode/owlv2.js';
import { slimsamDecoder, slimsamEncoder } from '../../runtime/perceive/decode/slimsam.js';
import { int64 } from '../../runtime/perceive/tensor.js';
import { type Graph, graphOf, type Value } from '../onnx/graph.js';
import { numbers } from './fixture-models.js';
import { mapOf } from './point-map-of.js';

export const view = { width: 320, height: 240, focal: 260 };
/** Metres, in a picture whose every byte is `UNIT_GREY`. */
const EYE = 1.5;
const WALL = 6;
/** Of this grey a picture shows the scene in metres; of another one everything is larger by their quotient. */
export const UNIT_GREY = 128;

/** Least and greatest x, height above the floor, and z. */
export const crates = [
  { x: [-1.0, -0.3], y: [0, 0.6], z: [3.6, 4.2] },
  { x: [0.5, 1.1], y: [0, 0.9], z: [3.4, 4.0] },
] as const;
type Crate = (typeof crates)[number];

/** Where the ray (x, y, 1) enters a crate, by slabs. */
function enter({ x, y, z }: Crate, rx: number, ry: number): number {
  const slabs = [
    [x[0] / rx, x[1] / rx],
    [(EYE - y[1]) / ry, (EYE - y[0]) / ry],
    [z[0], z[1]],
  ];
  const first = Math.max(...slabs.map((slab) => Math.min(...slab)));
  const last = Math.min(...slabs.map((slab) => Math.max(...slab)));
  return first < last && first > 0 ? first : Number.POSITIVE_INFINITY;
}

const depthAt = (x: number, y: number): number =>
  Math.min(WALL, y > 0 ? EYE / y : WALL, ...crates.map((crate) => enter(crate, x, y)));

/** Of the two crates, pixel edges of what is seen: x1, y1, x2, y2. */
export const crateBounds = crates.map((crate) => {
  let [x1, y1, x2, y2] = [view.width, view.height, 0, 0];
  mapOf(view, (x, y, u, v) => {
    if (enter(crate, x, y) === depthAt(x, y))
      [x1, y1, x2, y2] = [Math.min(x1, u), Math.min(y1, v), Math.max(x2, u + 1), Math.max(y2, v + 1)];
    return 1;
  });
  return [x1, y1, x2, y2] as const;
});

/** The true points, pushed along z and shrunk as MoGe gives them: affine-invariant. */
function seenPoints(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const [shift, unit] = [0.7, 2];
  const { points } = mapOf(view, depthAt);
  const affine = points.map((value, at) => (at % 3 === 2 ? value - shift : value) / unit);
  const dims = [1, view.height, view.width];
  const brightness = graph.node('ReduceMean', [input('image')], { keepdims: 0 });
  const scale = graph.node('Mul', [brightness, graph.constant(numbers([1], [(unit * 255) / UNIT_GREY]))]);
  return {
    points: graph.constant(numbers([...dims, 3], affine)),
    mask: graph.constant(numbers(dims, new Float32Array(view.width * view.height).fill(1))),
    metric_scale: scale,
  };
}

/** Both crates for certain; and at 38 % a lamp on the wall, by the second of two phrases. */
function seenThings(graph: Graph): Record<string, Value> {
  const boxes = [...crateBounds, [150, 10, 170, 40]].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
    [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1].map((value) => value / view.width),
  );
  return {
    logits: graph.constant(numbers([1, 3, 2], [3, -9, 2.5, -9, -9, -0.5])),
    pred_boxes: graph.constant(numbers([1, 3, 4], boxes.flat())),
  };
}

/** Nothing of the picture is needed for masks that are boxes. */
function embeddings(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const cells = graph.node('AveragePool', [input('pixel_values')], { kernel_shape: [16, 16], strides: [16, 16] });
  const many = graph.node('Tile', [cells, graph.constant(int64([4], [1, 86, 1, 1]))]);
  const cut = [int64([1], [0]), int64([1], [256]), int64([1], [1])].map(graph.constant);
  const embedded = graph.node('Slice', [many, ...cut]);
  return { image_embeddings: embedded, image_positional_embeddings: embedded };
}

/** The logit of a sample is how far it lies within the box, in pixels of the canvas. */
function boxMasks(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const corner = (i: number): Value => {
    const cut = [int64([1], [i]), int64([1], [i + 1]), int64([1], [2])].map(graph.constant);
    const one = graph.node('Slice', [input('input_boxes'), ...cut]);
    return graph.node('Unsqueeze', [one, graph.constant(int64([2], [3, 4]))]);
  };
  const centres = Array.from({ length: 256 }, (_, i) => (i + 0.5) * 4);
  const [x, y] = [numbers([1, 1, 1, 1, 256], centres), numbers([1, 1, 1, 256, 1], centres)].map(graph.constant);
  if (x === undefined || y === undefined) throw new Error('two constants');
  const inside = graph.node('Min', [
    graph.node('Sub', [x, corner(0)]),
    graph.node('Sub', [y, corner(1)]),
    graph.node('Sub', [corner(2), x]),
    graph.node('Sub', [corner(3), y]),
  ]);
  const first = graph.node('Slice', [
    input('input_boxes'),
    ...[int64([1], [0]), int64([1], [1]), int64([1], [2])].map(graph.constant),
  ]);
  const none = graph.node('Mul', [first, graph.constant(numbers([1], [0]))]);
  return { pred_masks: inside, iou_scores: graph.node('Add', [none, graph.constant(numbers([1], [0.9]))]) };
}

/** CLIP's tokenizer with letters alone, and no pairs. */
function tokenizer(): object {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const ids = Object.fromEntries(
    ['!', '<|startoftext|>', '<|endoftext|>', ...letters, ...[...letters].map((c) => `${c}</w>`)].map((token, id) => [
      token,
      id,
    ]),
  );
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<|endoftext|>',
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab: ids,
      merges: [],
    },
  };
}

/** Writes the files of the default models as `spq models pull` would keep them: for `--offline`. */
export function writeCrateModels(folder: string): void {
  const write = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  write('moge2-vits/model.onnx', graphOf(moge2, seenPoints));
  write('owlv2-quantized/onnx/model_quantized.onnx', graphOf(owlv2, seenThings));
  write('owlv2-quantized/tokenizer.json', JSON.stringify(tokenizer()));
  write('slimsam-boxes/onnx/vision_encoder.onnx', graphOf(slimsamEncoder, embeddings));
  write(
    'slimsam-boxes/onnx/prompt_encoder_mask_decoder.onnx',
    graphOf(slimsamDecoder, boxMasks, ['input_points', 'input_labels']),
  );
}

/** A picture of the scene: all of one grey, which says how large it is. */
export async function writeCratePicture(file: string, grey: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const background = { r: grey, g: grey, b: grey };
  await sharp({ create: { width: view.width, height: view.height, channels: 3, background } })
    .jpeg({ quality: 95 })
    .toFile(file);
}
