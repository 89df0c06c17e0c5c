/** `spq facts check`: validates a Facts v1 folder and says what is wrong with it, row by row. */
import { visible } from '../../compiler/diagnostics/visible.js';
import type { FactsProblem, FactsReport } from '../../runtime/facts/check.js';
import { counted } from '../counted.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import type { Shell } from '../shell.js';
import { writeJson } from '../write-json.js';

export interface FactsCheckFlags {
  readonly json: boolean;
}

/** A terminal is no place for a thousand messages; `--json` gives all that were kept. */
const SHOWN_AT_MOST = 50;

export async function factsCheck(dir: string, flags: FactsCheckFlags, shell: Shell): Promise<ExitCode> {
  const { checkFacts } = await import('../../runtime/facts/check.js');
  const report = await checkFacts(dir);
  const wrong = report.errors > 0;
  if (flags.json) await writeJson(shell, { ok: !wrong, ...report });
  else await tellReport(report, shell);
  return wrong ? exitCode.wrongInput : exitCode.done;
}

async function tellReport({ dir, counts, problems, errors, warnings }: FactsReport, shell: Shell): Promise<void> {
  for (const problem of problems.slice(0, SHOWN_AT_MOST)) shell.err(`${problemText(problem, shell)}\n`);
  const left = errors + warnings - Math.min(problems.length, SHOWN_AT_MOST);
  if (left > 0) shell.err(`… and ${left} more; --json tells of up to ${problems.length}.\n`);
  const held = [
    counted(counts.scenes, 'scene'),
    counted(counts.objects, 'object'),
    counted(counts.pixels, 'pixel'),
  ].join(', ');
  const verdict =
    errors + warnings === 0 ? 'nothing is wrong' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  await shell.out(`${visible(dir)}: ${held}; ${verdict}.\n`);
}

/** `error SPQ505: objects-0.parquet, row 3, size: must be positive …`, and what to do. */
function problemText({ severity, code, file, row, column, what, hint }: FactsProblem, { paint }: Shell): string {
  const place = [file, ...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [column])].join(', ');
  const headline = `${paint[severity](`${severity} ${code}`)}: ${visible(place)}: ${visible(what)}`;
  return hint === '' ? headline : `${headline}\n  ${paint.hint(visible(hint))}`;
}
