/** Concrete tree -> AST, for tasks and their clauses. */
import type { CstNode, IToken } from 'chevrotain';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import {
  inOrder,
  Missing,
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
import { badWholeNumber, missingClause, repeatedClause, unexpected } from './errors.js';
import { expression, unquote } from './expression.js';
import { template } from './template.js';

/** The clauses of a task as they are met; turned into an `ast.Task` when the closing brace is reached. */
interface Clauses {
  binders: ast.Binder[];
  lets: ast.Let[];
  wheres: ast.Expression[];
  takes: ast.Take[];
  asks: ast.Template[];
  answers: ast.Answer[];
  choices: ast.Choices[];
  claims: ast.Claim[];
  reasons: ast.Template[];
  refers: ast.ReferSetting[];
}

/** @param spoiledAt where the parser told of something: a clause may be missing because it could not be read */
export function task(cst: CstNode, at: Origin, report: Report, spoiledAt: readonly number[]): ast.Task {
  const clauses: Clauses = {
    binders: [],
    lets: [],
    wheres: [],
    takes: [],
    asks: [],
    answers: [],
    choices: [],
    claims: [],
    reasons: [],
    refers: [],
  };
  let broken = cst.recoveredNode === true;
  const counting: Report = (diagnostic) => {
    broken = true;
    report(diagnostic);
  };
  for (const clause of nodes(cst, 'clause')) {
    attempt(() => {
      for (const child of inOrder(clause, at)) readClause(child, clauses, at, counting);
    });
  }
  const title = maybeToken(cst, 'title');
  const named = name(token(cst, 'name'), at);
  const { answers, choices, ...many } = clauses;
  for (const extra of answers.slice(1)) report(repeatedClause({ clause: 'answer' }, extra.span));
  for (const extra of choices.slice(1)) report(repeatedClause({ clause: 'choices' }, extra.span));
  const result: ast.Task = {
    name: named,
    title: title && unquote(title.image),
    ...many,
    answer: answers[0],
    choices: choices[0],
    span: spanOf(cst, at),
  };
  const spoiled = broken || spoiledAt.some((offset) => offset >= result.span.start && offset <= result.span.end);
  requireClauses(result, spoiled, report);
  return result;
}

/** A task whose text was broken has been told of already: what it lacks may be what could not be read. */
function requireClauses(found: ast.Task, recovered: boolean, report: Report): void {
  if (recovered) return;
  const lacks = (clause: string): void => report(missingClause({ task: found.name.text, clause }, found.name.span));
  if (found.binders.length === 0) lacks('`for`');
  if (found.asks.length === 0 && found.claims.length === 0) lacks('`ask` or `claim`');
  if (found.asks.length > 0 && !found.answer) lacks('`answer`');
  if (found.answer && found.asks.length === 0) lacks('`ask`');
  if (found.choices && !found.answer) lacks('`answer`');
}

/** Runs a construct's reader; a construct that the parser could not finish is left out. */
export function attempt(read: () => void): void {
  try {
    read();
  } catch (thrown) {
    if (!(thrown instanceof Missing)) throw thrown;
  }
}

function readClause(cst: CstNode, into: Clauses, at: Origin, report: Report): void {
  const span = spanOf(cst, at);
  const templates = (): ast.Template[] => tokens(cst, 'phrasing').map((t) => template(t, at, report));
  switch (cst.name) {
    case 'forClause':
      for (const child of nodes(cst, 'binder')) attempt(() => into.binders.push(binder(child, at, report)));
      break;
    case 'letClause':
      for (const child of nodes(cst, 'letBinding')) attempt(() => into.lets.push(binding(child, at)));
      break;
    case 'whereClause':
      into.wheres.push(expression(node(cst, 'condition'), at));
      break;
    case 'takeClause':
      into.takes.push({
        count: wholeNumber(token(cst, 'count'), 'take', at, report),
        per: name(token(cst, 'per'), at),
        span,
      });
      break;
    case 'askClause':
      into.asks.push(...templates());
      break;
    case 'answerClause':
      into.answers.push(answer(cst, at, report));
      break;
    case 'choicesClause':
      into.choices.push(choices(cst, at));
      break;
    case 'claimClause':
      into.claims.push({ phrasings: templates(), when: expression(node(cst, 'condition'), at), span });
      break;
    case 'reasonClause':
      into.reasons.push(...templates());
      break;
    case 'refer':
      into.refers.push(refer(cst, at));
      break;
  }
}

const entities: Readonly<Record<string, readonly [ast.Binder['entity'], 'one' | 'many']>> = {
  object: ['object', 'one'],
  objects: ['object', 'many'],
  pixel: ['pixel', 'one'],
  pixels: ['pixel', 'many'],
  category: ['category', 'one'],
};

function binder(cst: CstNode, at: Origin, report: Report): ast.Binder {
  const found = token(cst, 'entity');
  const one = maybeToken(cst, 'one');
  const [entity, number] = entities[found.image] ?? ['object', undefined];
  const fits = number === (one ? 'one' : 'many');
  if (!fits) {
    const expected = Object.entries(entities).flatMap(([word, [, n]]) =>
      n === (one ? 'one' : 'many') ? [`\`${word}\``] : [],
    );
    report(unexpected({ found: `\`${found.image}\``, expected, hint: undefined }, spanOfToken(found, at)));
    throw new Missing('entity');
  }
  const vocabulary = maybeToken(cst, 'vocabulary');
  if (vocabulary && (vocabulary.image !== 'vocabulary' || entity !== 'category')) {
    report(
      unexpected(
        { found: `\`in ${vocabulary.image}\``, expected: ['`category c in vocabulary`'], hint: undefined },
        spanOfToken(vocabulary, at),
      ),
    );
  }
  const set = tokens(cst, 'set');
  const names = one ? [one] : [...set, ...tokens(cst, 'ordered')];
  return {
    entity,
    order: one ? 'one' : set.length > 0 ? 'set' : 'ordered',
    names: names.map((t) => name(t, at)),
    inVocabulary: vocabulary !== undefined,
    span: spanOf(cst, at),
  };
}

function binding(cst: CstNode, at: Origin): ast.Let {
  return { name: name(token(cst, 'name'), at), value: expression(node(cst, 'value'), at), span: spanOf(cst, at) };
}

function answer(cst: CstNode, at: Origin, report: Report): ast.Answer {
  const form = maybeToken(cst, 'form');
  return { value: expression(node(cst, 'value'), at), as: form && template(form, at, report), span: spanOf(cst, at) };
}

function choices(cst: CstNode, at: Origin): ast.Choices {
  const near = maybeNode(cst, 'near');
  const span = spanOf(cst, at);
  if (near) return { kind: 'near', value: expression(near, at), span };
  return { kind: 'listed', options: nodes(cst, 'option').map((c) => expression(c, at)), span };
}

export function refer(cst: CstNode, at: Origin): ast.ReferSetting {
  const entity = maybeToken(cst, 'entity');
  return {
    entity: entity && name(entity, at),
    strategies: tokens(cst, 'strategy').map((t) => name(t, at)),
    span: spanOf(cst, at),
  };
}

export function wholeNumber(found: IToken, clause: string, at: Origin, report: Report): number {
  const value = Number(found.image);
  const span: Span = spanOfToken(found, at);
  if (!Number.isInteger(value) || value > 2147483647) report(badWholeNumber({ text: found.image, clause }, span));
  return Math.min(Math.floor(value), 2147483647);
}
