/**
 * What goes wrong outside of a recipe, told to a user: a code, what is wrong, what to do.
 * An exception nobody foresaw is our bug: it is told as SPQ901 with what to send us, never as a stack trace.
 */
import { indented, pageOf } from '../compiler/diagnostics/render.js';
import { RunError, runErrors } from '../runtime/errors.js';
import { commandErrors } from './errors.js';
import { version } from './installation.js';
import type { Shell } from './shell.js';

export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly hint: string | null;
}

const INDENT = '  ';

/** Turns whatever was thrown into what a user can use. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof RunError) {
    const { code, message, hint } = thrown;
    return { code, title: titleOf(code), message, hint: hint ?? null };
  }
  const found = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code: 'SPQ901',
    title: commandErrors.SPQ901,
    message: `This is our fault, not yours: ${found}`,
    hint:
      `Please send us this message, the recipe, and: spq ${version()}, node ${process.version}, ` +
      `${process.platform}-${process.arch}. SPQ_DEBUG=1 adds where it happened.`,
  };
}

/** Writes a problem to the messages; the stack only where it was asked for. */
export function tellProblem(shell: Shell, thrown: unknown): void {
  const { code, title, message, hint } = problemOf(thrown);
  const lines = [`${shell.paint.error(`error ${code}`)}: ${shell.paint.strong(title)}`, ...indented(message, INDENT)];
  if (hint !== null) lines.push(...indented(hint, INDENT).map(shell.paint.hint));
  lines.push(shell.paint.quiet(`${INDENT}${pageOf(code)}`));
  if (shell.debug && thrown instanceof Error) lines.push(thrown.stack ?? '');
  shell.err(`${lines.filter((line) => line !== '').join('\n')}\n`);
}

const titles: ReadonlyMap<string, string> = new Map(Object.entries({ ...runErrors, ...commandErrors }));

function titleOf(code: string): string {
  return titles.get(code) ?? 'The run cannot go on';
}
