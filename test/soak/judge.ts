/** What holds of every text, however wrong: it compiles to messages that stand inside of it, or to a plan, and soon. */
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

export interface Judged {
  readonly problems: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Processor time, in milliseconds. */
  readonly took: number;
}

/** Processor time that no text of ordinary size may take. */
export const MOST_MILLISECONDS = 1000;

export function judge(text: string): Judged {
  const before = process.cpuUsage();
  const problems: string[] = [];
  let diagnostics: readonly Diagnostic[] = [];
  try {
    const compiled = compile({ recipe: { file: 'soak.spq', text }, library, options: {} });
    diagnostics = compiled.diagnostics;
    const failed = diagnostics.some((d) => d.severity === 'error');
    if ((compiled.plan === undefined) !== failed) problems.push('a plan and errors, or neither');
  } catch (thrown) {
    problems.push(`thrown: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  return { problems: [...problems, ...diagnostics.flatMap((d) => outside(d, text))], diagnostics, took };
}

/** Codes are ours to tell, and every span lies in the text. */
function outside({ code, at, also, fix }: Diagnostic, text: string): readonly string[] {
  const spans = [at, ...also.map((note) => note.at), ...(fix ? [fix.at] : [])];
  const wrong = spans.filter(({ file, start, end }) => {
    const size = file === 'soak.spq' ? text.length : Number.POSITIVE_INFINITY;
    return !(start >= 0 && start <= end && end <= size);
  });
  const problems = wrong.map(({ start, end }) => `${code}: a span from ${start} to ${end} of ${text.length}`);
  return /^SPQ[1-4]\d\d$/.test(code) ? problems : [...problems, `code ${code}`];
}
