/** Concrete tree -> AST, for tasks and their clauses. */
import type { CstNode, IToken } from 'chevrotain';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import { balance } from './balance.js';
import { binder } from './binder.js';
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
import { expression, set, unquote } from './expression.js';
import { formats } from './formats.js';
import { template } from './template.js';

/** The clauses of a task as they are met; turned into an `ast.Task` when the closing brace is reached. */
interface Clauses {
  binders: ast.Binder[];
  lets: ast.Let[];
  wheres: ast.Expression[];
  takes: ast.Take[];
  asks: ast.Template[];
  answers: ast.Answer[];
  statements: ast.Expression[];
  choices: ast.Choices[];
  claims: ast.Claim[];
  reasons: ast.Reason[];
  refers: ast.ReferSetting[];
  formats: ast.FormatsSetting[];
  balances: ast.BalanceSetting[];
  weights: { readonly value: number; readonly span: Span }[];
  /** Names that may have been defined by what could not be read. */
  lost: string[];
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
    statements: [],
    choices: [],
    claims: [],
    reasons: [],
    refers: [],
    formats: [],
    balances: [],
    weights: [],
    lost: tokens(cst, 'lost').map((t) => t.image),
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
  const { answers, choices, formats: mixed, balances, weights, ...many } = clauses;
  const once = { answer: answers, choices, formats: mixed, balance: balances, weight: weights };
  for (const [clause, all] of Object.entries(once))
    for (const extra of all.slice(1)) report(repeatedClause({ clause }, extra.span));
  const span = spanOf(cst, at);
  const spoiled = broken || spoiledAt.some((offset) => offset >= span.start && offset <= span.end);
  const result: ast.Task = {
    name: named,
    title: title && unquote(title.image),
    ...many,
    answer: answers[0],
    choices: choices[0],
    formats: mixed[0],
    balance: balances[0],
    weight: weights[0]?.value,
    weightSpan: weights[0]?.span,
    broken: spoiled,
    span,
  };
  if (requireClauses(result, spoiled, report)) return result;
  // Without `for` every name may be one that it would have bound.
  return { ...result, lost: result.binders.length === 0 ? [...result.lost, ''] : result.lost, broken: true };
}

/**
 * True if nothing is missing. A task whose text was broken has been told of already: what it lacks may be what could not be
 * read.
 */
function requireClauses(found: ast.Task, recovered: boolean, report: Report): boolean {
  if (recovered) return true;
  const missing = new Set<string>();
  const chosen = found.choices?.kind === 'statements';
  const answered = found.answer !== undefined || chosen;
  if (found.binders.length === 0) missing.add('`for`');
  if (answered && found.asks.length === 0) missing.add('`ask`');
  else if (found.asks.length === 0 && found.claims.length === 0) missing.add('`ask` or `claim`');
  if ((found.asks.length > 0 || found.choices) && !answered) missing.add('`answer`');
  if (chosen && found.statements.length === 0) missing.add('`statements`');
  if (found.statements.length > 0 && !chosen) missing.add('`choices statements`');
  for (const clause of missing) report(missingClause({ task: found.name.text, clause }, found.name.span));
  return missing.size === 0;
}

/** Runs a construct's reader; a construct that the parser could not finish is left out, and false. */
export function attempt(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (thrown) {
    if (thrown instanceof Missing) return false;
    throw thrown;
  }
}

function readClause(cst: CstNode, into: Clauses, at: Origin, report: Report): void {
  const span = spanOf(cst, at);
  const templates = (): ast.Template[] => tokens(cst, 'phrasing').map((t) => template(t, at, report));
  switch (cst.name) {
    case 'forClause':
      // A binder that is lost may have bound any name, which a name of no letters stands for.
      for (const child of nodes(cst, 'binder'))
        if (!attempt(() => into.binders.push(binder(child, at, report)))) into.lost.push('');
      break;
    case 'letClause':
      for (const child of nodes(cst, 'letBinding')) attempt(() => into.lets.push(binding(child, at, report)));
      break;
    case 'whereClause':
      into.wheres.push(expression(node(cst, 'condition'), at));
      break;
    case 'takeClause':
      into.takes.push({
        count: wholeNumber(token(cst, 'count'), 'take', at, report, 1),
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
    case 'statementsClause':
      into.statements.push(...nodes(cst, 'statement').map((c) => expression(c, at)));
      break;
    case 'choicesClause':
      into.choices.push(choices(cst, at, report));
      break;
    case 'claimClause':
      into.claims.push(claim(cst, at, report));
      break;
    case 'reasonClause':
      into.reasons.push(reason(cst, at, report));
      break;
    case 'refer':
      into.refers.push(refer(cst, at));
      break;
    case 'formats':
      into.formats.push(formats(cst, at));
      break;
    case 'balance':
      into.balances.push(balance(cst, at, report));
      break;
    case 'weightClause':
      into.weights.push({ value: wholeNumber(token(cst, 'weight'), 'weight', at, report), span });
      break;
  }
}

function binding(cst: CstNode, at: Origin, report: Report): ast.Let {
  return {
    name: name(token(cst, 'name'), at),
    value: expression(node(cst, 'value'), at),
    say: tokens(cst, 'say').map((t) => template(t, at, report)),
    span: spanOf(cst, at),
  };
}

function answer(cst: CstNode, at: Origin, report: Report): ast.Answer {
  const form = maybeToken(cst, 'form');
  return { value: expression(node(cst, 'value'), at), as: form && template(form, at, report), span: spanOf(cst, at) };
}

function choices(cst: CstNode, at: Origin, report: Report): ast.Choices {
  const near = maybeNode(cst, 'near');
  const all = maybeNode(cst, 'all');
  const span = spanOf(cst, at);
  if (near) return { kind: 'near', value: expression(near, at), span };
  if (all) {
    const count = wholeNumber(token(cst, 'drawn'), 'choices', at, report);
    return { kind: 'drawn', count, of: expression(all, at), span };
  }
  const options = nodes(cst, 'option');
  if (options.length > 0) return { kind: 'listed', options: options.map((c) => expression(c, at)), span };
  const count = maybeToken(cst, 'statements');
  return { kind: 'statements', count: count && wholeNumber(count, 'choices', at, report), span };
}

function claim(cst: CstNode, at: Origin, report: Report): ast.Claim {
  const span = spanOf(cst, at);
  const relation = maybeNode(cst, 'relation');
  if (relation) return { kind: 'relation', relation: expression(relation, at), span };
  const texts = (label: string): ast.Template[] => tokens(cst, label).map((t) => template(t, at, report));
  const phrasings = texts('phrasing');
  const of = maybeToken(cst, 'of');
  if (!of) {
    const when = expression(node(cst, 'condition'), at);
    return { kind: 'when', phrasings, otherwise: texts('otherwise'), when, span };
  }
  if (of.image !== 'of')
    report(
      unexpected(
        { found: `\`${of.image}\``, expected: ['`when`', '`of choices`'], hint: undefined },
        spanOfToken(of, at),
      ),
    );
  return { kind: 'of choices', phrasings, span };
}

function reason(cst: CstNode, at: Origin, report: Report): ast.Reason {
  const variable = maybeToken(cst, 'variable');
  return {
    each: variable && { variable: name(variable, at), set: set(node(cst, 'set'), at) },
    steps: nodes(cst, 'step').map((c) => {
      const condition = maybeNode(c, 'condition');
      return { say: template(token(c, 'phrasing'), at, report), when: condition && expression(condition, at) };
    }),
    span: spanOf(cst, at),
  };
}

export function refer(cst: CstNode, at: Origin): ast.ReferSetting {
  const entity = maybeToken(cst, 'entity');
  return {
    entity: entity && name(entity, at),
    strategies: nodes(cst, 'strategy').map((s) => name(token(s, 'name'), at)),
    span: spanOf(cst, at),
  };
}

/** @param least what is less has no meaning there: to take none is to ask nothing */
export function wholeNumber(found: IToken, clause: string, at: Origin, report: Report, least = 0): number {
  const value = Number(found.image);
  const span: Span = spanOfToken(found, at);
  if (!Number.isInteger(value) || value < least || value > 2147483647)
    report(badWholeNumber({ text: found.image, clause, least }, span));
  return Math.min(Math.floor(value), 2147483647);
}
