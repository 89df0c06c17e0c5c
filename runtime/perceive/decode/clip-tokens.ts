/** Phrases as the numbers that CLIP's text encoder reads, by the model's own tokenizer.json. */
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { readJson } from '../../sources/json-file.js';
import { int64, type NamedTensors } from '../tensor.js';

/** Tokens of a phrase in OWLv2, its first and last included; what is longer is cut. CLIP itself reads 77. */
export const OWLV2_CONTEXT = 16;
/** What stands after the last token; the mask hides it. */
const PAD = 0;

/** A tokenizer as Hugging Face writes it; what it holds is the library's business. */
const tokenizerFile = z.looseObject({ model: z.looseObject({ vocab: z.record(z.string(), z.number()) }) });

/**
 * @param file tokenizer.json of the model
 * @throws Unreadable SPQ503, SPQ502 or SPQ507, naming the file
 */
export async function openTokenizer(file: string): Promise<Tokenizer> {
  return new Tokenizer(await readJson(file, tokenizerFile), {});
}

/** @returns int64 [phrases, context]: `input_ids`, and `attention_mask` which is 1 for tokens and 0 for padding */
export function clipTokens(
  tokenizer: Tokenizer,
  phrases: readonly string[],
  context: number = OWLV2_CONTEXT,
): NamedTensors {
  const rows = phrases.map((phrase) => fitted(tokenizer.encode(phrase).ids, context));
  const padding = ({ length }: readonly number[]): readonly number[] => Array<number>(context - length).fill(PAD);
  const dims = [phrases.length, context];
  return {
    input_ids: int64(
      dims,
      rows.flatMap((ids) => [...ids, ...padding(ids)]),
    ),
    attention_mask: int64(
      dims,
      rows.flatMap((ids) => [...ids.map(() => 1), ...padding(ids)]),
    ),
  };
}

/** A phrase that is too long loses its end, but not the token that ends it: there the meaning is read. */
function fitted(ids: readonly number[], context: number): readonly number[] {
  return ids.length <= context ? ids : [...ids.slice(0, context - 1), ...ids.slice(-1)];
}
