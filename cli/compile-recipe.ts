/** Reads a recipe and hands it to the compiler, which is loaded only now: `--help` must not wait for a parser. */
import type { CompileInput } from '../compiler/analyse.js';
import type { Diagnostic } from '../compiler/diagnostics/diagnostic.js';
import type { TextOf } from '../compiler/diagnostics/render.js';
import type { Compilation } from '../compiler/index.js';
import { readImported } from './read-imported.js';
import { readLibrary } from './read-library.js';
import { readRecipe } from './read-recipe.js';

export interface CompiledRecipe {
  readonly compilation: Compilation;
  /** Text of the recipe and of the library, for showing what a message points at. */
  readonly textOf: TextOf;
}

export interface CheckedRecipe {
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: TextOf;
}

/** @throws RunError SPQ581 when the recipe cannot be read or is not text. */
export async function compileRecipe(path: string, options: CompileInput['options'] = {}): Promise<CompiledRecipe> {
  const input = inputOf(path, options);
  const { compile } = await import('../compiler/index.js');
  const compilation = compile(input);
  const diagnostics = compilation.diagnostics.toSorted(byPlace(path));
  return { compilation: { ...compilation, diagnostics }, textOf: textsOf(input) };
}

/**
 * What is wrong with a recipe, without the way to SQL: a third of the time.
 * @throws RunError SPQ581 when the recipe cannot be read or is not text.
 */
export async function checkRecipe(path: string): Promise<CheckedRecipe> {
  const input = inputOf(path, {});
  const { diagnose } = await import('../compiler/analyse.js');
  return { diagnostics: diagnose(input).toSorted(byPlace(path)), textOf: textsOf(input) };
}

function inputOf(path: string, options: CompileInput['options']): CompileInput {
  return { recipe: readRecipe(path), library: readLibrary(), read: readImported, options };
}

function textsOf({ recipe, library }: CompileInput): TextOf {
  const texts = new Map([...library, recipe].map(({ file, text }) => [file, text]));
  return (file) => texts.get(file) ?? readImported(file, '')?.text;
}

/** The recipe from top to bottom, then other files: stages find mistakes in their own order, people read in this one. */
function byPlace(recipe: string): (one: Diagnostic, other: Diagnostic) => number {
  const rank = ({ at }: Diagnostic): number => (at.file === recipe ? 0 : 1);
  return (one, other) => rank(one) - rank(other) || one.at.start - other.at.start;
}
