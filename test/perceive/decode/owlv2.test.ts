/**
 * OWLv2 against a graph with its signature. The fixture sees colours: the logit of a phrase at a patch is the mean colour there
 * times a colour that its second token stands for, less 5. Each patch has its own box.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bounds } from '../../../runtime/geometry/projection.js';
import { clipTokens, openTokenizer } from '../../../runtime/perceive/decode/clip-tokens.js';
import { type Detection, merged } from '../../../runtime/perceive/decode/detection.js';
import {
  OWLV2_SIDE,
  owlv2,
  owlv2Detections,
  owlv2Inputs,
  owlv2Placement,
} from '../../../runtime/perceive/decode/owlv2.js';
import type { RgbPicture } from '../../../runtime/perceive/picture/read-picture.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import type { Graph, Value } from '../../onnx/graph.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { blue, painted, red, white } from '../painted.js';

const models = fixtureModels();
const folder = mkdtempSync(join(tmpdir(), 'spq-owl-'));
afterAll(async () => {
  await models.close();
  rmSync(folder, { recursive: true });
});

/** Built as CLIP's: byte pairs with an end of word, lower case, and a token before and after. */
const words = ['red', 'blue'];
const vocabulary = ['!', '<|startoftext|>', '<|endoftext|>', ...'abdelru', ...[...'abdelru'].map((c) => `${c}</w>`)];
const pieces = ['re', 'red</w>', 'bl', 'ue</w>', 'blue</w>'];
const ids = Object.fromEntries([...vocabulary, ...pieces].map((token, id) => [token, id]));
const tokenizerJson = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: ['<|startoftext|>', '<|endoftext|>'].map((content) => ({
    id: ids[content],
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '<|startoftext|>', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '<|endoftext|>', type_id: 0 } },
    ],
    pair: [],
    special_tokens: Object.fromEntries(
      ['<|startoftext|>', '<|endoftext|>'].map((id) => [id, { id, ids: [ids[id]], tokens: [id] }]),
    ),
  },
  decoder: null,
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: '<|endoftext|>',
    continuing_subword_prefix: '',
    end_of_word_suffix: '</w>',
    fuse_unk: false,
    vocab: ids,
    merges: ['r e', 're d</w>', 'b l', 'u e</w>', 'bl ue</w>'],
  },
};
const tokenizerPath = join(folder, 'tokenizer.json');
writeFileSync(tokenizerPath, JSON.stringify(tokenizerJson));

describe('tokens of phrases', () => {
  it('are those of tokenizer.json, padded with 0 and masked', async () => {
    const tokens = clipTokens(await openTokenizer(tokenizerPath), ['Red', 'blue red'], 6);
    const [begin = 0, end = 0, r = 0, b = 0] = [1, 2, ids['red</w>'], ids['blue</w>']];
    expect(tokens.input_ids).toEqual(int64([2, 6], [begin, r, end, 0, 0, 0, begin, b, r, end, 0, 0]));
    expect(tokens.attention_mask).toEqual(int64([2, 6], [1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0]));
  });

  it('are cut before the last one where there are too many', async () => {
    const [begin = 0, end = 0, r = 0] = [1, 2, ids['red</w>']];
    const tokens = clipTokens(await openTokenizer(tokenizerPath), ['red red red red red'], 4);
    expect(tokens.input_ids).toEqual(int64([1, 4], [begin, r, r, end]));
  });

  it('need a file that is a tokenizer', async () => {
    writeFileSync(join(folder, 'other.json'), '{"model": {}}');
    await expect(openTokenizer(join(folder, 'other.json'))).rejects.toMatchObject({
      code: 'SPQ507',
      message: expect.stringContaining('other.json, at model.vocab'),
    });
  });
});

const PATCHES = 60;

function colours(graph: Graph, input: (name: string) => Value): Record<string, Value> {
  const table = Array.from({ length: Object.keys(ids).length }, (_, id) => {
    if (id === ids['red</w>']) return [2, -2, -2];
    return id === ids['blue</w>'] ? [-2, -2, 2] : [0, 0, 0];
  });
  const second = [int64([1], [1]), int64([1], [2]), int64([1], [1])].map(graph.constant);
  const ofPhrase = graph.node('Squeeze', [
    graph.node('Slice', [input('input_ids'), ...second]),
    graph.constant(int64([1], [1])),
  ]);
  const weights = graph.node('Gather', [graph.constant(numbers([table.length, 3], table.flat())), ofPhrase]);
  const mean = graph.node('AveragePool', [input('pixel_values')], { kernel_shape: [16, 16], strides: [16, 16] });
  const flat = graph.node('Reshape', [mean, graph.constant(int64([3], [1, 3, -1]))]);
  const products = graph.node('MatMul', [
    graph.node('Transpose', [flat], { perm: [0, 2, 1] }),
    graph.node('Transpose', [weights], { perm: [1, 0] }),
  ]);
  const logits = graph.node('Sub', [products, graph.constant(numbers([1], [5]))]);
  const boxes = Array.from({ length: PATCHES * PATCHES }, (_, i) => [
    ((i % PATCHES) + 0.5) / PATCHES,
    (Math.floor(i / PATCHES) + 0.5) / PATCHES,
    1 / PATCHES,
    1 / PATCHES,
  ]);
  return { logits, pred_boxes: graph.constant(numbers([1, PATCHES * PATCHES, 4], boxes.flat())) };
}

async function detected(picture: RgbPicture): Promise<readonly Detection[]> {
  const model = await models.open(owlv2, colours);
  const placement = owlv2Placement(picture);
  const tokens = clipTokens(await openTokenizer(tokenizerPath), words);
  const { outputs } = await model.run(owlv2Inputs(await resized(picture, placement.content), placement, tokens));
  return owlv2Detections(
    outputs,
    words.map((phrase) => ({ phrase, label: `${phrase} thing` })),
    placement,
  );
}

const around = (detections: readonly Detection[], label: string): Bounds => {
  const boxes = detections.filter((found) => found.label === label).map(({ box }) => box);
  const side = (i: number): number[] => boxes.map((box) => box[i] ?? Number.NaN);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
};

describe('OWLv2', () => {
  it.each([
    // [picture, red thing, blue thing]: whole patches of 16 / 960 of the longer side.
    [480, 320, [80, 40, 160, 120], [400, 280, 480, 320]],
    [300, 600, [0, 0, 100, 50], [200, 400, 300, 600]],
    [1920, 960, [64, 640, 128, 960], [960, 0, 1024, 32]],
  ] as const)('finds things where they are, to half a pixel: %i x %i', async (width, height, ofRed, ofBlue) => {
    const rectangle = ([left, top, right, bottom]: readonly [number, number, number, number]) => ({
      left,
      top,
      right,
      bottom,
    });
    const picture = painted(width, height, white, [
      { ...rectangle(ofRed), colour: red },
      { ...rectangle(ofBlue), colour: blue },
    ]);
    const found = await detected(picture);
    // A pixel covers half a pixel around its centre; boxes are clipped to the outermost centres.
    const edges = ([left, top, right, bottom]: readonly [number, number, number, number]): Bounds => [
      Math.max(left - 0.5, 0),
      Math.max(top - 0.5, 0),
      Math.min(right - 0.5, width - 1),
      Math.min(bottom - 0.5, height - 1),
    ];
    for (const [label, truth] of [
      ['red thing', ofRed],
      ['blue thing', ofBlue],
    ] as const) {
      const box = around(found, label);
      edges(truth).forEach((edge, i) => {
        expect(Math.abs((box[i] ?? Number.NaN) - edge)).toBeLessThanOrEqual(0.5);
      });
    }
  });

  it('scores as the sigmoid of the logit, with colours normalized as for CLIP', async () => {
    const [best] = await detected(painted(OWLV2_SIDE, OWLV2_SIDE, red));
    const plane = [(1 - 0.48145466) / 0.26862954, -0.4578275 / 0.26130258, -0.40821073 / 0.27577711];
    const logit = 2 * (plane[0] ?? 0) - 2 * (plane[1] ?? 0) - 2 * (plane[2] ?? 0) - 5;
    expect(best?.score).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4);
    expect([best?.label, best?.presence]).toEqual(['red thing', 'certain']);
  });

  it('tells what is certain from what is possible, and drops the rest', () => {
    const placement = owlv2Placement({ width: OWLV2_SIDE, height: OWLV2_SIDE });
    const logit = (score: number): number => Math.log(score / (1 - score));
    const boxes = [0.1, 0.3, 0.5, 0.7].flatMap((centre) => [centre, 0.5, 0.1, 0.1]);
    const outputs = {
      logits: numbers(
        [1, 4, 2],
        [0.31, 0.29, 0.11, 0.09].flatMap((score) => [logit(0.01), logit(score)]),
      ),
      pred_boxes: numbers([1, 4, 4], boxes),
    };
    const queries = [
      { phrase: 'lamp', label: 'lamp' },
      { phrase: 'couch', label: 'sofa' },
    ];
    const found = owlv2Detections(outputs, queries, placement);
    expect(found.map(({ label, presence }) => [label, presence])).toEqual([
      ['sofa', 'certain'],
      ['sofa', 'possible'],
      ['sofa', 'possible'],
    ]);
    expect(() => owlv2Detections(outputs, queries.slice(1), placement)).toThrow('logits of 2 phrases, where 1');
  });
});

describe('boxes that overlap', () => {
  const thing = (label: string, score: number, box: Bounds): Detection => ({ label, score, presence: 'certain', box });
  const sofa = thing('sofa', 0.6, [0, 0, 10, 10]);
  const couch = thing('couch', 0.8, [0, 0, 10, 9]);
  const rug = thing('rug', 0.7, [0, 0, 10, 10]);
  const apart = thing('sofa', 0.5, [5, 0, 15, 10]);

  it('are one thing where they have one label, and only then', () => {
    expect(merged([sofa, rug, thing('sofa', 0.9, [0, 0, 10, 8])], 0.5).map(({ score }) => score)).toEqual([0.9, 0.7]);
    expect(merged([sofa, apart], 0.5)).toEqual([sofa, apart]);
  });

  it('are one thing where their labels mean the same', () => {
    const meaning = (label: string): string => (label === 'couch' ? 'sofa' : label);
    expect(merged([sofa, couch, rug], 0.5, meaning)).toEqual([couch, rug]);
    expect(merged([sofa, couch], 0.5)).toEqual([couch, sofa]);
  });
});
