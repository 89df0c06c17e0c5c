/**
 * Judges one question that was asked of noisy facts by the truth: the same task about the same things, with no margin.
 * Right or wrong by the rule of acceptance that is stored with it; undecidable where the truth has no answer, since
 * readings disagree or things are tied.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { type ClaimPhrasing, claimPhrasings } from '../reference/claims.js';
import { pick } from '../reference/draws.js';
import { evaluateIn, type Scope, truthOf } from '../reference/interpret.js';
import { and, not, type Truth } from '../reference/kleene.js';
import { type Options, optionsOf } from '../reference/options.js';
import { asksCondition } from '../reference/question.js';
import { isKnown, isSame, type Value } from '../reference/value.js';
import type { NoisyQuestion } from './asked-questions.js';
import { spaceOverlap } from './box-overlap.js';
import { asRule, rightByRule } from './right-by-rule.js';
import { areWordsTrue, vectorInWords } from './words-of-truth.js';

/** A task with its tuple, in one of both worlds. */
export interface World {
  readonly task: ast.Task;
  readonly scope: Scope;
}

export interface Judging {
  readonly question: NoisyQuestion;
  readonly key: Parameters<typeof pick>[0];
  /** As it was asked, under margins. */
  readonly noisy: World;
  /** Without any. */
  readonly truth: World;
  /** Of lengths, um: what counts as level. */
  readonly margin: number;
}

export function isRight(judging: Judging): Truth {
  switch (judging.question.format) {
    case 'claim':
      return isClaimRight(judging);
    case 'choice':
      return isChoiceRight(judging);
    case 'open':
      return isAnswerRight(judging);
  }
  throw new Error(`no format ${judging.question.format}`);
}

function isClaimRight(judging: Judging): Truth {
  const { question, key, noisy, truth } = judging;
  const phrasings = phrasingsOf(noisy, noisy.scope);
  const number = pick(key, 'phrasing', phrasings.length);
  const [claim, exact] = [phrasings[number], phrasingsOf(truth, noisy.scope)[number]];
  if (claim === undefined || exact === undefined) throw new Error('a claim without a phrasing');
  const isTrue = question.answer === claim.words[0];
  if (exact.statement !== undefined) {
    const holds = truthOf(truth.scope, exact.statement.when);
    return holds === null ? null : (exact.isContrary ? !holds : holds) === isTrue;
  }
  const options = optionsAsked(judging);
  const others = options.listed.filter((_, i) => i !== options.right);
  const stated = isTrue ? options.listed[options.right] : others[pick(key, 'wrong', others.length)];
  if (stated === undefined) throw new Error('a claim that states no option');
  const fits = isOptionRight(judging, stated, options);
  return isTrue ? fits : not(fits);
}

const phrasingsOf = ({ task, scope }: World, asked: Scope): readonly ClaimPhrasing[] =>
  claimPhrasings(task, scope.context.definitions.relations, asksCondition(task, asked));

function isChoiceRight(judging: Judging): Truth {
  const options = optionsAsked(judging);
  const right = options.listed[options.right];
  if (right === undefined) throw new Error('a choice without a right option');
  if (right.kind !== 'statement') return isOptionRight(judging, right, options);
  const { task, scope } = judging.truth;
  return and(
    options.listed.map((option) => {
      const stated = option.kind === 'statement' ? task.statements[option.number - 1] : undefined;
      if (stated === undefined) throw new Error('a statement among other options');
      const holds = truthOf(scope, stated);
      return option === right ? holds : not(holds);
    }),
  );
}

/** What was offered when it was asked: drawn around the noisy answer. */
function optionsAsked({ noisy: { task, scope }, key }: Judging): Options {
  const answer = task.answer && evaluateIn(scope, task.answer.value);
  const options = task.choices && optionsOf({ scope, task, key }, task.choices, answer);
  if (options === undefined) throw new Error('a question without the options that it shows');
  return options;
}

/** Of numbers the nearest option is the right one, lengths by their ratio; of anything else the same one. */
function isOptionRight(judging: Judging, option: Value, { listed }: Options): Truth {
  const value = answerOf(judging.truth);
  const vector = judging.truth.task.answer && vectorInWords(judging.truth.task.answer.value);
  if (vector !== undefined && option.kind === 'word')
    return areWordsTrue(option.text ?? '', judging.truth.scope, vector, judging.margin);
  if (!isKnown(value)) return null;
  if (value.kind !== 'quantity' || value.measure === 'count') return isSame(value, option);
  const apart = (each: Value): number => {
    if (each.kind !== 'quantity' || each.amount === null || value.amount === null) return Number.POSITIVE_INFINITY;
    if (value.measure === 'angle') return Math.abs(each.amount - value.amount);
    return Math.abs(Math.log(each.amount / value.amount));
  };
  return listed.every((each) => apart(option) <= apart(each));
}

function isAnswerRight(judging: Judging): Truth {
  const { question, noisy, truth, margin } = judging;
  const expression = truth.task.answer?.value;
  const thing = expression && boxedThing(expression);
  if (thing !== undefined) return isBoxRight(judging, thing);
  const vector = expression && vectorInWords(expression);
  const answer = answerOf(noisy);
  if (vector !== undefined && answer.kind === 'word')
    return areWordsTrue(answer.text ?? '', truth.scope, vector, margin);
  if (!isKnown(answer)) throw new Error('asked without an answer');
  return rightByRule(answer, answerOf(truth), asRule(JSON.parse(question.accept)));
}

function answerOf({ task, scope }: World): Value {
  if (task.answer === undefined) throw new Error(`${task.name.text} has no answer`);
  return evaluateIn(scope, task.answer.value);
}

/** The name in `a.box3d`. */
function boxedThing(expression: ast.Expression): string | undefined {
  const isBox = expression.kind === 'member' && expression.name.text === 'box3d';
  return isBox && expression.of.kind === 'name' ? expression.of.name.text : undefined;
}

function isBoxRight({ question, noisy, truth }: Judging, name: string): Truth {
  const [p, q] = [noisy.scope.names.get(name), truth.scope.names.get(name)];
  if (p?.kind !== 'object' || q?.kind !== 'object' || p.row === null || q.row === null) return null;
  const share = spaceOverlap(p.row, q.row, truth.scope.context.facts.scene);
  const { least } = asRule(JSON.parse(question.accept));
  return share === undefined ? null : share >= Number(least);
}
