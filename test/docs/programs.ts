/**
 * The programs that documents show, as tests. A fence says what its program is: `spq ok` compiles without a message,
 * `spq error=SPQ301` gives exactly that code. Behind either, `tasks` says that the program is tasks alone: they are put into
 * a level of a recipe about rooms. `spq file=sizes.spq` is a file that the other programs of its page may import. Any
 * other fence of `spq` is unmarked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../cli/read-library.js';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import type { Source } from '../../compiler/diagnostics/span.js';
import { compile } from '../../compiler/index.js';
import { sourceWords } from '../../runtime/sources/words.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const library = readLibrary();

export interface Program {
  /** Path in the repository. */
  readonly document: string;
  readonly line: number;
  /** The code that the program must give; undefined for a program that must compile. */
  readonly expected: string | undefined;
  readonly text: string;
}

const fence = /^```spq (?:ok|error=(SPQ\d{3}))( tasks)?\n(.*?)^```$/gms;
const imported = /^```spq file=(\S+)\n(.*?)^```$/gms;

export function programsIn(document: string): readonly Program[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(fence)].map((match) => {
    const [, expected, tasks, program = ''] = match;
    return {
      document,
      line: text.slice(0, match.index).split('\n').length,
      expected,
      text: tasks === undefined ? program : recipeOf(program),
    };
  });
}

function recipeOf(tasks: string): string {
  return `source rooms = rooms(10)\nlevel 2 "Relations" {\n${tasks}}\nemit jsonl("questions.jsonl")\n`;
}

/** Opening lines of fences that say `spq`, and not what their program is. */
export function unmarkedIn(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [
    ...text
      .replaceAll(fence, '')
      .replaceAll(imported, '')
      .matchAll(/^```spq.*$/gm),
  ].map(([line]) => `${document}: ${line}`);
}

export function diagnose({ document, text }: Program): readonly Diagnostic[] {
  const files = new Map(filesIn(document));
  const read = (path: string): Source | undefined => files.get(path);
  const recipe = { file: document, text };
  return compile({ recipe, library, read, words: sourceWords, options: {} }).diagnostics;
}

function filesIn(document: string): readonly (readonly [string, Source])[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(imported)].map(([, file = '', held = '']) => [file, { file, text: held }] as const);
}
