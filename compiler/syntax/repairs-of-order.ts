/** Words in an order, or with a word too many, that other languages have: `a is left of b`, `a.distance(b)`, `left of(a, b)`. */
import type { IToken } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { as, type Broken, before, between, changed, is, type Repair } from './repair.js';

export function* repairsOfOrder(broken: Broken): Generator<Repair> {
  yield* article(broken);
  yield* withoutIs(broken);
  yield* negation(broken);
  yield* arrow(broken);
  yield* method(broken);
  yield* relationCalled(broken);
  yield* than(broken);
  yield* placeOfViewer(broken);
}

/** Where the operand that ends before `end` begins: `a`, `a.position`; undefined where there is none. */
function operandBefore(tokens: readonly IToken[], end: number): number | undefined {
  let start = end - 1;
  while (is(tokens[start - 1], t.Dot) && is(tokens[start], t.Word, t.Identifier)) start -= 2;
  return is(tokens[start], t.Identifier) ? start : undefined;
}

const textOf = (tokens: readonly IToken[]): string =>
  tokens
    .map((token) => token.image)
    .join(' ')
    .replaceAll(/ ?([.(]) ?/g, '$1');

/** `a is a chair` */
function* article(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [verb, found, noun] = [tokens[where - 1], tokens[where], tokens[where + 1]];
  if (!is(verb, t.Is) || !found || !/^an?$/.test(found.image) || !is(noun, t.Identifier)) return;
  const image = `"${noun.image}"`;
  yield {
    tokens: changed(broken, where - 1, where + 2, [as(verb, t.Identifier, 'called'), as(noun, t.Text, image)]),
    hint: `Write \`called ${image}\`.`,
    fix: { at: between(verb, noun, broken), text: `called ${image}` },
    culprit: verb,
    expected: comparison,
  };
}

const comparison = ['a comparison', 'a relation'];

/** `a is left of b`, `a is called "chair"` */
function* withoutIs(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const verb = tokens[where - 1];
  if (!is(verb, t.Is) || is(tokens[where], t.Not)) return;
  yield {
    tokens: changed(broken, where - 1, where, []),
    hint: 'Leave out `is`.',
    fix: { at: between(verb, verb, broken), text: '' },
    culprit: verb,
    expected: comparison,
  };
}

/** `a not left of b`, `a is not left of b` */
function* negation(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const found = tokens[where];
  if (!is(found, t.Not)) return;
  const end = is(tokens[where - 1], t.Is) ? where - 1 : where;
  const start = operandBefore(tokens, end);
  const first = start === undefined ? undefined : tokens[start];
  if (start === undefined || !first) return;
  const operand = tokens.slice(start, end);
  const text = `not ${textOf(operand)}`;
  yield {
    tokens: changed(broken, start, where + 1, [found, ...operand]),
    hint: `\`not\` stands before the whole: \`${text} …\`.`,
    fix: { at: between(first, found, broken), text },
  };
}

/** `a->height` */
function* arrow(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [minus, greater] = [tokens[where - 1], tokens[where]];
  if (!is(minus, t.Minus) || !is(greater, t.Greater)) return;
  const fix = { at: between(minus, greater, broken), text: '.' };
  const dot = as(minus, t.Dot, '.');
  yield {
    tokens: changed(broken, where - 1, where + 1, [dot]),
    hint: 'Write `.`.',
    fix,
    culprit: minus,
    expected: ['`.`'],
  };
}

/** `a.distance(b)` */
function* method(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [dot, name, open] = [tokens[where - 2], tokens[where - 1], tokens[where]];
  if (!is(open, t.OpenParen) || !is(dot, t.Dot) || !name) return;
  const start = operandBefore(tokens, where - 2);
  const first = start === undefined ? undefined : tokens[start];
  if (start === undefined || !first) return;
  const operand = tokens.slice(start, where - 2);
  const more = !is(tokens[where + 1], t.CloseParen);
  const text = `${name.image}(${textOf(operand)}${more ? ', ' : ''}`;
  yield {
    tokens: changed(broken, start, where + 1, [name, open, ...operand, ...(more ? [before(open, t.Comma, ',')] : [])]),
    hint: `A function stands before what it takes: \`${text}${more ? '…' : ''})\`.`,
    fix: { at: between(first, open, broken), text },
  };
}

/** `left of(a, b)` */
function* relationCalled(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  let start = where;
  while (is(tokens[start - 1], t.Identifier)) start--;
  const open = tokens.findIndex((token, i) => i >= where && !is(token, t.Identifier));
  const [one, comma, other, close] = tokens.slice(open + 1, open + 5);
  const [first, words] = [tokens[start], tokens.slice(start, open)];
  const called = is(tokens[open], t.OpenParen) && is(comma, t.Comma) && is(close, t.CloseParen);
  if (!first || !called || !is(one, t.Identifier) || !is(other, t.Identifier) || words.length < 2) return;
  const text = textOf([one, ...words, other]);
  yield {
    tokens: changed(broken, start, open + 5, [one, ...words, other]),
    hint: `A relation stands between the two: \`${text}\`.`,
    fix: { at: between(first, close, broken), text },
  };
}

/** `a taller then b`, `a to the left of b` */
function* than(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [found, next] = [tokens[where], tokens[where + 1]];
  const conditional = tokens.slice(0, where).some((token) => is(token, t.If));
  for (const [i, token] of [found, next].entries())
    if (is(token, t.Then) && !conditional)
      yield {
        tokens: changed(broken, where + i, where + i + 1, [as(token, t.Identifier, 'than')]),
        hint: 'Did you mean `than`?',
        fix: { at: between(token, token, broken), text: 'than' },
        culprit: token,
        expected: ['`than`'],
      };
  if (found && is(next, t.The) && ['to', 'on', 'at', 'in'].includes(found.image))
    yield {
      tokens: changed(broken, where, where + 2, []),
      hint: `Leave out \`${found.image} the\`.`,
      fix: { at: between(found, next, broken), text: '' },
    };
}

/** `b.position from a.position` */
function* placeOfViewer(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [dot, name] = [tokens[where], tokens[where + 1]];
  if (!is(dot, t.Dot) || !name || !is(tokens[where - 2], t.From, t.Toward)) return;
  yield {
    tokens: changed(broken, where, where + 2, []),
    hint: 'One looks from a thing, and not from a fact of it: leave it out.',
    fix: { at: between(dot, name, broken), text: '' },
  };
}
