/** Reads a recipe and hands it to the compiler, which is loaded only now: `--help` must not wait for a parser. */
import { dirname, relative, sep } from 'node:path';
import type { CompileInput } from '../compiler/analyse.js';
import type { Diagnostic } from '../compiler/diagnostics/diagnostic.js';
import type { TextOf } from '../compiler/diagnostics/render.js';
import type { Source } from '../compiler/diagnostics/span.js';
import type { Compilation } from '../compiler/index.js';
import type { StoredRecipe } from '../runtime/facts/recipe-table.js';
import { importedPath, readImported } from './read-imported.js';
import { readLibrary } from './read-library.js';
import { readRecipe } from './read-recipe.js';
import { sameSource } from './same-source.js';

export interface CompiledRecipe {
  readonly compilation: Compilation;
  /** The recipe and what it imports, as a store keeps them. */
  readonly files: StoredRecipe['files'];
  /** Text of the recipe, of what it imports and of the library, for showing what a message points at. */
  readonly textOf: TextOf;
}

export interface CheckedRecipe {
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: TextOf;
}

/**
 * @param onFile as of `checkRecipe`
 * @throws RunError SPQ581 when the recipe cannot be read or is not text.
 */
export async function compileRecipe(
  path: string,
  options: CompileInput['options'] = {},
  onFile: (file: string) => void = () => {},
): Promise<CompiledRecipe> {
  const { input, textOf } = opened(path, options, onFile);
  const { compile } = await import('../compiler/index.js');
  const compilation = compile({ ...input, ...(await wordLists(input.recipe)) });
  const diagnostics = compilation.diagnostics.toSorted(byPlace(path));
  return { compilation: { ...compilation, diagnostics }, files: kept(path, compilation.files), textOf };
}

/** Names relative to the recipe's folder: a store may be moved, and holds no path of the machine that made it. */
function kept(recipe: string, files: readonly Source[]): StoredRecipe['files'] {
  return files.map(({ file, text }) => ({ file: relative(dirname(recipe), file).split(sep).join('/'), text }));
}

/**
 * What is wrong with a recipe, without the way to SQL: a third of the time.
 *
 * @param onFile told of every file that a change of the result could come from, missing ones too
 * @throws RunError SPQ581 when the recipe, or one that it imports, cannot be read or is not text
 */
export async function checkRecipe(path: string, onFile: (file: string) => void = () => {}): Promise<CheckedRecipe> {
  const { input, textOf } = opened(path, {}, onFile);
  const { diagnose } = await import('../compiler/analyse.js');
  const diagnostics = diagnose({ ...input, ...(await wordLists(input.recipe)) });
  return { diagnostics: diagnostics.toSorted(byPlace(path)), textOf };
}

/** Word lists take longer to load than most recipes to check: they are for those that may name a word. */
async function wordLists({ text }: Source): Promise<Pick<CompileInput, 'words'>> {
  if (!/\b(?:called|category|import|use)\b/.test(text)) return {};
  const { sourceWords } = await import('../runtime/sources/words.js');
  return { words: sourceWords };
}

/** Texts are kept as they were read: a message points at what the compiler saw. */
function opened(
  path: string,
  options: CompileInput['options'],
  onFile: (file: string) => void = () => {},
): { readonly input: CompileInput; readonly textOf: TextOf } {
  onFile(path);
  const recipe = sameSource(readRecipe(path));
  const library = readLibrary().map(sameSource);
  const texts = new Map([...library, recipe].map(({ file, text }) => [file, text]));
  const read = (name: string, from: string): Source | undefined => {
    const file = importedPath(name, from);
    onFile(file);
    const found = readImported(file);
    if (found === undefined) return undefined;
    texts.set(file, found.text);
    return sameSource(found);
  };
  return { input: { recipe, library, read, options }, textOf: (file) => texts.get(file) };
}

/** The recipe from top to bottom, then other files: stages find mistakes in their own order, people read in this one. */
function byPlace(recipe: string): (one: Diagnostic, other: Diagnostic) => number {
  const rank = ({ at }: Diagnostic): number => (at.file === recipe ? 0 : 1);
  return (one, other) => rank(one) - rank(other) || one.at.start - other.at.start;
}
