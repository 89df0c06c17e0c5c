/** What of a task's questions is kept: `take`, `formats` and `weight` must have something to act on. */
import type * as bound from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { formatAbsent, noFormatLeft, takesClash, weightWithoutMix } from './errors.js';

const perTuple = (take: bound.Take): boolean => take.per !== 'task';

/** One `take` per scene or per object, and one per task: they cut at different times. */
export function checkTakes({ takes }: bound.Task, report: Report): void {
  takes.forEach((take, i) => {
    const earlier = takes.slice(0, i).find((t) => perTuple(t) === perTuple(take));
    if (!earlier) return;
    const both = earlier.per === take.per ? `per ${take.per}` : `per ${earlier.per} and per ${take.per}`;
    report(takesClash({ both }, take.span, [{ at: earlier.span, note: 'taken here already' }]));
  });
}

/** @param asked formats in which the task can be asked */
export function checkFormats(
  task: bound.Task,
  asked: readonly bound.FormatName[],
  formats: bound.Formats | undefined,
  report: Report,
): void {
  if (formats?.ppm && asked.length > 0 && asked.every((f) => formats.ppm?.[f] === 0)) {
    report(noFormatLeft({ task: task.name, formats: asked }, task.nameSpan));
    return;
  }
  for (const format of ['open', 'choice', 'claim'] as const) {
    const at = task.formatSpans[format];
    if (at && !asked.includes(format)) report(formatAbsent({ task: task.name, format }, at));
  }
}

/** Of the recipe's own tasks: what a file offers to others may be weighed by them. */
export function checkWeights({ file, settings, levels }: bound.Recipe, report: Report): void {
  if (settings.mix) return;
  for (const { weightSpan } of levels.flatMap((l) => l.tasks))
    if (weightSpan?.file === file) report(weightWithoutMix({}, weightSpan));
}
