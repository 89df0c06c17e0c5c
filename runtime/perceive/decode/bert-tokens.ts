/** A phrase as the numbers that BERT's text encoder reads, by the model's own tokenizer.json (uncased WordPiece). */
import type { Tokenizer } from '@huggingface/tokenizers';
import { int64, type NamedTensors } from '../tensor.js';

export interface BertPhrase {
  /** int64 [1, length]: `input_ids`, `attention_mask` of ones, `token_type_ids` of zeros. */
  readonly tensors: NamedTensors;
  /** Positions of the phrase's own tokens: those before and after it mean nothing. */
  readonly from: number;
  readonly to: number;
}

/**
 * `office chair` becomes `[CLS] office chair . [SEP]`: a full stop ends what is looked for, so within a phrase there is none.
 *
 * @returns null where the phrase has no token
 */
export function bertPhrase(tokenizer: Tokenizer, phrase: string): BertPhrase | null {
  const words = phrase.replaceAll(/[.?]/g, ' ').trim();
  const own = tokenizer.encode(words, { add_special_tokens: false }).ids;
  const ids = tokenizer.encode(`${words} .`).ids;
  const from = 1;
  const to = from + own.length;
  if (own.length === 0) return null;
  if (own.some((id: number, i: number) => id !== ids[from + i]) || ids.length !== to + 2)
    throw new Error(`the tokenizer puts other tokens around \`${words}\` than one at each end: it is not BERT's`);
  const dims = [1, ids.length];
  const tensors = {
    input_ids: int64(dims, ids),
    attention_mask: int64(dims, Array<number>(ids.length).fill(1)),
    token_type_ids: int64(dims, Array<number>(ids.length).fill(0)),
  };
  return { tensors, from, to };
}
