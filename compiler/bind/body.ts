/** AST -> bound, for the lines of a task. Tells of unused values and of entities that a phrasing forgets. */
import type { Report } from '../diagnostics/diagnostic.js';
import { meantBy } from '../diagnostics/suggest.js';
import { enumerationNames, isEnumerationName } from '../std/functions.js';
import type { StrategyName } from '../std/references.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined, neverMentioned, unknownName, unusedLet } from './errors.js';
import { bindExpression, entityNamed, type Library } from './expression.js';
import { bindScenePick, membersOf } from './quantifier.js';
import { bindStatement } from './says.js';
import type { Meaning, Scope } from './scope.js';
import { strategies } from './settings.js';
import { scopeOf, type Written } from './task.js';

export interface Combination {
  readonly binders: readonly Written[];
  readonly finite: readonly ast.FiniteBinder[];
  readonly values: readonly number[];
  readonly sizes: ReadonlyMap<bound.Binder, number>;
  readonly about: string;
  /** Entities that lets have picked, shared by all bodies. */
  readonly picked: Map<string, bound.Entity>;
}

export function bindBody(task: ast.Task, made: Combination, outer: Library): bound.Body {
  let mistakes = 0;
  const report: Report = (diagnostic) => {
    mistakes++;
    outer.report(diagnostic);
  };
  const library: Library = { ...outer, report };
  const scope = scopeOf(made.binders, made.sizes, made.finite, made.values, library);
  for (const name of task.lost) scope.define(name, { kind: 'broken' });
  const expression = (e: ast.Expression): bound.Expression => bindExpression(e, scope, library);
  const text = (t: ast.Template): bound.Template => bindTemplate(t, scope, library);
  scope.announce(task.lets.map((l) => l.name.text));
  const lets = task.lets.flatMap((l) => bindLet(l, scope, library, made.picked));
  const body: bound.Body = {
    values: made.values,
    sizes: made.sizes,
    about: made.about,
    lets,
    wheres: task.wheres.map(expression),
    asks: task.asks.map(text),
    answer: task.answer && {
      value: expression(task.answer.value),
      as: task.answer.as && text(task.answer.as),
      span: task.answer.span,
    },
    statements: task.statements.flatMap((s) => bindStatement(s, scope, library) ?? []),
    choices: task.choices && bindChoices(task.choices, scope, library),
    claims: task.claims.flatMap((c) => bindClaim(c, scope, library)),
    reasons: [
      ...task.lets.flatMap((l) => l.say.map((s) => ({ say: text(s), when: undefined }))),
      ...steps(task, scope, library),
    ],
    ...bindRefers(task.refers, scope, report),
  };
  // A name that was not found may be the use that is missing: one mistake, one message.
  if (mistakes > 0 || task.broken) return body;
  for (const l of lets) if (!scope.wasUsed(l.name)) report(unusedLet({ name: l.name }, l.span));
  mentions(task, body, made, report);
  return body;
}

/** A value is in scope for the lines after it, never for itself. */
function bindLet(
  declared: ast.Let,
  scope: Scope,
  library: Library,
  picked: Map<string, bound.Entity>,
): readonly bound.Let[] {
  const { text: name, span } = declared.name;
  const { value } = declared;
  if (value.kind === 'pick' && value.range.over.kind === 'scene') {
    const pick = bindScenePick(value, scope, library);
    const entity = picked.get(name) ?? { name, kind: 'object', role: 'picked', span };
    picked.set(name, entity);
    define(declared.name, { kind: 'entity', entity }, scope, library.report);
    return pick ? [{ kind: 'entity', name, entity, pick, span }] : [];
  }
  const made: bound.ValueLet = { kind: 'value', name, value: bindExpression(value, scope, library), span };
  // What stands elsewhere is spoken of by its name, as a thing that `for` binds is.
  const posed = made.value.kind === 'entity' && made.value.entity.pose ? made.value.entity : undefined;
  define(declared.name, posed ? { kind: 'entity', entity: posed } : meaningOf(made), scope, library.report);
  return [made];
}

/** What is wrong already may be anything: a thing, too. */
const meaningOf = (made: bound.ValueLet): Meaning =>
  made.value.kind === 'error' ? { kind: 'broken' } : { kind: 'let', let: made };

/** A name that could not be read elsewhere may have been another one. */
function define(name: ast.Name, meaning: Meaning, scope: Scope, report: Report): void {
  const before = scope.find(name.text);
  if (!scope.define(name.text, meaning) && before?.kind !== 'broken')
    report(alreadyDefined({ name: name.text, what: 'The name' }, name.span));
}

function bindChoices(choices: ast.Choices, scope: Scope, library: Library): bound.Choices {
  const { span } = choices;
  switch (choices.kind) {
    case 'near':
      return { kind: 'near', value: bindExpression(choices.value, scope, library), span };
    case 'statements':
      return { kind: 'statements', count: choices.count ?? 4, span };
    case 'drawn':
      return { kind: 'drawn', count: choices.count, of: domainOf(choices.of, scope, library), span };
    case 'listed':
      return listed(choices, scope, library);
  }
}

function listed(
  { options, span }: Extract<ast.Choices, { kind: 'listed' }>,
  scope: Scope,
  library: Library,
): bound.Choices {
  if (options.every((o) => isYesOrNo(o, scope))) return { kind: 'listed', options: [], yesOrNo: true, span };
  // A word stands in the answer, too, where its braces have been told.
  const plain = options.map((o) => (o.kind === 'text' ? { ...o, braces: false } : o));
  return { kind: 'listed', options: plain.map((o) => bindExpression(o, scope, library)), yesOrNo: false, span };
}

/** Yes, no, true or false, unless it is a name of the task's own. */
function isYesOrNo(e: ast.Expression, scope: Scope): boolean {
  if (e.kind === 'boolean') return true;
  return e.kind === 'name' && /^(?:yes|no)$/i.test(e.name.text) && !scope.find(e.name.text);
}

/** `4 of facing8`, `2 of zone`, `4 of orders of xs`. */
function domainOf(e: ast.Expression, scope: Scope, library: Library): bound.ChoiceDomain {
  const { span } = e;
  if (e.kind === 'orders') return { kind: 'orders', members: membersOf(e.of, scope, library), span };
  if (e.kind !== 'name' || scope.find(e.name.text))
    return { kind: 'value', value: bindExpression(e, scope, library), span };
  const { text: name } = e.name;
  if (isEnumerationName(name)) return { kind: 'enumeration', name, span };
  const hint = 'Write an enumeration, as in `4 of facing8`, or `orders of xs`.';
  const meant = scope.hint(name, enumerationNames);
  library.report(unknownName({ name, hint: meantBy(meant) === undefined ? hint : meant }, span));
  return { kind: 'error', span };
}

function bindClaim(claim: ast.Claim, scope: Scope, library: Library): readonly bound.Claim[] {
  const { span } = claim;
  if (claim.kind === 'relation') {
    const said = bindStatement(claim.relation, scope, library);
    return said ? [{ phrasings: [said.says], otherwise: [], when: said.relation, span }] : [];
  }
  const texts = (written: readonly ast.Template[]) => written.map((t) => bindTemplate(t, scope, library));
  if (claim.kind === 'of choices') {
    // `{option}` is a name of its own: the option that is printed.
    const inside = scope.inside();
    inside.define('option', { kind: 'option' });
    const phrasings = claim.phrasings.map((t) => bindTemplate(t, inside, library));
    return [{ phrasings, otherwise: [], when: undefined, span }];
  }
  const when = bindExpression(claim.when, scope, library);
  return [{ phrasings: texts(claim.phrasings), otherwise: texts(claim.otherwise), when, span }];
}

/** The steps of the `reason` clauses; `for x in S` gives those of each member in turn. */
function steps(task: ast.Task, scope: Scope, library: Library): readonly bound.Step[] {
  const bindSteps = (reason: ast.Reason, inside: Scope): readonly bound.Step[] =>
    reason.steps.map(({ say, when }) => ({
      say: bindTemplate(say, inside, library),
      when: when && bindExpression(when, inside, library),
    }));
  return task.reasons.flatMap((reason) => {
    const { each } = reason;
    if (!each) return bindSteps(reason, scope);
    return membersOf(each.set, scope, library).flatMap((entity) => {
      const inside = scope.inside();
      define(each.variable, { kind: 'entity', entity }, inside, library.report);
      return bindSteps(reason, inside);
    });
  });
}

export function bindTemplate(template: ast.Template, scope: Scope, library: Library): bound.Template {
  const parts = template.parts.map((part): bound.TemplatePart => {
    if (part.kind === 'text') return part;
    const { noun, span } = part;
    return {
      kind: 'hole',
      value: bindExpression(part.value, scope, library),
      noun: noun && bindExpression({ kind: 'name', name: noun, span: noun.span }, scope, library),
      format: part.format?.text,
      written: part.written,
      span,
    };
  });
  return { parts, raw: template.raw, complete: template.complete, span: template.span };
}

function bindRefers(
  refers: readonly ast.ReferSetting[],
  scope: Scope,
  report: Report,
): Pick<bound.Body, 'refer' | 'referOf'> {
  const refer: StrategyName[] = [];
  const referOf = new Map<string, readonly StrategyName[]>();
  for (const setting of refers) {
    const meaning = setting.entity && scope.find(setting.entity.text);
    const named =
      meaning?.kind === 'list' ? meaning.members : setting.entity && [entityNamed(setting.entity, scope, report, [])];
    const wanted = strategies(setting, report);
    if (!named) refer.push(...wanted);
    else for (const entity of named) if (entity) referOf.set(entity.name, wanted);
  }
  return { refer, referOf };
}

/** Every phrasing names everything that `for` binds: a reader could not know otherwise which one is meant. */
function mentions(task: ast.Task, body: bound.Body, made: Combination, report: Report): void {
  const byStatements = body.choices?.kind === 'statements';
  const asked = byStatements ? [] : body.asks;
  const said = task.claims.flatMap((c) =>
    c.kind === 'relation' ? [] : [...c.phrasings, ...(c.kind === 'when' ? c.otherwise : [])],
  );
  const written = [...(byStatements ? [] : task.asks), ...said];
  const names = [...made.binders.flatMap((b) => b.written.names), ...made.finite.map((f) => f.name)];
  if (asked.length === 0 && said.length === 0) return;
  for (const phrasing of written) {
    const named = namedBy(phrasing);
    const forgotten = names.find((n) => !named.has(n.text));
    if (forgotten && phrasing.complete)
      report(
        neverMentioned({ name: forgotten.text, phrasing: phrasing.raw }, phrasing.span, [
          { at: forgotten.span, note: 'bound here' },
        ]),
      );
  }
}

/** The same for every body of a task. */
function namedBy(phrasing: ast.Template): ReadonlySet<string> {
  const before = namedIn.get(phrasing);
  if (before) return before;
  const named = new Set(phrasing.parts.flatMap((p) => (p.kind === 'hole' ? namesIn(p) : [])));
  namedIn.set(phrasing, named);
  return named;
}

const namedIn = new WeakMap<ast.Template, ReadonlySet<string>>();

/** A hole names what it prints: an entity, a set, a finite binder, the noun of a number; a box tells whose it is. */
function namesIn({ value, noun }: Extract<ast.TemplatePart, { kind: 'hole' }>): readonly string[] {
  const counted = noun ? [noun.text] : [];
  if (value.kind === 'name') return [value.name.text, ...counted];
  const isBox = value.kind === 'member' && (value.name.text === 'box2d' || value.name.text === 'box3d');
  return isBox && value.of.kind === 'name' ? [value.of.name.text, ...counted] : counted;
}
