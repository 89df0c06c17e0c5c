/** What a module that `spq compile` wrote tells of its work, and the exit codes of `spq run`. */
import { RunError } from '../errors.js';
import type { RunSummary } from '../run.js';

/** Results to the standard output, warnings to the standard error; exit code 3 where something was left out, 1 where all was. */
export function tellSummary({
  scenes,
  questions,
  seconds,
  tasks,
  warnings,
  quarantined,
  store,
  files,
}: RunSummary): void {
  for (const warning of warnings) console.error(`warning: ${warning}`);
  for (const { code, count, causes } of quarantined) console.error(`left out, ${code}: ${count}; ${causes[0] ?? ''}`);
  console.log(`${questions} questions about ${scenes} scenes in ${seconds.toFixed(1)} s`);
  for (const task of tasks) console.log(`  ${String(task.questions).padStart(8)}  ${task.task}`);
  for (const file of [store, ...files]) console.log(`  ${file}`);
  if (quarantined.length > 0) process.exitCode = scenes === 0 ? 1 : 3;
}

/** An error with a code as such, anything else as it is; exit code 1. */
export function tellProblem(cause: unknown): void {
  if (cause instanceof RunError)
    console.error(`error ${cause.code}: ${cause.message}\n  ${cause.hint ?? ''}`.trimEnd());
  else console.error(cause);
  process.exitCode = 1;
}
