/** The sentences a task may claim: its own, their contraries, what a relation says, options put in, and yes-or-no questions. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type Relations, wordsOf } from './scene-context.js';

/** Sentences of one condition. */
export interface Statement {
  readonly when: ast.Expression;
  readonly templates: readonly ast.Template[];
}

/** One phrasing of the claim format; balance counts by its number. */
export interface ClaimPhrasing {
  readonly template: ast.Template;
  /** Which claim of the task it says, from 1; a yes-or-no question stands before those that are written as such. */
  readonly clause: number;
  /** The condition it states, or asks; undefined for `of choices`, whose truth is drawn. */
  readonly statement: Statement | undefined;
  /** Of those after `else`. */
  readonly isContrary: boolean;
  readonly words: readonly [yes: string, no: string];
}

const TRUTH = ['True', 'False'] as const;
const YES_OR_NO = ['Yes', 'No'] as const;

/** @param asksCondition the answer is a condition: the texts of `ask` stand before those of the claims */
export function claimPhrasings(task: ast.Task, relations: Relations, asksCondition: boolean): readonly ClaimPhrasing[] {
  const asked: Statement | undefined =
    asksCondition && task.answer !== undefined ? { when: task.answer.value, templates: task.asks } : undefined;
  const questions = (asked?.templates ?? []).map(
    (template): ClaimPhrasing => ({ template, clause: 1, statement: asked, isContrary: false, words: YES_OR_NO }),
  );
  const first = asked === undefined ? 1 : 2;
  return [...questions, ...task.claims.flatMap((claim, i) => phrasingsOf(claim, first + i, relations))];
}

function phrasingsOf(claim: ast.Claim, clause: number, relations: Relations): readonly ClaimPhrasing[] {
  if (claim.kind === 'of choices') {
    return claim.phrasings.map((template) => ({
      template,
      clause,
      statement: undefined,
      isContrary: false,
      words: TRUTH,
    }));
  }
  const statement = statementOf(claim, relations);
  const own = claim.kind === 'when' ? claim.phrasings.length : 1;
  return statement.templates.map((template, i) => ({
    template,
    clause,
    statement,
    isContrary: i >= own,
    words: TRUTH,
  }));
}

function statementOf(claim: Exclude<ast.Claim, { kind: 'of choices' }>, relations: Relations): Statement {
  if (claim.kind === 'when') return { when: claim.when, templates: [...claim.phrasings, ...claim.otherwise] };
  return { when: claim.relation, templates: [sentenceOf(claim.relation, relations)] };
}

/** What a relation says of its two sides, with a full stop. */
export function sentenceOf(relation: ast.Expression, relations: Relations): ast.Template {
  if (relation.kind !== 'relation') throw new Error('only a relation says something');
  const declared = relations.get(wordsOf(relation.words));
  const says = declared?.says;
  if (declared === undefined || says === undefined) throw new Error(`\`${wordsOf(relation.words)}\` says nothing`);
  const sides = new Map([
    [declared.left.text, relation.left],
    [declared.right.text, relation.right],
  ]);
  const side = (value: ast.Expression) => (value.kind === 'name' ? (sides.get(value.name.text) ?? value) : value);
  const parts = says.parts.map((part) => (part.kind === 'hole' ? { ...part, value: side(part.value) } : part));
  const stop: ast.TemplatePart = { kind: 'text', text: '.', span: says.span };
  return { ...says, parts: [...parts, stop], raw: `${parts.map(rawOf).join('')}.` };
}

function rawOf(part: ast.TemplatePart): string {
  if (part.kind === 'text') return part.text;
  return `{${part.value.kind === 'name' ? part.value.name.text : '…'}}`;
}

/** The conditions that decide a question of the task beside its answer. */
export function decidingConditions(task: ast.Task): readonly ast.Expression[] {
  return [...task.claims.flatMap(conditionsOf), ...task.statements];
}

function conditionsOf(claim: ast.Claim): readonly ast.Expression[] {
  switch (claim.kind) {
    case 'when':
      return [claim.when];
    case 'relation':
      return [claim.relation];
    case 'of choices':
      return [];
  }
}
