/**
 * text -> AST. Recovers from broken constructs and goes on: what could not be read is reported once
 * and left out, so the AST holds only whole constructs.
 */
import type { CstNode } from 'chevrotain';
import { lexer, OpenText } from '../../grammar/tokens.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Source } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import { balance } from './balance.js';
import { name, node, nodes, type Origin, spanOf, spanOfToken, token } from './concrete.js';
import { fact, importing, level, mix, relation, split } from './declaration.js';
import { repeatedClause, tooDeep, unclosedText } from './errors.js';
import { call, number } from './expression.js';
import { formats } from './formats.js';
import { parser } from './parser.js';
import { perceive } from './perceive.js';
import { recover } from './recover.js';
import { withSlips } from './slips.js';
import { attempt, refer, wholeNumber } from './task.js';
import { emptied } from './template.js';
import { tooDeepAt } from './too-deep.js';

export function parse(source: Source, report: Report): ast.Recipe {
  const at: Origin = { file: source.file, offset: 0 };
  const lexed = lexer.tokenize(source.text);
  const { tokens, problems, holes } = withSlips(source.file, source.text, lexed);
  for (const problem of problems) report(problem);
  const open = tokens.filter((t) => t.tokenType === OpenText);
  for (const found of open) report(unclosedText({ opened: found.image }, spanOfToken(found, at)));
  parser.input = [];
  const deep = tooDeepAt(tokens);
  if (deep) {
    report(tooDeep({ most: deep.most }, spanOfToken(deep.token, at)));
    return recipe(parser.recipe(), at, { file: source.file, text: '' }, () => {});
  }
  // An unclosed text stands for a text: what follows is read as if it had been closed at its line's end.
  const closing = tokens.map((t) => (t.tokenType === OpenText ? closed(t) : t));
  parser.input = closing;
  const cst = parser.recipe();
  const openAt = open.map((t) => t.startOffset);
  if (parser.errors.length === 0) return recipe(cst, at, source, report, [...openAt, ...holes]);
  const found = recover(closing, at, source.text, [...holes, ...openAt]);
  for (const problem of found.problems) report(problem);
  const spoiled = [...openAt, ...holes, ...found.problems.map((p) => p.at.start)];
  return recipe(found.cst, { ...at, names: found.names }, source, report, spoiled);
}

function closed(found: ReturnType<typeof lexer.tokenize>['tokens'][number]): typeof found {
  const [text] = lexer.tokenize(emptied).tokens;
  // Its braces are not read: the message about the quote says enough.
  return text ? { ...found, image: emptied, tokenType: text.tokenType, tokenTypeIdx: text.tokenTypeIdx } : found;
}

function recipe(
  cst: CstNode,
  at: Origin,
  source: Source,
  report: Report,
  spoiledAt: readonly number[] = [],
): ast.Recipe {
  const read = <T>(label: string, make: (child: CstNode) => T): T[] => {
    const made: T[] = [];
    for (const child of nodes(cst, label)) attempt(() => made.push(make(child)));
    return made;
  };
  const once = <T extends { readonly span: ast.Name['span'] }>(clause: string, all: readonly T[]): T | undefined => {
    for (const extra of all.slice(1)) report(repeatedClause({ clause }, extra.span));
    return all[0];
  };
  return {
    file: source.file,
    span: { file: source.file, start: 0, end: source.text.length },
    imports: read('importing', (c) => importing(c, at)),
    uses: read('useFile', (c) => importing(c, at)),
    sources: read('source', (c) => ({
      kind: 'source',
      name: name(token(c, 'name'), at),
      call: call(node(c, 'call'), at),
      span: spanOf(c, at),
    })),
    perceives: read('perceive', (c) => perceive(c, at)),
    seed: once(
      'seed',
      read('seed', (c) => ({ value: wholeNumber(token(c, 'value'), 'seed', at, report), span: spanOf(c, at) })),
    ),
    margin: once(
      'margin',
      read('margin', (c) => ({ parts: nodes(c, 'marginPart').map((p) => marginPart(p, at)), span: spanOf(c, at) })),
    ),
    units: once(
      'units',
      read('units', (c) => units(c, at)),
    ),
    refer: once(
      'refer',
      read('refer', (c) => refer(c, at)),
    ),
    formats: once(
      'formats',
      read('formats', (c) => formats(c, at)),
    ),
    balance: once(
      'balance',
      read('balance', (c) => balance(c, at, report)),
    ),
    mix: once(
      'mix',
      read('mix', (c) => mix(c, at, report)),
    ),
    split: once(
      'split',
      read('split', (c) => split(c, at)),
    ),
    definitions: [...read('fact', (c) => fact(c, at)), ...read('relation', (c) => relation(c, at, report))].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    levels: read('level', (c) => level(c, at, report, spoiledAt)),
    emits: read('emit', (c) => nodes(c, 'call').map((e) => call(e, at))).flat(),
  };
}

function marginPart(cst: CstNode, at: Origin): ast.MarginPart {
  const second = nodes(cst, 'second')[0];
  const parts = [number(node(cst, 'first'), at), ...(second ? [number(second, at)] : [])];
  return {
    dimension: name(token(cst, 'dimension'), at),
    absolute: parts.find((p) => p.unit?.text !== '%'),
    relative: parts.find((p) => p.unit?.text === '%'),
    span: spanOf(cst, at),
  };
}

function units(cst: CstNode, at: Origin): ast.UnitsSetting {
  const parts = nodes(cst, 'unitPart').map((part) => {
    const share = nodes(part, 'share')[0];
    return { system: name(token(part, 'system'), at), share: share && number(share, at) };
  });
  return { parts, span: spanOf(cst, at) };
}
