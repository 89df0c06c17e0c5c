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
    ...summary.perceived.flatMap(perceivedLines),
    ...leftOut(summary),
    ...summary.excluded.map(exclusionLine),
    '',
    ...questionTable(summary),
    '',
    'Results:',
    ...[store, ...files].map((file) => `  ${visible(file)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** `photos: points by moge2 in 3 pictures; objects by owlv2 in none, 3 known before.` and what ran where it was not wanted. */
function perceivedLines({ source, operators, models }: RunSummary['perceived'][number]): readonly string[] {
  const looked = operators.map(({ role, operator, looked: now, kept }) => {
    const seen = now === 0 && kept > 0 ? 'none' : counted(now, 'picture');
    return `${role} by ${operator} in ${seen}${kept > 0 ? `, ${grouped(kept)} known before` : ''}`;
  });
  const elsewhere = models.flatMap(({ file, provider, passedOver }) =>
    passedOver.map(
      ({ provider: wanted, cause }) => `  ${visible(file)} ran on ${provider}, not on ${wanted}: ${visible(cause)}`,
    ),
  );
  return [`Perceived of ${visible(source)}: ${looked.join('; ')}.`, ...elsewhere];
}

function exclusionLine({ list, scenes, ids, unmatched }: RunSummary['excluded'][number]): string {
  const idle = unmatched === 0 ? '' : ` ${grouped(unmatched)} of its ${counted(ids, 'id')} named none.`;
  return `Left out by the list ${visible(list)}: ${counted(scenes, 'scene')}.${idle}`;
}

/** What was left out, cause by cause; objects that were left out stay candidates, as things that may be there. */
function leftOut({ quarantined }: RunSummary): readonly string[] {
  if (quarantined.length === 0) return [];
  const scenes = quarantined.reduce((sum, left) => sum + left.scenes, 0);
  const objects = quarantined.reduce((sum, left) => sum + left.count - left.scenes, 0);
  const parts = [
    ...(scenes > 0 ? [counted(scenes, 'scene')] : []),
    ...(objects > 0 ? [counted(objects, 'object')] : []),
  ];
  const causes = quarantined.flatMap(({ code, count, causes: told }) => [
    ...told.map((cause) => `  ${code}: ${visible(cause)}`),
    ...(count > told.length ? [`  ${code}: and ${grouped(count - told.length)} more in the table \`quarantine\``] : []),
  ]);
  return [`Left out: ${parts.join(' and ')}.`, ...causes];
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
