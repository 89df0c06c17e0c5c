/**
 * text -> typed recipe, with everything that is wrong with it. What `spq check` and editors load: the way to SQL is
 * not in here, since it takes longer than all of this. Pure, like all of the compiler.
 */
import { bind } from './bind/bind.js';
import { type ReadFile, resolveImports } from './bind/imports.js';
import { check } from './check/check.js';
import type { Margins } from './check/margin.js';
import type * as typed from './check/typed.js';
import type { Diagnostic, Report } from './diagnostics/diagnostic.js';
import type { Source, Span } from './diagnostics/span.js';
import { demandsOf } from './lower/demands.js';
import { nameDemandsOf } from './lower/name-demands.js';
import { wordDemandsOf } from './lower/word-demands.js';
import { checkRequest, provisionsAlone, type Request } from './plan/check-request.js';
import { planPerception } from './plan/perceive.js';
import type { SourceName, SourceWords } from './std/operators.js';
import type * as ast from './syntax/ast.js';
import { parse } from './syntax/parse.js';

export interface CompileInput {
  readonly recipe: Source;
  /** Files of relations that every recipe may use: `compiler/std/*.spq`. */
  readonly library: readonly Source[];
  /** Files that a recipe imports; without it there are none. */
  readonly read?: ReadFile;
  /** The words of each kind of source; without it every word may be one. */
  readonly words?: (source: SourceName) => SourceWords;
  readonly options: {
    readonly seed?: number;
    readonly levels?: readonly number[];
    /** Names of tasks; other tasks are left out. */
    readonly tasks?: readonly string[];
    /** How all tasks are balanced, whatever the recipe says. */
    readonly balance?: typed.Balance;
    /** Folders that replace those of the recipe's sources, by source name. */
    readonly sourcePaths?: Readonly<Record<string, string>>;
    /** `none`: as if every comparison were taken as it is measured. For statistics of a recipe that is right with them. */
    readonly margins?: Margins;
    /** Passes to leave out, by name. */
    readonly skip?: readonly string[];
  };
}

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly ast: ast.Recipe;
  /** What the recipe imports, directly or not. */
  readonly files: readonly Source[];
  readonly typed: typed.Recipe;
}

/** Reads and checks: what an editor needs at every key. */
export function analyse(
  recipe: Source,
  library: readonly Source[],
  read: ReadFile = () => undefined,
  margins: Margins = 'kept',
): Analysis {
  const diagnostics: Diagnostic[] = [];
  // Text that could not be read says nothing about what stands around it: one mistake, one message.
  const unread: Span[] = [];
  // What a variable of a set stands in is checked once per member.
  const told = new Set<string>();
  const report = (d: Diagnostic): void => {
    const key = `${d.code} ${d.at.file} ${d.at.start} ${d.at.end} ${d.message}`;
    if (told.has(key)) return;
    told.add(key);
    if (d.code < 'SPQ2') unread.push(d.at);
    else if (unread.some((u) => u.file === d.at.file && d.at.start <= u.start && u.end <= d.at.end)) return;
    diagnostics.push(d);
  };
  const parsed = parsedOnce(recipe, report);
  const { recipe: whole, files } = resolveImports(parsed, read, (source) => parsedOnce(source, report), report);
  const bound = bind(
    whole,
    library.map((l) => parsedOnce(l, report)),
    report,
  );
  return { diagnostics, ast: parsed, files, typed: check(bound, margins === 'none' ? () => {} : report, margins) };
}

const parsedFiles = new WeakMap<Source, ast.Recipe>();

/** Most files are the same at every key of an editor: one without mistakes is parsed once. */
function parsedOnce(source: Source, report: Report): ast.Recipe {
  const known = parsedFiles.get(source);
  if (known) return known;
  let mistakes = 0;
  const parsed = parse(source, (d) => {
    mistakes++;
    report(d);
  });
  if (mistakes === 0) parsedFiles.set(source, parsed);
  return parsed;
}

/** All that is wrong with a recipe: the same as `compile` tells. */
export function diagnose(input: CompileInput): readonly Diagnostic[] {
  return checked(input).diagnostics;
}

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly analysis: Analysis;
  /** What is to be planned; undefined where the recipe is too wrong for that. */
  readonly wanted?: typed.Recipe;
  readonly request?: Request;
}

export function checked({ recipe, library, read, words, options }: CompileInput): Checked {
  const analysis = analyse(recipe, library, read, options.margins);
  if (hasErrors(analysis.diagnostics)) return { diagnostics: analysis.diagnostics, analysis };
  const diagnostics = [...analysis.diagnostics];
  const wanted = chosen(analysis.typed, options);
  const tasks = wanted.levels.flatMap((level) => level.tasks.map(askedOf));
  const request: Request = {
    name: baseName(recipe.file),
    // What is imported is part of the recipe: another text is another recipe.
    text: [recipe, ...analysis.files].map((f) => f.text).join('\n'),
    span: wanted.span,
    seed: wanted.settings.seed,
    sources: wanted.sources.map((source) => withPerception(source, wanted.perceptions, tasks)),
    perceptions: wanted.perceptions,
    emits: wanted.emits,
    sourcePaths: options.sourcePaths ?? {},
    chosen: { levels: options.levels, tasks: options.tasks },
    mix: wanted.settings.mix,
    split: wanted.settings.split,
    words,
  };
  checkRequest(tasks, request, (d) => void diagnostics.push(d));
  return { diagnostics, analysis, wanted, request };
}

/** A source with what is perceived of it for these tasks. */
function withPerception(
  source: typed.SourceUse,
  perceptions: typed.Recipe['perceptions'],
  tasks: readonly Asked[],
): Request['sources'][number] {
  const named = perceptions.find((perception) => perception.source === source.name);
  return named ? { ...source, perceive: planPerception(named, tasks, provisionsAlone(source)) } : source;
}

/** What a task asks of its sources. */
function askedOf(task: typed.Task): Asked {
  const made = asked.get(task) ?? {
    name: task.name,
    demands: demandsOf(task),
    names: nameDemandsOf(task),
    words: wordDemandsOf(task),
  };
  asked.set(task, made);
  return made;
}

type Asked = Parameters<typeof checkRequest>[0][number];
const asked = new WeakMap<typed.Task, Asked>();

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');

/** Leaving levels or tasks out changes no question of the others: draws know the task, not its neighbours. */
function chosen(recipe: typed.Recipe, options: CompileInput['options']): typed.Recipe {
  const { seed, levels, tasks, balance } = options;
  const balanced = (task: typed.Task): typed.Task => (balance === undefined ? task : { ...task, balance });
  return {
    ...recipe,
    settings: seed === undefined ? recipe.settings : { ...recipe.settings, seed },
    levels: recipe.levels
      .filter(({ number }) => levels?.includes(number) ?? true)
      .map((level) => ({
        ...level,
        tasks: level.tasks.filter(({ name }) => tasks?.includes(name) ?? true).map(balanced),
      })),
  };
}

function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.spq$/, '');
}
