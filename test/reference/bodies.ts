/**
 * The bodies of a task: its lines once per combination of the values of its finite binders, the values put in.
 * Where a value is printed (`{r}`, `{m:superlative}`) its name stays, and means the value as it was written.
 */
import type * as ast from '../../compiler/syntax/ast.js';

export interface FiniteValue {
  readonly domain: ast.FiniteBinder['domain'];
  /** The value as it was written: `left of`. */
  readonly text: string;
}

/** Values by the name of their binder, in the order of the `for` line. */
type Values = ReadonlyMap<string, FiniteValue>;

export interface Body {
  readonly task: ast.Task;
  readonly values: Values;
}

export function bodiesOf(task: ast.Task): readonly Body[] {
  let combinations: readonly Values[] = [new Map()];
  for (const binder of task.binders) {
    if (binder.kind !== 'finite') continue;
    const { domain } = binder;
    combinations = combinations.flatMap((values) =>
      binder.values.map(({ text }) => new Map([...values, [binder.name.text, { domain, text }]])),
    );
  }
  return combinations.map((values) => ({ task: values.size === 0 ? task : taskWith(task, values), values }));
}

function taskWith(task: ast.Task, values: Values): ast.Task {
  const into = (expression: ast.Expression) => put(expression, values);
  const intoAll = (templates: readonly ast.Template[]) => templates.map((each) => putInTemplate(each, values));
  return {
    ...task,
    lets: task.lets.map((each) => ({ ...each, value: into(each.value), say: intoAll(each.say) })),
    wheres: task.wheres.map(into),
    asks: intoAll(task.asks),
    answer: task.answer && {
      ...task.answer,
      value: into(task.answer.value),
      as: task.answer.as && putInTemplate(task.answer.as, values),
    },
    statements: task.statements.map(into),
    choices: task.choices && putInChoices(task.choices, values),
    claims: task.claims.map((claim) => putInClaim(claim, values)),
    reasons: task.reasons.map((reason) => ({
      ...reason,
      steps: reason.steps.map(({ say, when }) => ({ say: putInTemplate(say, values), when: when && into(when) })),
    })),
  };
}

function putInChoices(choices: ast.Choices, values: Values): ast.Choices {
  switch (choices.kind) {
    case 'listed':
      return { ...choices, options: choices.options.map((option) => put(option, values)) };
    case 'near':
      return { ...choices, value: put(choices.value, values) };
    case 'drawn':
      return { ...choices, of: put(choices.of, values) };
    case 'statements':
      return choices;
  }
}

function putInClaim(claim: ast.Claim, values: Values): ast.Claim {
  const intoAll = (templates: readonly ast.Template[]) => templates.map((each) => putInTemplate(each, values));
  switch (claim.kind) {
    case 'when':
      return {
        ...claim,
        phrasings: intoAll(claim.phrasings),
        otherwise: intoAll(claim.otherwise),
        when: put(claim.when, values),
      };
    case 'of choices':
      return { ...claim, phrasings: intoAll(claim.phrasings) };
    case 'relation':
      return { ...claim, relation: put(claim.relation, values) };
  }
}

function putInTemplate(template: ast.Template, values: Values): ast.Template {
  const parts = template.parts.map((part) =>
    part.kind === 'text' || isTerm(part.value, values) ? part : { ...part, value: put(part.value, values) },
  );
  return { ...template, parts };
}

const isTerm = (value: ast.Expression, values: Values): boolean => value.kind === 'name' && values.has(value.name.text);

/** The expression with every value in its place: relation words, facts, components, viewers and numbers. */
function put(expression: ast.Expression, values: Values): ast.Expression {
  const into = (part: ast.Expression) => put(part, values);
  switch (expression.kind) {
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'number':
    case 'set':
    case 'set name':
    case 'orders':
      return expression;
    case 'name':
      return asNumber(expression, values);
    case 'member':
      return { ...expression, of: into(expression.of), name: named(expression.name, values) };
    case 'from':
      return putInViewer({ ...expression, value: into(expression.value) }, values);
    case 'pose':
      return { ...expression, thing: into(expression.thing) };
    case 'unary':
      return { ...expression, operand: into(expression.operand) };
    case 'call':
      return {
        ...expression,
        arguments: expression.arguments.map((each) => ({ ...each, value: into(each.value) })),
      };
    case 'binary':
      return {
        ...expression,
        left: into(expression.left),
        right: into(expression.right),
        by: expression.by && into(expression.by),
      };
    case 'between':
      return {
        ...expression,
        value: into(expression.value),
        low: into(expression.low),
        high: into(expression.high),
      };
    case 'relation':
      return {
        ...expression,
        left: into(expression.left),
        words: putInWords(expression.words, values),
        right: into(expression.right),
      };
    case 'if':
      return {
        ...expression,
        condition: into(expression.condition),
        consequent: into(expression.consequent),
        otherwise: into(expression.otherwise),
      };
    case 'pick':
      return {
        ...expression,
        range: putInRange(expression.range, values),
        rank: expression.rank && into(expression.rank),
        by: into(expression.by),
      };
    case 'sort':
      return { ...expression, by: into(expression.by) };
    case 'quantifier':
      return {
        ...expression,
        range: putInRange(expression.range, values),
        holds: expression.holds && into(expression.holds),
      };
    case 'tuple':
      return { ...expression, items: expression.items.map(into) };
  }
}

function asNumber(expression: ast.NameExpression, values: Values): ast.Expression {
  const value = values.get(expression.name.text);
  if (value?.domain !== 'count') return expression;
  return { kind: 'number', value: Number(value.text), unit: undefined, span: expression.span };
}

function named(name: ast.Name, values: Values): ast.Name {
  const value = values.get(name.text);
  const isName = value?.domain === 'measure' || value?.domain === 'component';
  return isName ? { ...name, text: value.text } : name;
}

function putInWords(words: readonly ast.Name[], values: Values): readonly ast.Name[] {
  const [only] = words;
  const value = only === undefined || words.length > 1 ? undefined : values.get(only.text);
  if (only === undefined || value?.domain !== 'relation') return words;
  return value.text.split(' ').map((text) => ({ ...only, text }));
}

/** A frame is written as after `from`: `world`, `camera`. */
function putInViewer(expression: ast.From, values: Values): ast.From {
  const value = values.get(expression.viewer.text);
  if (value?.domain !== 'frame') return expression;
  return { ...expression, viewer: { ...expression.viewer, text: value.text } };
}

function putInRange(range: ast.Range, values: Values): ast.Range {
  return { ...range, where: range.where && put(range.where, values) };
}
