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

/** Runs one command line as if typed, away from any terminal. `columns`: as if on a terminal of this width. */
export async function spq(words: readonly string[], columns?: number): Promise<Captured> {
  let out = '';
  let err = '';
  const shell: Shell = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns,
    errIsTerminal: false,
    paint: plain,
    now: () => performance.now(),
    debug: false,
  };
  const code = await runCommandLine(words, shell);
  return { code, out, err };
}
