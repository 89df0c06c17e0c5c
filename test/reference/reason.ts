/** The rationale kept beside a question: what the `let`s say, then the steps of `reason`, each where it holds. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type Scope, truthOf } from './interpret.js';
import { membersOf, withName } from './interpret-sets.js';
import { printTemplate } from './print-template.js';
import type { Printer } from './print-value.js';

interface Step {
  readonly say: ast.Template;
  readonly scope: Scope;
}

/** `null` without steps, and where a step that is said speaks of something unknown. */
export function reasonOf(task: ast.Task, printer: Printer): string | null {
  const { scope } = printer;
  const steps: readonly Step[] = [
    ...task.lets.flatMap(({ say }) => say.map((each) => ({ say: each, scope }))),
    ...task.reasons.flatMap((reason) => stepsOf(reason, scope)),
  ];
  const texts = steps.map((step) => printTemplate({ ...printer, scope: step.scope }, step.say));
  const known = texts.flatMap((text) => text ?? []);
  return steps.length === 0 || known.length < texts.length ? null : known.join(' ');
}

function stepsOf({ each, steps }: ast.Reason, scope: Scope): readonly Step[] {
  const scopes =
    each === undefined ? [scope] : membersOf(scope, each.set).map((value) => withName(scope, each.variable, value));
  return scopes.flatMap((inner) =>
    steps.flatMap(({ say, when }) =>
      when === undefined || truthOf(inner, when) === true ? [{ say, scope: inner }] : [],
    ),
  );
}
