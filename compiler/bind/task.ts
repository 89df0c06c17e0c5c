/** AST -> bound, for tasks. Tells of unused values and of entities that a phrasing forgets. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { StrategyName } from '../std/references.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined, neverMentioned, unknownSetting, unusedLet } from './errors.js';
import { bindExpression, entityNamed, type Library } from './expression.js';
import { Scope } from './scope.js';
import { strategies } from './settings.js';

export function bindTask(task: ast.Task, outer: Library): bound.Task {
  const scope = new Scope();
  let mistakes = 0;
  const report: Report = (diagnostic) => {
    mistakes++;
    outer.report(diagnostic);
  };
  const library: Library = { ...outer, report };
  const expression = (e: ast.Expression): bound.Expression => bindExpression(e, scope, library);
  const text = (t: ast.Template): bound.Template => bindTemplate(t, scope, library);
  const binders = task.binders.map((b) => bindBinder(b, scope, library));
  const lets = task.lets.map((l) => bindLet(l, scope, library));
  const refer: StrategyName[] = [];
  const referOf = new Map<string, readonly StrategyName[]>();
  for (const setting of task.refers) {
    const entity = setting.entity && entityNamed(setting.entity, scope, report, []);
    if (entity) referOf.set(entity.name, strategies(setting, report));
    else if (!setting.entity) refer.push(...strategies(setting, report));
  }
  const result: bound.Task = {
    name: task.name.text,
    title: task.title,
    binders,
    lets,
    wheres: task.wheres.map(expression),
    takes: task.takes.flatMap((t) => bindTake(t, library)),
    asks: task.asks.map(text),
    answer: task.answer && {
      value: expression(task.answer.value),
      as: task.answer.as && text(task.answer.as),
      span: task.answer.span,
    },
    choices: task.choices && bindChoices(task.choices, expression),
    claims: task.claims.map((c) => ({ phrasings: c.phrasings.map(text), when: expression(c.when), span: c.span })),
    reasons: task.reasons.map(text),
    refer,
    referOf,
    span: task.span,
    nameSpan: task.name.span,
  };
  // A name that was not found may be the use that is missing: one mistake, one message.
  if (mistakes > 0) return result;
  for (const l of lets) if (!scope.wasUsed(l.name)) report(unusedLet({ name: l.name }, l.span));
  mentions(result, library);
  return result;
}

function bindBinder(binder: ast.Binder, scope: Scope, { report }: Library): bound.Binder {
  const entities = binder.names.map((name): bound.Entity => {
    const entity: bound.Entity = { name: name.text, kind: binder.entity, role: 'bound', span: name.span };
    const earlier = scope.find(name.text);
    if (!scope.define(name.text, { kind: 'entity', entity })) {
      const also = earlier?.kind === 'entity' ? [{ at: earlier.entity.span, note: 'first defined here' }] : [];
      report(alreadyDefined({ name: name.text, what: 'The name' }, name.span, also));
    }
    return entity;
  });
  return { kind: binder.entity, order: binder.order, entities, inVocabulary: binder.inVocabulary };
}

/** A value is in scope for the lines after it, never for itself. */
function bindLet(declared: ast.Let, scope: Scope, library: Library): bound.Let {
  const value = bindExpression(declared.value, scope, library);
  const made: bound.Let = { name: declared.name.text, value, span: declared.name.span };
  if (!scope.define(made.name, { kind: 'let', let: made })) {
    library.report(alreadyDefined({ name: made.name, what: 'The name' }, declared.name.span));
  }
  return made;
}

function bindTake(take: ast.Take, { report }: Library): readonly bound.Take[] {
  const { text, span } = take.per;
  if (text === 'scene' || text === 'object') return [{ count: take.count, per: text }];
  report(unknownSetting({ word: text, clause: 'take … per', hint: didYouMean(text, ['scene', 'object']) }, span));
  return [];
}

function bindChoices(choices: ast.Choices, expression: (e: ast.Expression) => bound.Expression): bound.Choices {
  if (choices.kind === 'near') return { kind: 'near', value: expression(choices.value), span: choices.span };
  return { kind: 'listed', options: choices.options.map(expression), span: choices.span };
}

function bindTemplate(template: ast.Template, scope: Scope, library: Library): bound.Template {
  const parts = template.parts.map((part): bound.TemplatePart => {
    if (part.kind === 'text') return part;
    return {
      kind: 'hole',
      value: bindExpression(part.value, scope, library),
      format: part.format?.text,
      span: part.span,
    };
  });
  return { parts, raw: template.raw, complete: template.complete, span: template.span };
}

/** Every phrasing names every entity that `for` binds. */
function mentions(task: bound.Task, { report }: Library): void {
  const entities = task.binders.flatMap((b) => b.entities);
  for (const phrasing of [...task.asks, ...task.claims.flatMap((c) => c.phrasings)]) {
    const named = new Set(phrasing.parts.flatMap((p) => (p.kind === 'hole' ? entityOf(p.value) : [])));
    const forgotten = entities.find((e) => !named.has(e.name));
    if (forgotten && phrasing.complete)
      report(
        neverMentioned({ name: forgotten.name, phrasing: phrasing.raw }, phrasing.span, [
          { at: forgotten.span, note: 'bound here' },
        ]),
      );
  }
}

function entityOf(e: bound.Expression): readonly string[] {
  return e.kind === 'entity' ? [e.entity.name] : [];
}
