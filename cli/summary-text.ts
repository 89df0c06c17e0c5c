/** What a run did, in a few readable lines. */

import { visible } from '../compiler/diagnostics/visible.js';
import type { RunSummary } from '../runtime/run.js';
import { counted, grouped } from './counted.js';

/**
 * Scenes and what was left out of them, questions per task and format, and where the results lie.
 * Ends with a line break.
 */
export function summaryText(summary: RunSummary): string {
  const { scenes, objects, questions, seconds, store, files } = summary;
  const lines = [
    `${counted(scenes, 'scene')} with ${counted(objects, 'object')} gave ${counted(questions, 'question')} in ${seconds.toFixed(1)} s.`,
    ...leftOut(summary),
    '',
    ...questionTable(summary),
    '',
    'Results:',
    ...[store, ...files].map((file) => `  ${visible(file)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function leftOut({ quarantined }: RunSummary): readonly string[] {
  if (quarantined.length === 0) return [];
  const total = quarantined.reduce((sum, { count }) => sum + count, 0);
  const causes = quarantined.map(({ code, cause, count }) => `  ${grouped(count)} x ${code}: ${visible(cause)}`);
  return [`Left out: ${counted(total, 'scene')}.`, ...causes];
}

/** One line per task: `level 2  distance   1,204  open 804, choice 400`. */
function questionTable({ tasks }: RunSummary): readonly string[] {
  const nameWidth = Math.max(0, ...tasks.map(({ task }) => task.length));
  const countWidth = Math.max(0, ...tasks.map(({ questions }) => grouped(questions).length));
  return tasks.map(({ level, task, questions, formats }) => {
    const made = Object.entries(formats).filter(([, count]) => count > 0);
    const listed = made.map(([format, count]) => `${format} ${grouped(count)}`).join(', ');
    return `  level ${level}  ${task.padEnd(nameWidth)}  ${grouped(questions).padStart(countWidth)}  ${listed}`.trimEnd();
  });
}
