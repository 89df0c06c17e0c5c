/**
 * Golden cases: one markdown file each, whose name is a sentence. `## source` holds a recipe, `## scenes` the facts to
 * run it over, `## vocabulary` more words, `## file x.spq` a file that the recipe imports, `## query` SQL over the store;
 * every other section is a stage, compared with what the compiler makes. A case lists only what it cares about.
 * `recipes/…` may be imported as it is; `## asked` lists questions as `## rows` does, before balance drops any.
 */
import { type Compilation, compile, type Plan } from '../../compiler/index.js';
import type { Store } from '../../runtime/facts/store.js';
import { type AskedQuestion, askedStore, library, questionsIn } from '../agreement/pipeline.js';
import { readShipped } from '../recipes/shipped.js';
import { scenesOf, vocabularyOf } from './scenes.js';

export interface Section {
  readonly name: string;
  /** Between the heading and the next one, without surrounding blank lines. */
  readonly body: string;
}

/** What stands above the first section, and the sections. */
export interface Case {
  readonly head: string;
  readonly sections: readonly Section[];
}

export function parseCase(text: string): Case {
  const [head = '', ...parts] = text.split(/^## /m);
  const sections = parts.map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name: name.trim(), body: lines.join('\n').trim() };
  });
  return { head: head.trim(), sections };
}

export function printCase({ head, sections }: Case): string {
  const printed = sections.map(({ name, body }) => (body === '' ? `## ${name}\n` : `## ${name}\n\n${body}\n`));
  return [`${head}\n`, ...printed].join('\n');
}

/** The same case with every stage as it is now. */
export async function actual(given: Case): Promise<Case> {
  const sections: Section[] = [];
  const compiled = compiledCase(given);
  for (const section of given.sections)
    sections.push({ name: section.name, body: await stageOf(section, given, compiled) });
  return { ...given, sections };
}

const isGiven = (name: string): boolean =>
  ['source', 'scenes', 'vocabulary', 'query'].includes(name) || name.startsWith('file ');

async function stageOf({ name, body }: Section, given: Case, compiled: Compilation): Promise<string> {
  if (isGiven(name)) return body;
  switch (name) {
    case 'problems':
      return fenced(compiled.diagnostics.map((d) => `${d.code} ${spanned(given, d.at)}`).join('\n'));
    case 'types':
      return fenced(compiled.show('types') ?? '');
    case 'ir':
    case 'optimized':
      return fenced(tasksOf(compiled.show(name) ?? '', '# task '));
    case 'sql':
      return fenced(tasksOf(compiled.show('sql') ?? '', '-- task '));
    case 'fired':
      return [...new Set(compiled.fired().map(({ law }) => `- \`${law}\``))].join('\n');
    case 'rows':
      return rowsOf(await storeOf(planOf(compiled), given), columnsOf(body));
    case 'asked':
      return rowsOf(await storeOf(unbalanced(planOf(compiled)), given), columnsOf(body));
    case 'result':
      return resultOf(planOf(compiled), given);
  }
  throw new Error(`no section is called ${name}`);
}

const bodyOf = ({ sections }: Case, name: string): string =>
  unfenced(sections.find((section) => section.name === name)?.body ?? '');
const fenced = (text: string): string => `\`\`\`\n${text.trim()}\n\`\`\``;
const unfenced = (body: string): string => body.replace(/^```\w*( \w+)?\n/, '').replace(/\n```$/, '\n');

function compiledCase(given: Case): Compilation {
  const read = (path: string, from: string) => {
    const found = given.sections.some(({ name }) => name === `file ${path}`);
    return found ? { file: path, text: bodyOf(given, `file ${path}`) } : readShipped(path, from);
  };
  return compile({ recipe: { file: 'case.spq', text: bodyOf(given, 'source') }, library, read, options: {} });
}

/** The plan with every question in no group, so that balance keeps all: a case may have few of a kind. */
function unbalanced(plan: Plan): Plan {
  const tasks = plan.tasks.map((task) => ({
    ...task,
    sql: `select * replace (null::VARCHAR as balance_group) from (${task.sql})`,
  }));
  return { ...plan, tasks };
}

/** @throws when the recipe has an error */
function planOf({ plan, diagnostics }: Compilation): Plan {
  if (plan === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return plan;
}

/** The text that a message points at, in the recipe or in a file that it imports. */
function spanned(given: Case, at: { readonly file: string; readonly start: number; readonly end: number }): string {
  const text = bodyOf(given, at.file === 'case.spq' ? 'source' : `file ${at.file}`).slice(at.start, at.end);
  return at.file === 'case.spq' ? text : `${text} (${at.file})`;
}

/** Stages begin with what all tasks share; a case is about its tasks. */
function tasksOf(text: string, mark: string): string {
  return text.slice(Math.max(0, text.indexOf(mark)));
}

const storeOf = (plan: Plan, given: Case) => {
  const vocabulary = vocabularyOf(bodyOf(given, 'vocabulary'));
  return askedStore({ plan, scenes: scenesOf(bodyOf(given, 'scenes'), vocabulary), vocabulary });
};

const cellOf: Readonly<Record<string, (q: AskedQuestion) => string>> = {
  scene: (q) => q.sceneId,
  level: (q) => String(q.level),
  task: (q) => q.task,
  format: (q) => q.format,
  objects: (q) => q.objects.join(', '),
  question: (q) => q.question,
  answer: (q) => q.answer,
  options: (q) => (q.options ?? []).join('; '),
  // For cases that are not about the order that a draw decides.
  'objects sorted': (q) => [...q.objects].sort().join(', '),
  'options sorted': (q) => [...(q.options ?? [])].sort().join('; '),
  value: (q) => (q.value === null ? '' : String(q.value)),
  reason: (q) => q.reason ?? '',
  weight: (q) => String(q.weight),
  split: (q) => q.split,
};
const USUAL = ['scene', 'task', 'format', 'objects', 'question', 'answer', 'options', 'value'];

/** The columns of the table that is there, or the usual ones. */
function columnsOf(body: string): readonly string[] {
  const head = body.split('\n')[0] ?? '';
  const named = head.split('|').flatMap((cell) => (cell.trim() in cellOf ? [cell.trim()] : []));
  return named.length > 0 ? named : USUAL;
}

async function rowsOf(store: Store, columns: readonly string[]): Promise<string> {
  try {
    const asked = await questionsIn(store);
    const lines = asked.map((question) => columns.map((column) => cellOf[column]?.(question) ?? ''));
    return table(
      columns,
      lines.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    );
  } finally {
    store.close();
  }
}

/** What `## query` finds in the store that the recipe was run in, in the order that it asks for. */
async function resultOf(plan: Plan, given: Case): Promise<string> {
  const store = await storeOf(plan, given);
  try {
    const reader = await store.connection.runAndReadAll(bodyOf(given, 'query'));
    const lines = reader.getRowsJson().map((row) => row.map((cell) => (cell === null ? 'null' : String(cell))));
    return table(reader.columnNames(), lines);
  } finally {
    store.close();
  }
}

function table(columns: readonly string[], lines: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...lines].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
