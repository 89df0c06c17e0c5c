/** bound -> typed, for tasks: what all bodies share, and the first mistake of each kind in any of them. */
import type * as bound from '../bind/bound.js';
import type { Settings } from '../bind/bound.js';
import { distinctReports } from '../bind/task.js';
import { colours } from '../std/references.js';
import { checkBody } from './check-body.js';
import type { Context } from './context.js';
import { noFormatLeft, takesClash, tooMany } from './errors.js';
import type * as typed from './typed.js';

/** One colour each, should all be named by boxes. */
const mostEntities = colours.length;

export function checkTask(task: bound.Task, settings: Settings, outer: Context): typed.Task {
  const reporting = distinctReports(outer.report);
  const [binder] = task.finite;
  const [first, ...rest] = task.bodies.map((body) => {
    const context: Context = { ...outer, report: reporting(body.about, binder?.span) };
    return checkBody(body, task, settings, context);
  });
  if (!first) throw new Error('SPQ904: a task without a body');
  const entities = task.binders.flatMap((b) => b.entities).filter((e) => e.kind !== 'category');
  if (entities.length > mostEntities)
    outer.report(tooMany({ what: 'objects or pixels', most: mostEntities, found: entities.length }, task.nameSpan));
  const [, extra] = task.takes.filter((t) => t.per !== 'task');
  if (extra) outer.report(takesClash({ task: task.name }, task.nameSpan));
  const formats = task.formats ?? settings.formats;
  if (formats?.ppm && formatsOf(first).every((f) => formats.ppm?.[f] === 0))
    outer.report(noFormatLeft({ task: task.name, formats: formatsOf(first) }, task.nameSpan));
  const { name, title, binders, finite, takes, balance, weight, span, nameSpan } = task;
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
