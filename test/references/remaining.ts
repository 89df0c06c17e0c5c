/** Which ways of naming remain for the things of a task, as the checker finds them: one word for each. */
import { readFileSync } from 'node:fs';
import type * as typed from '../../compiler/check/typed.js';
import { type Analysis, analyse } from '../../compiler/index.js';

const library = [
  { file: 'std.spq', text: readFileSync(new URL('../../compiler/std/std.spq', import.meta.url), 'utf8') },
];
const everyWay = 'category, position, size, relation, caption, box';

export function analysed(
  lines: string,
  { refer = everyWay, before = '' } = {},
): Analysis & { readonly source: string } {
  const text = `source hand = rooms(1)\nrefer by ${refer}\n${before}\nlevel 2 "T" { task t {\n${lines}\n} }\nemit jsonl("q.jsonl")\n`;
  return { ...analyse({ file: 'test.spq', text }, library), source: text };
}

export type Remaining = Readonly<Record<string, readonly string[]>>;

/**
 * Per thing: `category`, `leftmost`, `ordinal`, `tallest`, `left of`, `caption`, `box`; captions that must do without words
 * of a group are `caption without place`. Of several bodies the last. @throws when the program has an error
 */
export function remaining(lines: string, options: Parameters<typeof analysed>[1] = {}): Remaining {
  const { diagnostics, typed } = analysed(lines, options);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code} ${d.message}`).join('\n'));
  const body = typed.levels[0]?.tasks[0]?.bodies.at(-1);
  return Object.fromEntries((body?.naming ?? []).map((n) => [n.entity.name, n.strategies.flatMap(words)]));
}

function words(s: typed.Strategy): readonly string[] {
  switch (s.kind) {
    case 'position':
      return [...s.superlatives, ...(s.ordinal ? ['ordinal'] : [])];
    case 'size':
      return s.superlatives;
    case 'relation':
      return s.relations.map((r) => r.name);
    case 'caption':
      return s.without.length > 0 ? [`caption without ${s.without.join(' ')}`] : ['caption'];
    case 'category':
    case 'box':
      return [s.kind];
  }
}

export const across = ['leftmost', 'rightmost', 'ordinal'];
export const intoDepth = ['nearest', 'farthest'];
export const sizes = ['tallest', 'shortest', 'widest', 'narrowest', 'largest', 'smallest'];
