/** Concrete tree -> AST, for what stands outside of tasks: other files, definitions, levels, how questions are sampled. */
import type { CstNode } from 'chevrotain';
import { joiningWords } from '../../grammar/expressions.js';
import { Identifier } from '../../grammar/tokens.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from './ast.js';
import {
  maybeNode,
  maybeToken,
  name,
  node,
  nodes,
  type Origin,
  spanOf,
  spanOfToken,
  token,
  tokens,
} from './concrete.js';
import { unexpected } from './errors.js';
import { expression, number, unquote } from './expression.js';
import { share } from './formats.js';
import { attempt, task, wholeNumber } from './task.js';
import { template } from './template.js';

export function importing(cst: CstNode, at: Origin): ast.Import {
  const path = token(cst, 'path');
  const selection = node(cst, 'selection');
  const how = maybeToken(selection, 'how')?.image;
  const names = tokens(selection, 'name').map((t) => name(t, at));
  return {
    path: unquote(path.image),
    pathSpan: spanOfToken(path, at),
    selection: how === 'only' || how === 'except' ? { how, names } : undefined,
    span: spanOf(cst, at),
  };
}

export function mix(cst: CstNode, at: Origin, report: Report): ast.MixSetting {
  const word = maybeToken(cst, 'word');
  if (word && word.image !== 'total')
    report(unexpected({ found: `\`${word.image}\``, expected: ['`total`'], hint: undefined }, spanOfToken(word, at)));
  const total = maybeToken(cst, 'total');
  return {
    levels: nodes(cst, 'mixPart').map((c) => ({
      level: wholeNumber(token(c, 'level'), 'level', at, report),
      share: number(node(c, 'share'), at),
      span: spanOf(c, at),
    })),
    total: total && wholeNumber(total, 'total', at, report, 1),
    span: spanOf(cst, at),
  };
}

export function split(cst: CstNode, at: Origin): ast.SplitSetting {
  return { parts: nodes(cst, 'share').map((c) => share(c, at)), span: spanOf(cst, at) };
}

/** A body that could not be read is a name of no letters: it has been told, and agrees with everything. */
function definitionBody(cst: CstNode, at: Origin): ast.Expression {
  const lost = maybeToken(cst, 'lostBody');
  if (!lost) return expression(node(cst, 'body'), at);
  const span = spanOfToken(lost, at);
  return { kind: 'name', name: { text: '', span }, span };
}

export function fact(cst: CstNode, at: Origin): ast.FactDeclaration {
  const parameter = node(cst, 'parameter');
  const degrees = (label: string): readonly string[] => {
    const found = maybeNode(cst, label);
    return found ? tokens(found, 'word').map((t) => unquote(t.image)) : [];
  };
  return {
    kind: 'fact',
    name: name(token(cst, 'name'), at),
    parameter: name(token(parameter, 'name'), at),
    entity: name(token(parameter, 'entity'), at),
    more: degrees('more'),
    less: degrees('less'),
    body: definitionBody(cst, at),
    span: spanOf(cst, at),
  };
}

/** Words of the language end a comparison: between two things they would be no part of the relation. */
function relationWords(cst: CstNode, at: Origin, report: Report): readonly ast.Name[] {
  const found = [...tokens(cst, 'word')].sort((a, b) => a.startOffset - b.startOffset);
  const wrong = found.find((t) => t.tokenType !== Identifier && !joiningWords.includes(t.tokenType));
  if (wrong) {
    const hint = `\`${wrong.image}\` is a word of the language, and would not be read as part of the relation.`;
    report(unexpected({ found: `\`${wrong.image}\``, expected: ['a name'], hint }, spanOfToken(wrong, at)));
  }
  return found.map((t) => name(t, at));
}

export function relation(cst: CstNode, at: Origin, report: Report): ast.RelationDeclaration {
  const says = maybeToken(cst, 'says');
  return {
    kind: 'relation',
    left: name(token(node(cst, 'left'), 'name'), at),
    right: name(token(node(cst, 'right'), 'name'), at),
    kinds: ['left', 'right'].map((side) => name(token(node(cst, side), 'entity'), at)),
    words: relationWords(cst, at, report),
    says: says && template(says, at, report),
    body: definitionBody(cst, at),
    span: spanOf(cst, at),
  };
}

export function level(cst: CstNode, at: Origin, report: Report, spoiledAt: readonly number[]): ast.Level {
  const tasks: ast.Task[] = [];
  for (const child of nodes(cst, 'task')) attempt(() => tasks.push(task(child, at, report, spoiledAt)));
  return {
    number: wholeNumber(token(cst, 'number'), 'level', at, report),
    title: unquote(token(cst, 'title').image),
    tasks,
    uses: nodes(cst, 'useTasks').flatMap((c) => tokens(c, 'name').map((t) => name(t, at))),
    span: spanOf(cst, at),
  };
}
