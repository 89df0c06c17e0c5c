/** What every part of a module is written with. */
import { CodeBlockWriter } from 'ts-morph';
import type { Source } from '../diagnostics/span.js';
import type { Places } from '../places.js';
import type { Plan } from '../plan/plan.js';
import { comment } from './quoted-lines.js';
import type { TableShape } from './row-types.js';

/** A file of the recipe: its name in the spans of the compiler, and as comments show it. */
export interface ShownSource extends Source {
  readonly shown: string;
}

export interface ModuleInput {
  readonly plan: Plan;
  readonly places: Places;
  /** The recipe first, then what it imports; texts as they were compiled. */
  readonly files: readonly ShownSource[];
  /** Of the recipe's text, as in the column `recipe_hash`. */
  readonly hash: string;
  /** Rows of the store for filters and readers; `SceneRow` and `QuestionRow` are among them. */
  readonly tables: readonly TableShape[];
  readonly options: ToldOptions;
  /** Names of sources that read another path than the recipe says. */
  readonly replaced: readonly string[];
}

/** What the command line said besides the recipe, as the store keeps it. Null: nothing. */
export interface ToldOptions {
  readonly seed: number | null;
  readonly levels: readonly number[] | null;
  readonly tasks: readonly string[] | null;
  readonly balance: string | null;
}

/** What the module takes from the runtime, by name. */
export type Imports = Map<string, 'type' | 'value'>;

/** Notes that a name of the runtime is needed, and gives it. */
export type Use = (name: string, how?: 'type' | 'value') => string;

export const newWriter = (): CodeBlockWriter =>
  new CodeBlockWriter({ indentNumberOfSpaces: 2, useSingleQuote: true, newLine: '\n' });

/** A heading between parts of the module. */
export function section(writer: CodeBlockWriter, title: string): void {
  writer
    .blankLine()
    .writeLine(`// ${'-'.repeat(116)}`)
    .writeLine(comment(title))
    .blankLine();
}
