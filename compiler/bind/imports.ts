/**
 * Other files: what they define and the tasks that are asked for, as if it stood in the recipe itself.
 * Every file is read once; files that import each other are refused. Their settings, sources and outputs stay their own.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Source, Span } from '../diagnostics/span.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import {
  alreadyDefined,
  importCycle,
  unknownImport,
  unknownImportedTask,
  unreadableImport,
  unusedImport,
} from './errors.js';

/** Gives the file that `path` means in another one; undefined if there is none. */
export type ReadFile = (path: string, from: string) => Source | undefined;
export type ParseFile = (source: Source) => ast.Recipe;

interface Loading {
  readonly read: ReadFile;
  readonly parse: ParseFile;
  readonly report: Report;
  /** Files that are read, in order; undefined while a file's own imports are followed. */
  readonly files: Map<string, Loaded | undefined>;
}

interface Loaded {
  readonly source: Source;
  readonly own: ast.Recipe;
  /** What it offers to a file that imports it: its own tasks, and those that it uses itself. */
  readonly levels: readonly ast.Level[];
}

export interface Resolved {
  readonly recipe: ast.Recipe;
  /** All other files that were read, in order. */
  readonly files: readonly Source[];
}

export function resolveImports(recipe: ast.Recipe, read: ReadFile, parse: ParseFile, report: Report): Resolved {
  const loading: Loading = { read, parse, report, files: new Map([[recipe.file, undefined]]) };
  const levels = levelsOf(recipe, [recipe.file], loading);
  const loaded = [...loading.files.values()].flatMap((f) => f ?? []);
  const definitions = [...loaded.flatMap((f) => f.own.definitions), ...recipe.definitions];
  return { recipe: { ...recipe, definitions, levels }, files: loaded.map((f) => f.source) };
}

/** The levels of a file, imported tasks put where `use` names them, and those of the files that it uses. */
function levelsOf(file: ast.Recipe, trail: readonly string[], loading: Loading): readonly ast.Level[] {
  const offered = new Map<string, { readonly task: ast.Task; used: boolean; readonly at: Span }>();
  let mistakes = 0;
  const counting: Loading = {
    ...loading,
    report: (diagnostic) => {
      mistakes++;
      loading.report(diagnostic);
    },
  };
  for (const imported of file.imports) {
    for (const task of selected(imported, trail, counting).flatMap((l) => l.tasks))
      offered.set(task.name.text, { task, used: false, at: imported.span });
  }
  const own = file.levels.map((level) => {
    const used = level.uses.flatMap((name) => {
      const found = offered.get(name.text);
      if (found?.used) loading.report(alreadyDefined({ name: name.text, what: 'Task' }, name.span));
      if (found?.used) return [];
      if (found) found.used = true;
      // What could not be imported may be the name that is missing: one mistake, one message.
      else if (mistakes === 0) {
        const hint = didYouMean(name.text, [...offered.keys()]) ?? 'Import the file that has it: `import "tasks.spq"`.';
        loading.report(unknownImportedTask({ name: name.text, hint }, name.span));
      }
      return found ? [found.task] : [];
    });
    return { ...level, tasks: [...level.tasks, ...used], uses: [] };
  });
  if (mistakes === 0) tellUnused(file, offered, loading.report);
  return [...own, ...file.uses.flatMap((used) => selected(used, trail, loading))];
}

/** A name that was asked for by `only`, and is used nowhere. */
function tellUnused(file: ast.Recipe, offered: ReadonlyMap<string, { readonly used: boolean }>, report: Report): void {
  const names = file.imports.flatMap((i) => (i.selection?.how === 'only' ? i.selection.names : []));
  for (const { text, span } of names) if (offered.get(text)?.used === false) report(unusedImport({ name: text }, span));
}

function selected(imported: ast.Import, trail: readonly string[], loading: Loading): readonly ast.Level[] {
  const found = load(imported, trail, loading);
  if (!found) return [];
  const { selection } = imported;
  if (!selection) return found.levels;
  const facts = found.own.definitions.flatMap((d) => (d.kind === 'fact' ? [d.name.text] : []));
  const known = [...found.levels.flatMap((l) => l.tasks.map((t) => t.name.text)), ...facts];
  for (const { text, span } of selection.names)
    if (!known.includes(text)) loading.report(unknownImport({ name: text, hint: didYouMean(text, known) }, span));
  const names = selection.names.map((n) => n.text);
  return found.levels
    .map((level) => ({
      ...level,
      tasks: level.tasks.filter((t) => names.includes(t.name.text) === (selection.how === 'only')),
    }))
    .filter((level) => level.tasks.length > 0);
}

function load(imported: ast.Import, trail: readonly string[], loading: Loading): Loaded | undefined {
  const { read, parse, report, files } = loading;
  const source = read(imported.path, trail.at(-1) ?? '');
  if (!source) {
    report(unreadableImport({ path: imported.path }, imported.pathSpan));
    return undefined;
  }
  if (trail.includes(source.file)) {
    report(importCycle({ files: [...trail.slice(trail.indexOf(source.file)), source.file] }, imported.pathSpan));
    return undefined;
  }
  const known = files.get(source.file);
  if (known) return known;
  const own = parse(source);
  const made: Loaded = { source, own, levels: levelsOf(own, [...trail, source.file], loading) };
  files.set(source.file, made);
  return made;
}
