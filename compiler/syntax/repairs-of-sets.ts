/** Sets and what ranges over them, with a word too few or another one: `count(x where p)`, `x in {a, b} with least f`, `a, b`. */
import type { IToken } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { extremesOtherwise, quantifiersOtherwise } from './otherwise.js';
import { as, type Broken, before, between, changed, invented, is, type Repair, retyped } from './repair.js';
import { entityWords, imageOf } from './starts.js';

export function* repairsOfSets(broken: Broken): Generator<Repair> {
  yield* extreme(broken);
  yield* quantifier(broken);
  yield* variable(broken);
  yield* choice(broken);
  yield* braces(broken);
  const set = boundSet(broken);
  if (set) yield set;
}

/** `with most f` */
function* extreme(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const found = tokens[where];
  const meant = found && extremesOtherwise.get(found.image);
  if (!found || !meant || !is(tokens[where - 1], t.With, t.By, t.NumberToken)) return;
  yield {
    tokens: changed(broken, where, where + 1, [retyped(found, meant)]),
    hint: `Write \`${imageOf(meant)}\`.`,
    fix: { at: between(found, found, broken), text: imageOf(meant) },
  };
}

/** How far before what was not expected another word is looked for. */
const farthest = 6;

/** `exists(object x …)`, `no(object x …)` */
function* quantifier(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  for (let i = where; i >= Math.max(0, where - farthest); i--) {
    const token = tokens[i];
    if (!is(token, t.Identifier) || !is(tokens[i + 1], t.OpenParen)) continue;
    const none = ['no', 'none'].includes(token.image);
    const meant = none ? t.Any : quantifiersOtherwise.get(token.image);
    if (!meant) continue;
    const text = none ? 'not any' : imageOf(meant);
    const put = [...(none ? [before(token, t.Not, 'not')] : []), retyped(token, meant)];
    yield {
      tokens: changed(broken, i, i + 1, put),
      hint: `Write \`${text}(…)\`.`,
      fix: { at: between(token, token, broken), text },
      culprit: token,
      expected: ['a value'],
    };
  }
}

/** `count(x where p)`, `count(other x where p)`, `count(object x called c)` */
function* variable(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const opened = is(tokens[where - 1], t.OpenParen) && is(tokens[where - 2], t.Count, t.Any, t.All);
  const named = [
    // The parser stops at the variable, or behind it.
    ...(opened && is(tokens[where + 1], t.Where) ? [where] : []),
    ...(is(tokens[where], t.Where) && is(tokens[where - 2], t.Other, t.The) ? [where - 1] : []),
  ];
  for (const at of named) {
    const name = tokens[at];
    if (!is(name, t.Identifier)) continue;
    const { start, file } = between(name, name, broken);
    yield {
      tokens: changed(broken, at, at, [before(name, t.Identifier, 'object')]),
      hint: `Say what \`${name.image}\` ranges over: \`object ${name.image}\`.`,
      fix: { at: { file, start, end: start }, text: 'object ' },
      culprit: name,
      expected: ['`object`'],
    };
  }
  const [kind, name, found] = [tokens[where - 2], tokens[where - 1], tokens[where]];
  if (!found || kind?.image !== 'object' || !is(name, t.Identifier)) return;
  const { end, file } = between(name, name, broken);
  yield {
    tokens: changed(broken, where, where, [
      before(found, t.Where, 'where'),
      invented(t.Identifier, name.image, found.startOffset, 1),
    ]),
    hint: `Say what is true of it: \`${name.image} where ${name.image} …\`.`,
    fix: { at: { file, start: end, end }, text: ` where ${name.image}` },
  };
}

/** `answer x in {a, b} with least f` */
function* choice(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  if (!is(tokens[where], t.With)) return;
  const at = tokens.findLastIndex((token, i) => i < where && is(token, t.In)) - 1;
  const name = tokens[at];
  if (!is(name, t.Identifier) || is(tokens[at - 1], t.The)) return;
  const { start, file } = between(name, name, broken);
  yield {
    tokens: changed(broken, at, at, [before(name, t.The, 'the')]),
    hint: `Write \`the ${name.image} in …\`.`,
    fix: { at: { file, start, end: start }, text: 'the ' },
    culprit: name,
    expected: ['`the`'],
  };
}

const isList = (tokens: readonly IToken[]): boolean =>
  tokens.length > 2 && tokens.every((token, i) => is(token, i % 2 === 0 ? t.Identifier : t.Comma));

/** `the x in a, b with`, `for x in a, b "…"` */
function* braces(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const start = tokens.findLastIndex((token, i) => i < where && is(token, t.In)) + 1;
  let end = start;
  while (is(tokens[end], t.Identifier, t.Comma)) end++;
  const names = tokens.slice(start, end);
  if (start > 0 && isList(names)) yield inBraces(broken, start, names);
}

/** `for objects a, b` */
function boundSet(broken: Broken): Repair | undefined {
  const [first, kind, ...names] = broken.tokens;
  if (!is(first, t.For) || !kind || !entityWords.includes(kind.image) || names.length % 2 === 0) return undefined;
  // `object a, category , c` lists no set: a comma stands there too many.
  const listed = names.every((n, i) => is(n, i % 2 === 0 ? t.Identifier : t.Comma) && !entityWords.includes(n.image));
  if (!listed) return undefined;
  const made = inBraces(broken, 2, names);
  const many = severalOf[kind.image];
  if (many === undefined || !made.fix) return made;
  const text = `${many} ${made.fix.text}`;
  const tokens = [first, as(kind, t.Identifier, many), ...made.tokens.slice(2)];
  const at = { ...made.fix.at, start: between(kind, kind, broken).start };
  return { ...made, tokens, hint: `Several are a set: \`${text}\`.`, fix: { at, text } };
}

const severalOf: Readonly<Record<string, string>> = {
  object: 'objects',
  pixel: 'pixels',
  place: 'places',
  category: 'categories',
};

function inBraces(broken: Broken, from: number, names: readonly IToken[]): Repair {
  const [opening, closing] = [names[0], names.at(-1)];
  if (!opening || !closing) return { tokens: broken.tokens };
  const at = between(opening, closing, broken);
  const text = `{${names.map((n) => (n.image === ',' ? ', ' : n.image)).join('')}}`;
  const put = [before(opening, t.OpenBrace, '{'), ...names, invented(t.CloseBrace, '}', at.end, 1)];
  return {
    tokens: changed(broken, from, from + names.length, put),
    hint: `Several are a set: \`${text}\`.`,
    fix: { at, text },
  };
}
