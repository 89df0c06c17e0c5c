/** Facts that read a column of a facts directory, written wrongly: each is told at its place. */
import { describe, it } from 'vitest';
import { type Marked, spq } from './marked-recipe.js';

/** A recipe whose fact `f` is used. */
const fact = (texts: TemplateStringsArray, ...holes: readonly string[]): Marked => {
  const last = texts.raw.length - 1;
  const after = '\nlevel 1 "L" { task t { for object a ask "{a}?" answer a.f } }\nemit jsonl("q")';
  const raw = texts.raw.map((text, i) => {
    const head = i === 0 ? `source s = facts("x")\nfact f (a: object) = ${text}` : text;
    return i === last ? `${head}${after}` : head;
  });
  return spq(Object.assign(raw, { raw }), ...holes);
};

const cases: readonly (readonly [name: string, codes: readonly string[], recipe: Marked])[] = [
  ['right, with a unit', [], fact`column("c", unit: mm)`],
  ['right, with a unit that is no name', [], fact`column("c", unit: "%")`],
  ['right, without one', [], fact`column("c")`],
  ['right, of texts', [], fact`column("c", type: text)`],
  ['no name', ['SPQ207'], fact`${'column()'}`],
  ['a name that is none', ['SPQ207'], fact`${'column(c)'}`],
  ['an empty name', ['SPQ207'], fact`${'column("")'}`],
  ['too much', ['SPQ207'], fact`${'column("c", unit: mm, type: text)'}`],
  ['a type that is none', ['SPQ207'], fact`${'column("c", type: vector)'}`],
  ['a word that is none', ['SPQ207'], fact`${'column("c", dimension: mm)'}`],
  ['a unit that is none', ['SPQ211'], fact`column("c", unit: ${'parsec'})`],
  ['within more', ['SPQ203'], fact`2 * ${'column'}("c", unit: mm)`],
];

describe('what is told of facts from columns', () => {
  it.each(cases)('%s', (_, codes, recipe) => recipe.toReport(...codes));
});
