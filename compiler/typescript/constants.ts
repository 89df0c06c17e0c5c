/** Sources, shared relations, tasks, words and the recipe's text: a constant each, with the lines that it comes from. */
import type { CodeBlockWriter } from 'ts-morph';
import type { Span } from '../diagnostics/span.js';
import type { Plan, PlannedTask } from '../plan/plan.js';
import { identifiers } from './identifiers.js';
import { literal } from './literal.js';
import { comment, placesText, quotedLines } from './quoted-lines.js';
import { type ModuleInput, section, type Use } from './writing.js';

/** Of the constants, in the order of the plan. */
export interface Names {
  readonly sources: readonly string[];
  readonly shared: readonly string[];
  readonly tasks: readonly string[];
}

/** What the module has of its own, or takes from others. */
const own = ['main', 'pipeline', 'recipe', 'words', 'process', 'console', 'Promise', 'Plan'];
const ofRuntime = [
  'askQuestions',
  'commandLine',
  'defineWords',
  'intoStore',
  'keepScenes',
  'readFacts',
  'readRows',
  'sampleQuestions',
  'summary',
  'tellProblem',
  'tellSummary',
  'writeFiles',
];

/** `write` writes them after everything else: at over ten megabytes of SQL, what is to be edited stands before. */
export function constants(
  input: ModuleInput,
  use: Use,
): { readonly names: Names; readonly write: (writer: CodeBlockWriter) => void } {
  const { plan } = input;
  const free = identifiers([...own, ...ofRuntime]);
  const names: Names = {
    tasks: plan.tasks.map(({ name }) => free(name, 'task')),
    sources: plan.sources.map(({ name }) => free(name, 'source')),
    shared: plan.shared.map(({ name }) => free(name, 'relation')),
  };
  const write = (writer: CodeBlockWriter): void => {
    writeSources(writer, input, names, use);
    writeShared(writer, input, names, use);
    writeTasks(writer, input, names, use);
    writeWords(writer, plan);
    writeRecipe(writer, input, use);
  };
  return { names, write };
}

function writeSources(writer: CodeBlockWriter, input: ModuleInput, names: Names, use: Use): void {
  const { plan, places, files, replaced } = input;
  if (plan.sources.length === 0) return;
  section(writer, 'Sources');
  for (const [i, source] of plan.sources.entries()) {
    quote(writer, `Source \`${source.name}\``, places.sources.get(source.name), files);
    if (replaced.includes(source.name)) writer.writeLine(comment('It reads what `--set` said instead.'));
    constant(writer, names.sources[i], use('PlannedSource', 'type'), literal(source));
  }
}

/** What the compiler's own relations hold. */
const held: Readonly<Record<string, string>> = {
  chunk_facts: 'every thing with what is measured of it',
  chunk_objects: 'every thing with what its names need',
  chunk_pixels: 'every pixel with its point',
  chunk_categories: 'every category of a scene',
};

function writeShared(writer: CodeBlockWriter, { plan, places, files }: ModuleInput, names: Names, use: Use): void {
  if (plan.shared.length === 0) return;
  section(writer, 'Relations that tasks share. `$first` and `$end` bound the numbers of the scenes of a chunk.');
  const settings = placesText(places.settings, files);
  for (const [i, shared] of plan.shared.entries()) {
    const holds = held[shared.name];
    writer.writeLine(comment(`Relation \`${shared.name}\`${holds === undefined ? '' : `: ${holds}`}.`));
    writer.writeLine(comment(`Read by ${readers(plan, shared.name)}.`));
    if (settings !== '') writer.writeLine(comment(`Settings: ${settings}`));
    constant(writer, names.shared[i], use('SharedRelation', 'type'), literal(shared));
  }
}

/** As many are named. */
const mostReaders = 8;

function readers({ shared, tasks }: Plan, relation: string): string {
  const reads = new RegExp(`\\bfrom ${relation}\\b`);
  const all = [...shared, ...tasks].filter((part) => reads.test(JSON.stringify(part))).map(({ name }) => name);
  const more = all.length > mostReaders ? ` and ${all.length - mostReaders} more` : '';
  return all.length === 0 ? 'nothing by name' : `${all.slice(0, mostReaders).join(', ')}${more}`;
}

function writeTasks(writer: CodeBlockWriter, { plan, places, files }: ModuleInput, names: Names, use: Use): void {
  let level: number | undefined;
  for (const [i, task] of plan.tasks.entries()) {
    if (task.level !== level) section(writer, `Tasks of level ${task.level}: ${task.levelTitle}`);
    level = task.level;
    quote(writer, taskTitle(task), places.tasks.get(task.name), files);
    constant(writer, names.tasks[i], use('PlannedTask', 'type'), literal(task));
  }
}

const taskTitle = ({ name, title }: PlannedTask): string =>
  title === null ? `Task \`${name}\`` : `Task \`${name}\`: ${title}`;

/** A title, the place, and the lines of the recipe themselves. */
function quote(writer: CodeBlockWriter, title: string, span: Span | undefined, files: ModuleInput['files']): void {
  const quoted = span && quotedLines(span, files);
  writer.writeLine(comment(quoted ? `${title} (${quoted.place})` : title));
  if (!quoted) return;
  writer.writeLine(comment(''));
  for (const line of quoted.lines) writer.writeLine(comment(line === '' ? '' : `    ${line}`));
}

function writeWords(writer: CodeBlockWriter, { words }: Plan): void {
  section(writer, "The recipe's words for SQL users. No question needs them.");
  writer.write(`const words: readonly string[] = ${literal(words)};`).newLine();
}

function writeRecipe(writer: CodeBlockWriter, { plan, files, options }: ModuleInput, use: Use): void {
  if (files.map(({ text }) => text).join('\n') !== plan.recipe.text) throw new Error('SPQ904: another recipe');
  section(
    writer,
    'The recipe. The store keeps it for `spq why`, which explains questions by it and not by what was edited here.',
  );
  const recipe = {
    files: files.map(({ shown, text }) => ({ file: shown, text })),
    options,
  };
  constant(writer, 'recipe', use('StoredRecipe', 'type'), literal(recipe));
}

function constant(writer: CodeBlockWriter, name: string | undefined, type: string, value: string): void {
  if (name === undefined) throw new Error('SPQ904: a part of a plan without a name');
  writer.write(`const ${name}: ${type} = ${value};`).newLine().blankLine();
}
