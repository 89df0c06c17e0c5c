/** What `npm run grammar` writes is current, and says what the parser does. */
import { readFileSync } from 'node:fs';
import { defaultParserErrorProvider } from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { SpqParser } from '../../grammar/parser.js';
import { notationOf } from '../../grammar/railroad/notation.js';
import { type Production, productionsOf } from '../../grammar/railroad/production.js';
import { box, inSequence, oneOf, optional, repeated } from '../../grammar/railroad/shape.js';
import { textMateGrammar } from '../../grammar/text-mate.js';
import { keywordList } from '../../grammar/tokens.js';
import { grammarOutputs } from './outputs.js';

const outputs = grammarOutputs();

describe('npm run grammar', () => {
  it.each(Object.keys(outputs))('%s is current', (path) => {
    const committed = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect(committed === outputs[path], `${path} is stale: npm run grammar`).toBe(true);
  });
});

describe('the TextMate grammar', () => {
  const units = ['cm', 'm', 'in', '%'];
  const { patterns } = JSON.parse(JSON.stringify(textMateGrammar({ keywords: keywordList, units }))).repository.code;

  /** Scope of the whole of a word, by the first pattern that matches at its start, as editors do. */
  function scopeOf(text: string): string | undefined {
    const found = patterns.find(({ match }: { readonly match: string }) => new RegExp(`^(?:${match})`).test(text));
    const [whole] = new RegExp(`^(?:${found.match})`).exec(text) ?? [];
    return whole === text ? found.name : undefined;
  }

  it('knows every word of the language, and no other', () => {
    for (const word of keywordList) expect(scopeOf(word), word).toMatch(/^(keyword|constant)\./);
    for (const word of ['asking', 'as_', 'chair', 'x1']) expect(scopeOf(word), word).toBe('variable.other.spq');
    expect(scopeOf('true')).toBe('constant.language.spq');
    expect(scopeOf('and')).toBe('keyword.operator.word.spq');
  });

  it('takes a unit with its number, and a name behind it not', () => {
    const number = patterns.find(({ match }: { readonly match: string }) => match.includes('[0-9]+')).match;
    const parts = (text: string): readonly (string | undefined)[] =>
      [...(text.match(new RegExp(number)) ?? [])].slice(1);
    expect(parts('30 cm')).toEqual(['30', 'cm']);
    expect(parts('0.5%')).toEqual(['0.5', '%']);
    expect(parts('4 per scene')).toEqual(['4', undefined]);
    expect(parts('2 meadows')).toEqual(['2', undefined]);
  });
});

describe('the railroad page', () => {
  const page = outputs['docs/grammar.html'] ?? '';
  const rules = Object.keys(new SpqParser(defaultParserErrorProvider).getGAstProductions());

  it('has a picture of every rule, and every link leads somewhere', () => {
    for (const rule of rules) expect(page).toContain(`<section id="${rule}">`);
    const links = [...page.matchAll(/href="#(\w+)"/g)].map(([, name]) => name);
    expect(links.filter((name) => name === undefined || !rules.includes(name))).toEqual([]);
  });

  it('stands alone', () => {
    expect(page).not.toMatch(/<script|<link|https?:|url\(/);
  });

  it('tells the rules in the usual notation', () => {
    const named = productionsOf(Object.values(new SpqParser(defaultParserErrorProvider).getGAstProductions()));
    const notation = (name: string): string =>
      named.filter((one) => one.name === name).map(({ production }) => notationOf(production))[0] ?? '';
    expect(notation('seed')).toBe('"seed" NUMBER');
    expect(notation('margin')).toBe('"margin" marginPart ("," marginPart)*');
    expect(notation('task')).toBe('"task" NAME TEXT? "{" clause* "}"');
    expect(notation('product')).toBe('view (("*" | "/") view)*');
  });
});

describe('shapes', () => {
  it('are as wide as what they hold, and their tracks', () => {
    const a = box('abcde', 'word');
    expect([a.width, a.up, a.down]).toEqual([59, 13, 13]);
    expect(inSequence([a, a, a]).width).toBe(3 * 59 + 2 * 10);
    const two = oneOf([a, box('ab', 'word')]);
    expect([two.width, two.up, two.down]).toEqual([59 + 32, 13, 13 + 10 + 26]);
    expect([optional(a).width, optional(a).down]).toEqual([59 + 32, 13 + 10]);
    expect([repeated(a, undefined).width, repeated(a, a).down]).toEqual([59 + 16, 13 + 10 + 26]);
  });

  it('escape what is written in them', () => {
    expect(box('<', 'word').paint(0, 0)).toContain('>&lt;</text>');
    const less: Production = { kind: 'token', text: '<', exact: true };
    expect(notationOf({ kind: 'optional', of: { kind: 'repeat', of: less, separator: undefined } })).toBe('"<"*');
  });
});
