/** bound -> typed, for tasks: what all bodies share, and the first mistake of each kind in any of them. */
import type * as bound from '../bind/bound.js';
import type { Settings } from '../bind/bound.js';
import { distinctReports } from '../bind/task.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { colours } from '../std/references.js';
import { bodiesAgree } from './check-bodies.js';
import { checkBody } from './check-body.js';
import { checkCertain } from './check-certain.js';
import { checkOrders } from './check-order.js';
import { checkFormats, checkTakes } from './check-sampling.js';
import type { Context } from './context.js';
import { tooMany } from './errors.js';
import type * as typed from './typed.js';

/** One colour each, should all be named by boxes. */
const mostEntities = colours.length;

export function checkTask(task: bound.Task, settings: Settings, outer: Context): typed.Task {
  let broken = task.broken;
  const report: Report = (diagnostic) => {
    broken ||= diagnostic.severity === 'error';
    outer.report(diagnostic);
  };
  const reporting = distinctReports(report);
  const [binder] = task.finite;
  const [first, ...rest] = task.bodies.map((body) => {
    const context: Context = { ...outer, several: task.bodies.length > 1, report: reporting(body.about, binder?.span) };
    return checkBody(body, task, settings, context);
  });
  if (!first) throw new Error('SPQ904: a task without a body');
  const entities = task.binders.flatMap((b) => b.entities).filter((e) => e.kind !== 'category');
  if (entities.length > mostEntities)
    report(
      tooMany(
        { what: 'objects or pixels', most: mostEntities, found: entities.length },
        entities[mostEntities]?.span ?? task.nameSpan,
      ),
    );
  checkTakes(task, report);
  const formats = task.formats ?? settings.formats;
  // What follows from what is wrong already is not told.
  if (!broken) {
    bodiesAgree([first, ...rest], task, report);
    checkFormats(task, formatsOf(first), formats, report);
    checkCertain([first, ...rest], binder?.span, report);
    if (!broken) checkOrders(task.binders, [first, ...rest], report);
  }
  const { name, title, binders, finite, takes, weight, span, nameSpan } = task;
  const balance = task.balance ?? settings.balance;
  return { name, title, binders, finite, bodies: [first, ...rest], takes, formats, balance, weight, span, nameSpan };
}

/** Those in which a body can be asked, in the order of their draws. */
export function formatsOf(body: typed.Body): readonly bound.FormatName[] {
  const formats: bound.FormatName[] = [];
  if (body.answer) formats.push('open');
  if (body.choices) formats.push('choice');
  if (body.claims.length > 0) formats.push('claim');
  return formats;
}
