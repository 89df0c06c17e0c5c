/**
 * A plan as one module of TypeScript: what a run does, as a program to read and to edit. All that the compiler decided
 * stands in it; how facts are read, questions sampled and files written is the runtime's, imported by name.
 * The same plan gives the same text, without a path of a machine or a time.
 */
import type { CodeBlockWriter } from 'ts-morph';
import { constants } from './constants.js';
import { header } from './header.js';
import { mainFunction } from './main-function.js';
import { pipelineFunction } from './pipeline-function.js';
import { rowInterface, type TableShape } from './row-types.js';
import { type Imports, type ModuleInput, newWriter, section, type Use } from './writing.js';

export type { ShownSource } from './writing.js';
export type { ModuleInput, TableShape };

export function moduleOf(input: ModuleInput): string {
  const imports: Imports = new Map();
  const use: Use = (name, how = 'value') => {
    imports.set(name, how);
    return name;
  };
  const body = newWriter();
  const { names, write } = constants(input, use);
  mainFunction(body, use);
  pipelineFunction(body, input, names, use);
  rows(body, input.tables);
  write(body);
  body.blankLine().writeLine(`main().catch(${use('tellProblem')});`);
  const top = newWriter();
  header(top, input);
  importLines(top, imports);
  return `${top.toString()}\n${body.toString().trimStart()}`;
}

function importLines(writer: CodeBlockWriter, imports: Imports): void {
  const names = [...imports].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  writer.writeLine("import process from 'node:process';");
  writer.write('import ').inlineBlock(() => {
    for (const [name, how] of names) writer.writeLine(`${how === 'type' ? 'type ' : ''}${name},`);
  });
  writer.write(" from 'spq/runtime';").newLine();
}

function rows(writer: CodeBlockWriter, tables: readonly TableShape[]): void {
  section(writer, 'Rows of the store: what `readRows` gives, and `keepScenes` shows.');
  for (const table of tables) writer.write(rowInterface(table)).blankLine();
}
