/** Recipes that are nearly right: texts of ours with a few tokens, characters or lines changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programsIn } from '../docs/programs.js';
import type { Random } from '../reference/random-numbers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const pages = readdirSync(`${root}/docs/errors`).map((page) => `docs/errors/${page}`);
const guides = ['README.md', 'docs/language.md'];
const cases = readdirSync(`${root}/test/cases`).filter((name) => name.endsWith('.md'));

/** The first program of a golden case is its recipe. */
function caseOf(name: string): readonly string[] {
  const text = readFileSync(`${root}/test/cases/${name}`, 'utf8');
  return [/```spq\n(.*?)```/s.exec(text)?.[1] ?? ''].filter((recipe) => recipe !== '');
}

/** All constructs of the language, each in several recipes; wrong ones, too. */
export const seeds: readonly string[] = [
  ...['quickstart', 'kitti', 'robospatial', 'new'].map((name) => readFileSync(`${root}/recipes/${name}.spq`, 'utf8')),
  readFileSync(`${root}/test/agreement/constructs.spq`, 'utf8'),
  ...[...pages, ...guides].flatMap((page) => programsIn(page).map((program) => program.text)),
  ...cases.flatMap(caseOf),
].flatMap(oneTaskEach);

/** Short, so that a mutation often lies where it changes the meaning of a task. */
function oneTaskEach(text: string): readonly string[] {
  const tasks = text.split(/(?=^ {2}task )/m).slice(1);
  if (tasks.length < 3) return [text];
  return tasks.map(
    (task) => `source r = rooms(2)\nlevel 1 "T" {\n${task.replace(/\n}\s.*$/s, '\n')}}\nemit jsonl("q")\n`,
  );
}

export const tokensOf = (text: string): readonly string[] => text.match(/"(?:[^"\\\n]|\\.)*"|\w+|\s+|[^\w\s]/g) ?? [];

/** Every word and sign of the seeds, once. */
export const anyToken: readonly string[] = [
  ...new Set(seeds.flatMap((text) => tokensOf(text).filter((token) => token.trim() !== ''))),
];

const characters = [...'{}()[]",.:;=<>+-*/%#&|\'`!?\\$@~^_ \n\t09azAZéß日\u{1F600}\u0000\uFEFF'];

const at = <Item>(random: Random, items: readonly Item[]): number => random.whole(0, Math.max(0, items.length - 1));

/** One to four changes of a seed; the same random numbers give the same text. */
export function mutated(random: Random): string {
  let text = seeds[at(random, seeds)] ?? '';
  const changes = random.whole(1, 4);
  for (let i = 0; i < changes; i++) text = changed(text, random);
  return text;
}

function changed(text: string, random: Random): string {
  const kind = random.whole(0, 9);
  if (kind < 6) return spliced(tokensOf(text), anyToken, random);
  if (kind < 8) return spliced([...text], characters, random);
  if (kind === 8) return spliced(text.split(/(?<=\n)/), (seeds[at(random, seeds)] ?? '').split(/(?<=\n)/), random);
  const from = random.whole(0, text.length);
  return random.chance(0.5) ? text.slice(0, from) : text.slice(from);
}

/** A piece deleted, doubled, exchanged with another, or replaced by a strange one. */
function spliced(pieces: readonly string[], strange: readonly string[], random: Random): string {
  const made = [...pieces];
  const [i, j] = [at(random, made), at(random, made)];
  const [a = '', b = ''] = [made[i], made[j]];
  const kind = random.whole(0, 4);
  if (kind === 0) made.splice(i, 1);
  else if (kind === 1) made.splice(i, 0, a);
  else if (kind === 2) made.splice(i, 1, strange[at(random, strange)] ?? '');
  else if (kind === 3) made.splice(i, 0, strange[at(random, strange)] ?? '');
  else {
    made.splice(i, 1, b);
    made.splice(j, 1, a);
  }
  return made.join('');
}
