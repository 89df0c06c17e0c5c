/** What decides the answers of a task: what its answers tell, and what its claims and statements compare. */
import type * as ast from '../../compiler/syntax/ast.js';
import { decidingConditions } from './claims.js';
import { guardOf, isPickOfScene, partsOf, setOf } from './expression-parts.js';
import { type Definitions, wordsOf } from './scene-context.js';
import type { Counted } from './task-counts.js';
import { namedObjects, printedNames } from './task-names.js';
import { decided } from './told-by-decision.js';
import { told, toldAsAnswer } from './told-by-value.js';
import { toldOfPose } from './told-of-pose.js';
import { ranging, type ToldScope, withMeaning } from './told-scope.js';
import type { Triple } from './triples.js';

export interface Deciding {
  readonly triples: readonly Triple[];
  /** Counts over the scene within what is deciding. */
  readonly counts: readonly Counted[];
}

export function decidingOf(task: ast.Task, definitions: Definitions): Deciding {
  const scope = taskScope(task, definitions);
  const conditions = decidingConditions(task);
  const answers = [...(task.answer === undefined ? [] : [task.answer.value]), ...holesOf(task.answer?.as)];
  const all = [...answers, ...conditions];
  const printed = printedNames(task);
  const picked = task.lets.flatMap(({ name, value }) => {
    if (value.kind !== 'pick' || !isPickOfScene(value)) return [];
    const isSpoken = all.some((each) => speaksOf(task, each, name.text));
    return isSpoken || printed.has(name.text) ? pickTold(scope, value) : [];
  });
  return {
    triples: [
      ...answers.flatMap((answer) => toldAsAnswer(scope, answer)),
      ...conditions.flatMap((condition) => decided(scope, condition)),
      ...picked,
    ].flatMap(toldOfPose),
    counts: all.flatMap((each) => countsIn({ task, definitions }, each, [])),
  };
}

export function taskScope(task: ast.Task, definitions: Definitions): ToldScope {
  const objects = namedObjects(task);
  let scope: ToldScope = { definitions, objects, meanings: new Map() };
  for (const name of objects) scope = withMeaning(scope, name, { kind: 'things', names: [name], isRanged: false });
  for (const { name, value } of task.lets) {
    if (!objects.includes(name.text))
      scope = withMeaning(scope, name.text, { kind: 'expression', expression: value, scope });
  }
  return scope;
}

const holesOf = (template: ast.Template | undefined): readonly ast.Expression[] =>
  (template?.parts ?? []).flatMap((part) => (part.kind === 'hole' ? [part.value] : []));

function pickTold(scope: ToldScope, { range, by }: ast.Pick): readonly Triple[] {
  const inner = ranging(scope, range.variable, undefined);
  return [...told(inner, by), ...guardOf(range).flatMap((guard) => decided(inner, guard))];
}

/** Whether an expression speaks of a name, itself or through a `let`. */
function speaksOf(task: ast.Task, expression: ast.Expression, wanted: string): boolean {
  return namesSpoken(expression).some((name) => {
    if (name === wanted) return true;
    const found = task.lets.find((each) => each.name.text === name);
    return found !== undefined && !isPickOfScene(found.value) && speaksOf(task, found.value, wanted);
  });
}

function namesSpoken(expression: ast.Expression): readonly string[] {
  const inner = partsOf(expression).flatMap(namesSpoken);
  if (expression.kind === 'name') return [expression.name.text];
  if (expression.kind === 'from') return [expression.viewer.text, expression.toward?.text ?? '', ...inner];
  if (expression.kind === 'pose') return [expression.at.text, expression.toward?.text ?? '', ...inner];
  return inner;
}

interface CountWalk {
  readonly task: ast.Task;
  readonly definitions: Definitions;
}

/** Through `let`s and definitions, but not into the conditions of picks. */
function countsIn(walk: CountWalk, expression: ast.Expression, within: readonly ast.Range[]): readonly Counted[] {
  const into = (part: ast.Expression, ranges = within) => countsIn(walk, part, ranges);
  switch (expression.kind) {
    case 'name': {
      const { text } = expression.name;
      const found = walk.task.lets.find(({ name }) => name.text === text);
      return found === undefined || isPickOfScene(found.value) ? [] : into(found.value);
    }
    case 'member': {
      const written = walk.definitions.facts.get(expression.name.text);
      return [...into(expression.of), ...(written === undefined ? [] : countsIn(walk, written.body, []))];
    }
    case 'relation': {
      const declared = walk.definitions.relations.get(wordsOf(expression.words));
      return declared === undefined ? [] : countsIn(walk, declared.body, []);
    }
    case 'pick': {
      const ranges = setOf(expression.range) === undefined ? within : [...within, expression.range];
      return into(expression.by, ranges);
    }
    case 'quantifier': {
      const isScene = setOf(expression.range) === undefined;
      const ranges = isScene ? within : [...within, expression.range];
      const inner = partsOf(expression).flatMap((part) => into(part, ranges));
      return isScene ? [{ range: expression.range, within }, ...inner] : inner;
    }
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'call':
    case 'unary':
    case 'binary':
    case 'between':
    case 'from':
    case 'pose':
    case 'if':
    case 'sort':
    case 'set':
    case 'set name':
    case 'orders':
    case 'tuple':
      return partsOf(expression).flatMap((part) => into(part));
  }
}
