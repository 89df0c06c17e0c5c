/** AST -> bound, for tasks: what is bound, and one body per combination of finite values and set sizes. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import { bindBody } from './body.js';
import type * as bound from './bound.js';
import { alreadyDefined, drawnSize, tooManyBodies, unknownSetting } from './errors.js';
import type { Library } from './expression.js';
import { checkFinite, meaningOf } from './finite.js';
import { Scope } from './scope.js';
import { bindFormats } from './shares.js';

/** Each body is lowered on its own. */
const mostBodies = 48;

/** A binder of entities, with what it was written as. */
export interface Written {
  readonly written: ast.EntityBinder;
  readonly bound: bound.Binder;
}

export function bindTask(task: ast.Task, outer: Library): bound.Task {
  let broken = task.broken;
  const report: Report = (diagnostic) => {
    broken ||= diagnostic.severity === 'error';
    outer.report(diagnostic);
  };
  const library: Library = { ...outer, report };
  const binders = task.binders.flatMap((b) => (b.kind === 'entities' ? [{ written: b, bound: bindEntities(b) }] : []));
  const finite = task.binders.flatMap((b) => (b.kind === 'finite' ? [b] : []));
  for (const f of finite) checkFinite(f, library);
  for (const { bound: b } of binders) if (b.size && b.size.least < 2) report(drawnSize(b.size, b.namesSpan));
  uniqueNames(task.binders, report);
  const made: Omit<bound.Task, 'broken'> = {
    name: task.name.text,
    title: task.title,
    binders: binders.map((b) => b.bound),
    finite: finite.map((f) => ({ name: f.name.text, values: f.values.map((v) => v.text), span: f.name.span })),
    bodies: bindBodies(task, binders, finite, library),
    takes: task.takes.flatMap((t) => bindTake(t, report)),
    formats: task.formats && bindFormats(task.formats, report),
    balance: task.balance && (task.balance.by ?? 'none'),
    weight: task.weight ?? 1,
    weightSpan: task.weightSpan,
    formatSpans: Object.fromEntries(task.formats?.shares.map((s) => [s.name.text, s.name.span]) ?? []),
    span: task.span,
    nameSpan: task.name.span,
  };
  return { ...made, broken };
}

function bindEntities(binder: ast.EntityBinder): bound.Binder {
  const { entity: kind, order, size, inVocabulary, onFloor, namesSpan } = binder;
  const make = (name: string, span: ast.Name['span']): bound.Entity => ({ name, kind, role: 'bound', span });
  const [set] = binder.names;
  // No name of a recipe has a `#` in it.
  const entities =
    size && set
      ? Array.from({ length: size.most }, (_, i) => make(`${set.text}#${i + 1}`, set.span))
      : binder.names.map((n) => make(n.text, n.span));
  return { kind, order, entities, size, inVocabulary, onFloor, namesSpan };
}

function bindBodies(
  task: ast.Task,
  binders: readonly Written[],
  finite: readonly ast.FiniteBinder[],
  library: Library,
): readonly bound.Body[] {
  const drawn = binders.filter((b) => b.bound.size);
  const choices = [
    ...finite.map((f) => f.values.length),
    ...drawn.map(({ bound: { size } }) => (size ? size.most - size.least + 1 : 1)),
  ];
  const found = choices.reduce((a, b) => a * b, 1);
  if (found > mostBodies) library.report(tooManyBodies({ found, most: mostBodies }, task.name.span));
  // Entities picked by a `let` are the same in every body: their rows are fetched once.
  const picked = new Map<string, bound.Entity>();
  const reporting = distinctReports(library.report);
  return combinations(choices)
    .slice(0, mostBodies)
    .map((chosen) => {
      const values = chosen.slice(0, finite.length);
      const sizes = new Map(
        drawn.map(({ bound: b }, i) => [b, (b.size?.least ?? 0) + (chosen[finite.length + i] ?? 0)] as const),
      );
      const about = finite.map((f, i) => `${f.name.text} = ${f.values[values[i] ?? 0]?.text ?? ''}`).join(', ');
      const report = reporting(about, finite[0]?.span);
      return bindBody(task, { binders, finite, values, sizes, about, picked }, { ...library, report });
    });
}

/** One mistake is one message, however many bodies it is in; a later body says which it is. */
export function distinctReports(report: Report): (about: string, at: ast.Name['span'] | undefined) => Report {
  const told = new Map<string, number>();
  let body = 0;
  return (about, at) => {
    const own = body++;
    return (diagnostic: Diagnostic) => {
      const key = `${diagnostic.code} ${diagnostic.at.start} ${diagnostic.at.end}`;
      if ((told.get(key) ?? own) !== own) return;
      told.set(key, own);
      const note = own > 0 && at ? [{ at, note: `with ${about}` }] : [];
      report({ ...diagnostic, also: [...diagnostic.also, ...note] });
    };
  };
}

/** Every choice of one index below each limit, the last fastest. */
function combinations(limits: readonly number[]): readonly (readonly number[])[] {
  return limits.reduce<readonly (readonly number[])[]>(
    (made, limit) => made.flatMap((m) => Array.from({ length: limit }, (_, i) => [...m, i])),
    [[]],
  );
}

/** SQL does not tell `a` from `A`: names that differ in case alone are one name. */
function uniqueNames(binders: readonly ast.Binder[], report: Report): void {
  const first = new Map<string, ast.Name>();
  for (const name of binders.flatMap((b) => (b.kind === 'entities' ? b.names : [b.name]))) {
    const earlier = first.get(name.text.toLowerCase());
    if (earlier)
      report(
        alreadyDefined({ name: name.text, what: 'The name' }, name.span, [
          { at: earlier.span, note: 'first defined here' },
        ]),
      );
    else first.set(name.text.toLowerCase(), name);
  }
}

/** The names of `for` in one body: entities, the members of drawn sets, what finite binders stand for. */
export function scopeOf(
  binders: readonly Written[],
  sizes: ReadonlyMap<bound.Binder, number>,
  finite: readonly ast.FiniteBinder[],
  values: readonly number[],
  library: Library,
): Scope {
  const scope = new Scope();
  for (const { written, bound: binder } of binders) {
    const [set] = written.names;
    if (binder.size && set)
      scope.define(set.text, { kind: 'list', members: binder.entities.slice(0, sizes.get(binder)) });
    else for (const entity of binder.entities) scope.define(entity.name, { kind: 'entity', entity });
  }
  for (const [i, f] of finite.entries()) scope.define(f.name.text, meaningOf(f, values[i] ?? 0, library));
  return scope;
}

const takePer = ['scene', 'object', 'task'] as const;

function bindTake(take: ast.Take, report: Report): readonly bound.Take[] {
  const { text, span } = take.per;
  const per = takePer.find((p) => p === text);
  if (per) return [{ count: take.count, per, span: take.span }];
  report(unknownSetting({ word: text, clause: 'take … per', hint: didYouMean(text, takePer) }, span));
  return [];
}
