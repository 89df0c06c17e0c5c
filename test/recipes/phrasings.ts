/** Every phrasing of a library, filled in: with names of each form, and the words of its finite binders. */
import { analyse } from '../../compiler/analyse.js';
import type * as typed from '../../compiler/check/typed.js';
import { wordsOf } from '../../compiler/lower/finite-words.js';
import { library } from '../agreement/pipeline.js';
import { asking, readShipped } from './shipped.js';

export interface Phrasing {
  readonly task: string;
  readonly kind: 'question' | 'statement';
  readonly text: string;
}

/** Names as `refer` gives them: by a noun, by place or size, by a box; with and without a vowel at the start. */
const names: readonly (readonly string[])[] = [
  ['the armchair', 'the lamp', 'the potted plant', 'the TV', 'the box'],
  [
    'the leftmost chair',
    'the second lamp from the right',
    'the tallest cabinet',
    'the farthest armchair',
    'the widest box',
  ],
  [
    'the object in the red box',
    'the box in the blue box',
    'the chair in the green box',
    'the cup in the yellow box',
    'the TV in the purple box',
  ],
];

export function tasksOf(file: string): readonly typed.Task[] {
  const { typed } = analyse(asking(file), library, readShipped);
  return typed.levels.flatMap((level) => level.tasks);
}

export function phrasingsOf(task: typed.Task): readonly Phrasing[] {
  return task.bodies.flatMap((body) =>
    names.flatMap((named) => {
      const filled = (template: typed.Template): string => fill(template, { task, body, named });
      return [
        ...body.asks.map((ask) => ({ task: task.name, kind: 'question' as const, text: filled(ask) })),
        ...body.claims.flatMap(({ phrasings, question }) =>
          phrasings.map(({ template }) => ({
            task: task.name,
            kind: question ? ('question' as const) : ('statement' as const),
            text: filled(template),
          })),
        ),
      ];
    }),
  );
}

interface Filling {
  readonly task: typed.Task;
  readonly body: typed.Body;
  readonly named: readonly string[];
}

function fill({ parts }: typed.Template, filling: Filling): string {
  return parts.reduce((before, part) => {
    if (part.kind === 'text') return before + part.text;
    const word = said(part, filling);
    return before + (/(?:^|[.?!] )$/.test(before) ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  }, '');
}

type Hole = Extract<typed.TemplatePart, { readonly kind: 'hole' }>;

function said({ value, noun, format }: Hole, filling: Filling): string {
  if (noun !== undefined) return '3 armchairs';
  switch (value.kind) {
    case 'words':
      return wordsOf(value.words, format);
    case 'entity':
      return nameOf(value.entity, format, filling);
    case 'list':
      return listed(value.members.map((member) => nameOf(member, format, filling)));
    case 'option':
      return optionOf(filling);
    default:
      return format === 'are' ? 'are' : format === 'xyz' ? '(0.10, -0.20, 3.00)' : '1.24 m';
  }
}

function nameOf(entity: typed.Entity, format: typed.HoleFormat, { task, named }: Filling): string {
  if (entity.kind === 'pixel') return '(312, 188)';
  if (entity.kind === 'category') return { plural: 'armchairs', article: 'an armchair' }[String(format)] ?? 'armchair';
  const objects = task.binders.flatMap(({ entities }) => entities.map(({ name }) => name));
  const members = objects.includes(entity.name) ? objects.indexOf(entity.name) : entity.name.length;
  return named[members % named.length] ?? '';
}

function optionOf({ body, named }: Filling): string {
  const { choices } = body;
  if (choices?.kind === 'values') return choices.values[0] ?? '';
  return choices?.kind === 'entities' ? (named[0] ?? '') : '1.24 m';
}

const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((word) => word !== '').join(' and ');
