/** Reads a recipe and hands it to the compiler, which is loaded only now: `--help` must not wait for a parser. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../compiler/diagnostics/diagnostic.js';
import type { TextOf } from '../compiler/diagnostics/render.js';
import type { Source } from '../compiler/diagnostics/span.js';
import type { Compilation, CompileInput } from '../compiler/index.js';
import { causeOf, recipeUnreadable } from './errors.js';
import { readLibrary } from './read-library.js';

export interface CompiledRecipe {
  readonly compilation: Compilation;
  /** Text of the recipe and of the library, for showing what a message points at. */
  readonly textOf: TextOf;
}

/** @throws RunError SPQ581 when the recipe cannot be read or is not text. */
export async function compileRecipe(path: string, options: CompileInput['options'] = {}): Promise<CompiledRecipe> {
  const recipe = readRecipe(path);
  const library = readLibrary();
  const { compile } = await import('../compiler/index.js');
  const texts = new Map([...library, recipe].map((source) => [source.file, source.text]));
  const compilation = compile({ recipe, library, options });
  const diagnostics = compilation.diagnostics.toSorted(byPlace(recipe.file));
  return { compilation: { ...compilation, diagnostics }, textOf: (file) => texts.get(file) };
}

/** The recipe from top to bottom, then other files: stages find mistakes in their own order, people read in this one. */
function byPlace(recipe: string): (one: Diagnostic, other: Diagnostic) => number {
  const rank = ({ at }: Diagnostic): number => (at.file === recipe ? 0 : 1);
  return (one, other) => rank(one) - rank(other) || one.at.start - other.at.start;
}

function readRecipe(path: string): Source {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { file: path, text };
  } catch (error) {
    throw recipeUnreadable(path, error instanceof TypeError ? 'it is not UTF-8 text' : causeOf(error));
  }
}
