/**
 * Whether the drawn order of a set makes a claim as often true as false by itself: swapping any two of the set's
 * names negates the condition and leaves every guard as it is; and whether it makes each thing as often the answer:
 * swapping leaves the answer as it is, too. Decided on expressions, by a normal form.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { Statement } from './claims.js';
import { isPickOfScene, namesIn, partsOf, setOf } from './expression-parts.js';
import { type NormalScope, normalForm, operandsOf } from './normal-form.js';
import type { Definitions } from './scene-context.js';

/** @param asked the sentences of one condition */
export function isSwapSymmetric(task: ast.Task, asked: Statement, definitions: Definitions): boolean {
  const sets = setsOf(task, 'set');
  const [set] = sets;
  if (set === undefined || sets.length > 1 || rolesDiffer(task, asked.templates, set.names)) return false;
  const plain = scopeOf(task, definitions, new Map());
  return swapped(task, set.names, definitions).every((scope) => {
    const negates = normalForm(asked.when, scope, false) === normalForm(asked.when, plain, true);
    return negates && guardsIn(task, scope) === guardsIn(task, plain);
  });
}

/** Whether the drawn order makes each thing that the answer may be the answer as often as any other. */
export function isAnswerDrawn(task: ast.Task, definitions: Definitions): boolean {
  const names = chosenNames(task);
  const { answer } = task;
  const holds = (binder: ast.EntityBinder): boolean =>
    names?.every((name) => binder.names.some(({ text }) => text === name)) === true;
  if (answer === undefined || names === undefined) return false;
  const plain = scopeOf(task, definitions, new Map());
  const form = (scope: NormalScope): string => normalForm(answer.value, scope, false);
  // The answer may print itself: it is known where it is asked.
  const tells = answer.as?.parts.some(
    (part) =>
      part.kind === 'hole' && !isEntity(task, part.value) && normalForm(part.value, plain, false) !== form(plain),
  );
  if (tells === true) return false;
  // Of a set on a ring only the way along it has an order.
  if (setsOf(task, 'drawn').some(holds)) return !rolesDiffer(task, task.asks, []) && !task.wheres.some(hasLength);
  const set = setsOf(task, 'set').find(holds);
  if (set === undefined || rolesDiffer(task, task.asks, set.names)) return false;
  const members = set.names.filter(({ text }) => names.includes(text));
  return swapped(task, members, definitions).every(
    (scope) => form(scope) === form(plain) && guardsIn(task, scope) === guardsIn(task, plain),
  );
}

/** Names of the things of which the answer is one, or an order. */
export function chosenNames(task: ast.Task): readonly string[] | undefined {
  const value = resolved(task, task.answer?.value);
  if (value?.kind === 'sort') return namesIn(value.set);
  const set = value?.kind === 'pick' ? setOf(value.range) : undefined;
  return set && namesIn(set);
}

function resolved(task: ast.Task, value: ast.Expression | undefined): ast.Expression | undefined {
  if (value?.kind !== 'name') return value;
  const { text } = value.name;
  const found = task.lets.find(({ name }) => name.text === text);
  return found === undefined ? value : resolved(task, found.value);
}

const hasLength = (expression: ast.Expression): boolean =>
  (expression.kind === 'call' && expression.callee.text === 'length') || partsOf(expression).some(hasLength);

function setsOf(task: ast.Task, order: ast.EntityBinder['order']): readonly ast.EntityBinder[] {
  return task.binders.flatMap((binder) => (binder.kind === 'entities' && binder.order === order ? [binder] : []));
}

/** Guards, all together and in no order; then what is picked from the scene, each under its own name. */
function guardsIn(task: ast.Task, scope: NormalScope): string {
  const formOf = (e: ast.Expression): string => normalForm(e, scope, false);
  const guards = task.wheres.flatMap((where) => operandsOf(where, 'and')).map(formOf);
  const picks = task.lets.flatMap(({ name, value }) =>
    isPickOfScene(value) ? [`${name.text}: ${formOf(value)}`] : [],
  );
  return [...guards.sort(), ...picks].join();
}

/** Whether something besides what is asked depends on who is drawn first. */
function rolesDiffer(task: ast.Task, templates: readonly ast.Template[], names: readonly ast.Name[]): boolean {
  const told = templates.some(({ parts }) => parts.some((part) => part.kind === 'hole' && !isEntity(task, part.value)));
  const named = names.map(({ text }) => {
    const own = task.refers.filter(({ entity }) => entity?.text === text).at(-1);
    return own?.strategies.map((strategy) => strategy.text).join();
  });
  return told || new Set(named).size > 1 || task.takes.some(({ per }) => per.text === 'object');
}

function isEntity({ binders, lets }: ast.Task, value: ast.Expression): boolean {
  if (value.kind !== 'name') return false;
  const { text } = value.name;
  const picked = lets.some((each) => each.name.text === text && isPickOfScene(each.value));
  return picked || boundBy(binders).includes(text);
}

/** What the `for` line binds. A hole for a finite value is the same whoever stands first. */
function boundBy(binders: ast.Task['binders']): readonly string[] {
  return binders.flatMap((binder) =>
    binder.kind === 'entities' ? binder.names.map(({ text }) => text) : [binder.name.text],
  );
}

/** The scope under the swap of every two names. */
function swapped(task: ast.Task, names: readonly ast.Name[], definitions: Definitions): readonly NormalScope[] {
  return names.flatMap(({ text: a }, i) =>
    names.slice(i + 1).map(({ text: b }) =>
      scopeOf(
        task,
        definitions,
        new Map([
          [a, b],
          [b, a],
        ]),
      ),
    ),
  );
}

function scopeOf(task: ast.Task, definitions: Definitions, renamed: ReadonlyMap<string, string>): NormalScope {
  let meanings: NormalScope['meanings'] = new Map(
    boundBy(task.binders).map((name) => [name, { kind: 'word', word: renamed.get(name) ?? name }]),
  );
  for (const { name, value } of task.lets) {
    const scope: NormalScope = { definitions, meanings, depth: 0 };
    meanings = new Map([...meanings, [name.text, { kind: 'expression', expression: value, scope }]]);
  }
  return { definitions, meanings, depth: 0 };
}
