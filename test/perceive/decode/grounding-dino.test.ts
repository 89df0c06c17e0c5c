/**
 * Grounding DINO against a graph with its signature. The fixture has four queries with fixed boxes and logits, a column of which
 * grows with what it is given: means of the picture and of its mask.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bounds } from '../../../runtime/geometry/projection.js';
import { type BertPhrase, bertPhrase } from '../../../runtime/perceive/decode/bert-tokens.js';
import { openTokenizer } from '../../../runtime/perceive/decode/clip-tokens.js';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import {
  acrossPhrases,
  groundingDino,
  groundingDinoDetections,
  groundingDinoInputs,
  groundingDinoPlacement,
} from '../../../runtime/perceive/decode/grounding-dino.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { painted, white } from '../painted.js';
import { bertTokenizer } from './bert-tokenizer.js';

const models = fixtureModels();
const folder = mkdtempSync(join(tmpdir(), 'spq-dino-'));
afterAll(async () => {
  await models.close();
  rmSync(folder, { recursive: true });
});

const tokenizerPath = join(folder, 'tokenizer.json');
writeFileSync(tokenizerPath, bertTokenizer());

async function phraseOf(text: string): Promise<BertPhrase> {
  const phrase = bertPhrase(await openTokenizer(tokenizerPath), text);
  if (phrase === null) throw new Error(`no tokens in ${text}`);
  return phrase;
}

describe('a phrase', () => {
  it('is one sentence, whose own tokens are known', async () => {
    // [CLS] office chair ##s . [SEP], in any case, and without the full stop that would end it too early.
    for (const text of ['office chairs', 'Office Chairs', ' office. chairs? ']) {
      const { tensors, from, to } = await phraseOf(text);
      expect(tensors.input_ids).toEqual(int64([1, 6], [101, 2436, 3242, 2015, 1012, 102]));
      expect(tensors.attention_mask).toEqual(int64([1, 6], [1, 1, 1, 1, 1, 1]));
      expect(tensors.token_type_ids).toEqual(int64([1, 6], [0, 0, 0, 0, 0, 0]));
      expect([from, to]).toEqual([1, 4]);
    }
    expect((await phraseOf('armchair')).to).toBe(3);
  });

  it('has a token, and no more than the model reads', async () => {
    expect(bertPhrase(await openTokenizer(tokenizerPath), ' . ')).toBeNull();
    const content = await resized(painted(8, 8, white), { width: 800, height: 800 });
    const longest = await phraseOf(Array(253).fill('chair').join(' '));
    expect(groundingDinoInputs(content, longest).input_ids?.dims).toEqual([1, 256]);
    const longer = await phraseOf(Array(254).fill('chair').join(' '));
    expect(() => groundingDinoInputs(content, longer)).toThrow('a phrase of 254 tokens');
  });
});

const TOKENS = 256;
const logit = (score: number): number => Math.log(score / (1 - score));

describe('Grounding DINO', () => {
  it('scores a box by the phrase’s own tokens, in pixels of the picture', async () => {
    const phrase = await phraseOf('office chair');
    // Of the query's tokens: [CLS], office, chair, '.', [SEP]; after them padding.
    const row = (cls: number, office: number, chair: number, stop: number): readonly number[] => [
      ...[cls, office, chair, stop, cls].map(logit),
      ...Array<number>(TOKENS - 5).fill(Number.NEGATIVE_INFINITY),
    ];
    const rows = [
      row(0.9, 0.3, 0.6, 0.9), // certain, by `chair`
      row(0.9, 0.3, 0.1, 0.9), // possible, by `office`
      row(0.9, 0.2, 0.1, 0.9), // only what is around the phrase fits
      row(0.1, 0.1, 0.5, 0.1), // the first one again
    ];
    const boxes = [0.25, 0.5, 0.5, 1, 0.8, 0.8, 0.2, 0.1, 0.2, 0.2, 0.1, 0.1, 0.25, 0.5, 0.5, 0.9];
    const model = await models.open(groundingDino, (graph, input) => {
      // Zero, to three digits, where the mask is one everywhere and the picture is white: neither may be anything else.
      const whiteMean = (1 - 0.485) / 0.229 + (1 - 0.456) / 0.224 + (1 - 0.406) / 0.225;
      const picture = graph.node('ReduceMean', [input('pixel_values')], { keepdims: 0 });
      const mask = graph.node('ReduceMean', [graph.node('Cast', [input('pixel_mask')], { to: 1 })], { keepdims: 0 });
      const offPicture = graph.node('Sub', [picture, graph.constant(numbers([], [whiteMean / 3]))]);
      const offMask = graph.node('Sub', [mask, graph.constant(numbers([], [1]))]);
      return {
        logits: graph.node('Add', [
          graph.constant(numbers([1, 4, TOKENS], rows.flat())),
          graph.node('Add', [offPicture, offMask]),
        ]),
        pred_boxes: graph.constant(numbers([1, 4, 4], boxes)),
      };
    });
    const picture = painted(1000, 500, white);
    const placement = groundingDinoPlacement(picture);
    const { outputs } = await model.run(groundingDinoInputs(await resized(picture, placement.content), phrase));
    const found = groundingDinoDetections(outputs, 'chair', phrase, placement);
    expect(found).toEqual([
      {
        label: 'chair',
        score: expect.closeTo(0.6, 2),
        presence: 'certain',
        box: [0, 0, 499.5, 499].map((edge) => expect.closeTo(edge, 3)),
      },
      {
        label: 'chair',
        score: expect.closeTo(0.3, 2),
        presence: 'possible',
        box: [699.5, 374.5, 899.5, 424.5].map((edge) => expect.closeTo(edge, 3)),
      },
    ]);
  });
});

describe('the passes of several phrases', () => {
  const thing = (label: string, score: number, box: Bounds): Detection => ({ label, score, presence: 'certain', box });

  it('name a thing once, by the phrase that fits best', () => {
    const armchair = thing('armchair', 0.7, [0, 0, 100, 100]);
    const stool = thing('stool', 0.4, [2, 2, 100, 100]);
    const cushion = thing('cushion', 0.6, [20, 20, 60, 60]);
    expect(acrossPhrases([[armchair], [stool, cushion]])).toEqual([armchair, cushion]);
  });

  it('are one thing at less overlap where their labels mean the same', () => {
    const sofa = thing('sofa', 0.5, [0, 0, 100, 100]);
    const couch = thing('couch', 0.6, [0, 0, 100, 70]);
    expect(acrossPhrases([[sofa], [couch]], () => 'sofa')).toEqual([couch]);
    expect(acrossPhrases([[sofa], [couch]])).toEqual([couch, sofa]);
  });
});
