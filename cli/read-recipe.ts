/** Recipes as text: from a file, or from whatever bytes claim to be one. */
import { readFileSync } from 'node:fs';
import type { Source } from '../compiler/diagnostics/span.js';
import { causeOf, recipeUnreadable } from './errors.js';

/** @throws RunError SPQ581 when the recipe cannot be read or is not text. */
export function readRecipe(path: string): Source {
  return recipeFrom(path, bytesOf(path));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw recipeUnreadable(path, causeOf(error));
  }
}

/** @throws RunError SPQ581 when the bytes are not UTF-8. */
export function recipeFrom(name: string, bytes: Uint8Array): Source {
  try {
    return { file: name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw recipeUnreadable(name, 'it is not UTF-8 text');
  }
}
