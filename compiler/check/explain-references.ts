/** `spq explain --references`: per task what its answers depend on, and why each way of naming its things remains or not. */
import type { Level } from '../std/aspects.js';
import { lexiconGroups } from '../std/lexicon.js';
import { landmarkRelations, sizeSuperlativeNames, superlativeNames } from '../std/references.js';
import { type Deciding, decidingOf, namedObjects } from './leaks/deciding.js';
import {
  boxRevealsOf,
  captionRevealsOf,
  ordinalRevealsOf,
  relationReveals,
  sizeReveals,
  superlativeReveals,
} from './leaks/revealed.js';
import type { Triples } from './leaks/triples.js';
import { reasons } from './references.js';
import type * as typed from './typed.js';

/** Text of several lines. Bodies of a task that say the same are told together. */
export function explainReferences(recipe: typed.Recipe): string {
  const tasks = recipe.levels.flatMap((level) => level.tasks.map((task) => explainTask(level.number, task)));
  return [legend(recipe), ...tasks].join('\n\n');
}

function explainTask(level: number, task: typed.Task): string {
  const told = new Map<string, string[]>();
  for (const body of task.bodies) {
    const lines = explainBody(task, body).join('\n');
    told.set(lines, [...(told.get(lines) ?? []), body.about]);
  }
  const parts = [...told].map(([lines, abouts]) => {
    const where = abouts.filter((about) => about !== '');
    return told.size > 1 && where.length > 0 ? `  with ${where.join('; ')}\n${lines}` : lines;
  });
  return [`task ${task.name} (level ${level})`, ...parts].join('\n');
}

function explainBody(task: typed.Task, body: typed.Body): readonly string[] {
  const objects = namedObjects(body, task.binders);
  const deciding = decidingOf(body, objects);
  return [`  depends on  ${dependsOn(deciding)}`, ...body.naming.flatMap(explainNaming)];
}

function dependsOn({ triples, counted }: Deciding): string {
  const of = (level: Level): readonly string[] =>
    triples.filter((t) => t.level === level).map((t) => `${t.thing.name}.${t.aspect}`);
  const [orders, facts, values] = [of('order'), of('fact'), of('value')];
  const parts = [
    ...(orders.length > 0 ? [`comparing ${orders.join(', ')}`] : []),
    ...(facts.length > 0 ? [facts.join(', ')] : []),
    ...(values.length > 0 ? [`what is made of ${values.join(', ')}`] : []),
    ...(counted.length > 0 ? [`how many are called ${counted.map(categoryName).join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'nothing that a name tells';
}

function categoryName(e: typed.Expression): string {
  if (e.kind === 'entity') return e.entity.name;
  return e.kind === 'text' ? `"${e.value}"` : '…';
}

function explainNaming({ entity, strategies, refused }: typed.Naming): readonly string[] {
  const left = strategies.length > 0 ? strategies.map(showStrategy).join('; ') : 'nothing';
  return [
    `  ${entity.name} by ${left}`,
    ...reasons(refused).map(({ names, because }) => `    not ${names.join(', ')}: ${because}`),
  ];
}

export function showStrategy(s: typed.Strategy): string {
  switch (s.kind) {
    case 'position':
      return `position (${[...s.superlatives, ...(s.ordinal ? ['ordinal'] : [])].join(', ')})`;
    case 'size':
      return `size (${s.superlatives.join(', ')})`;
    case 'relation':
      return `relation (${s.relations.map((r) => r.name).join(', ')})`;
    case 'caption':
      return s.without.length > 0 ? `caption without words of ${s.without.join(', ')}` : 'caption';
    case 'category':
    case 'box':
      return s.kind;
  }
}

/** What names reveal of their thing, whatever is asked. */
function legend(recipe: typed.Recipe): string {
  const thing: typed.Entity = { name: 'it', kind: 'object', role: 'bound', span: recipe.span };
  const other: typed.Entity = { ...thing, name: 'the landmark' };
  const named = (all: Triples): string => [...new Set(all.map((t) => t.aspect))].join(', ');
  const show = (all: Triples): string => {
    const own = all.filter((t) => t.thing === thing);
    const guesses = named(own.filter((t) => t.level === 'guess'));
    const told = `${named(own.filter((t) => t.level !== 'guess'))}${guesses && `; a guess at ${guesses}`}`;
    return own.length < all.length ? `${told}; the same of the landmark` : told;
  };
  const relations = recipe.relations.filter((r) => landmarkRelations.includes(r.name));
  const lines = [
    ['category', 'that one is called so'],
    ...superlativeNames.map((s) => [`position ${s}`, show(superlativeReveals(s, thing))]),
    ['position ordinal', `${show(ordinalRevealsOf(thing))}; that so many are called so`],
    ...sizeSuperlativeNames.map((s) => [`size ${s}`, show(sizeReveals(s, thing))]),
    ...relations.map((r) => [`relation ${r.name}`, show(relationReveals(r, thing, [thing, other]))]),
    ...lexiconGroups.map((g) => [
      `caption, words of ${g}`,
      g === 'number' ? 'how many there are' : show(captionRevealsOf(g, [thing])),
    ]),
    ['box, drawn', show(boxRevealsOf('drawn', thing))],
    ['box, written as coordinates', show(boxRevealsOf('written', thing))],
  ];
  const width = Math.max(...lines.map(([name = '']) => name.length));
  return ['What names reveal', ...lines.map(([name = '', told = '']) => `  ${name.padEnd(width)}  ${told}`)].join('\n');
}
