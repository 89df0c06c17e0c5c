/**
 * Golden cases: one markdown file each, whose name is a sentence. `## source` holds a recipe, `## scenes` the facts to
 * run it over; every other section is a stage, compared with what the compiler makes. A case lists only what it cares about.
 */
import { z } from 'zod';
import { compile } from '../../compiler/index.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { askInDuckDb, library } from '../agreement/pipeline.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

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
  for (const section of given.sections) sections.push({ name: section.name, body: await stageOf(section, given) });
  return { ...given, sections };
}

const GIVEN = ['source', 'scenes'];

async function stageOf({ name, body }: Section, given: Case): Promise<string> {
  if (GIVEN.includes(name)) return body;
  const text = unfenced(bodyOf(given, 'source'));
  const compiled = compile({ recipe: { file: 'case.spq', text }, library, options: {} });
  switch (name) {
    case 'problems':
      return fenced(compiled.diagnostics.map((d) => `${d.code} ${text.slice(d.at.start, d.at.end)}`).join('\n'));
    case 'types':
      return fenced(compiled.show('types') ?? '');
    case 'ir':
    case 'optimized':
      return fenced(tasksOf(compiled.show(name) ?? '', '# task '));
    case 'sql':
      return fenced(tasksOf(compiled.show('sql') ?? '', '-- task '));
    case 'fired':
      return [...new Set(compiled.fired.map(({ law }) => `- \`${law}\``))].join('\n');
    case 'rows':
      return rowsOf(text, scenesOf(bodyOf(given, 'scenes')), columnsOf(body));
  }
  throw new Error(`no section is called ${name}`);
}

const bodyOf = ({ sections }: Case, name: string): string =>
  sections.find((section) => section.name === name)?.body ?? '';
const fenced = (text: string): string => `\`\`\`\n${text.trim()}\n\`\`\``;
const unfenced = (body: string): string => body.replace(/^```\w*( \w+)?\n/, '').replace(/\n```$/, '\n');

/** Stages begin with what all tasks share; a case is about its tasks. */
function tasksOf(text: string, mark: string): string {
  return text.slice(Math.max(0, text.indexOf(mark)));
}

const point = z.tuple([z.number(), z.number(), z.number()]);
const sceneShape = z.strictObject({
  id: z.string(),
  up: z.nullable(point).optional(),
  objects: z.array(
    z.strictObject({
      id: z.string(),
      category: z.string(),
      centre: point,
      size: point.optional(),
      facing: point.optional(),
      presence: z.enum(['certain', 'possible']).optional(),
    }),
  ),
});

/** Metres in the frame of a level camera; what is left out is as in `scene-builder.ts`. */
function scenesOf(body: string): readonly SceneFacts[] {
  return z
    .array(sceneShape)
    .parse(JSON.parse(unfenced(body)))
    .map(({ id, up, objects }) =>
      scene(
        id,
        objects.map(({ id: objectId, category, centre, size, facing, presence }) =>
          thing(objectId, category, centre, {
            ...(size === undefined ? {} : { size }),
            ...(facing === undefined ? {} : { facing }),
            ...(presence === undefined ? {} : { presence }),
          }),
        ),
        up === undefined ? {} : { scene: { up } },
      ),
    );
}

const COLUMNS = ['scene', 'task', 'format', 'objects', 'question', 'answer', 'options', 'value'] as const;
type Column = (typeof COLUMNS)[number];

/** The columns of the table that is there, or all. */
function columnsOf(body: string): readonly Column[] {
  const head = body.split('\n')[0] ?? '';
  const cells = head.split('|').map((cell) => cell.trim());
  const named = COLUMNS.filter((column) => cells.includes(column));
  return named.length > 0 ? named : COLUMNS;
}

async function rowsOf(text: string, scenes: readonly SceneFacts[], columns: readonly Column[]): Promise<string> {
  const { plan, diagnostics } = compile({ recipe: { file: 'case.spq', text }, library, options: {} });
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const asked = await askInDuckDb({ plan, scenes, vocabulary: FURNITURE });
  const cells = asked.map(
    (q): Readonly<Record<Column, string>> => ({
      scene: q.sceneId,
      task: q.task,
      format: q.format,
      objects: q.objects.join(', '),
      question: q.question,
      answer: q.answer,
      options: (q.options ?? []).join('; '),
      value: q.value === null ? '' : String(q.value),
    }),
  );
  const lines = cells.map((row) => columns.map((column) => row[column])).sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return [columns, columns.map(() => '---'), ...lines].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
