/** A shell that keeps what is written to it, so that commands can be run and read inside a test. */

import type { ExitCode } from '../../cli/exit-code.js';
import { runCommandLine } from '../../cli/program.js';
import type { Shell } from '../../cli/shell.js';
import { plain } from '../../compiler/diagnostics/painter.js';

export interface Captured {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** What a test may do from outside. */
export interface Surroundings {
  /** As if on a terminal of this width. */
  readonly columns?: number;
  /** What stands in standard input. */
  readonly input?: string;
  /** Called after each result with all of them; may end the command as Ctrl-C does. */
  readonly onOut?: (out: string, interrupt: () => void) => void;
}

/** Runs one command line as if typed, away from any terminal. */
export async function spq(words: readonly string[], surroundings: Surroundings = {}): Promise<Captured> {
  const { columns, input = '', onOut } = surroundings;
  let out = '';
  let err = '';
  let interrupt = (): void => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const shell: Shell = {
    out: async (text) => {
      out += text;
      onOut?.(out, interrupt);
    },
    err: (text) => {
      err += text;
    },
    in: async () => new TextEncoder().encode(input),
    interrupted: () => interrupted,
    columns,
    errIsTerminal: false,
    paint: plain,
    now: () => performance.now(),
    debug: false,
  };
  const code = await runCommandLine(words, shell);
  return { code, out, err };
}
