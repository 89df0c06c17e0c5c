/** What a command may use of the process it runs in. Passed in, so that commands can be run and read in one process. */
import type { Painter } from '../compiler/diagnostics/painter.js';

export interface Shell {
  /** Results: what another program may read. Resolves when the reader has room for more. */
  readonly out: (text: string) => Promise<void>;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  /** All of what comes in, as bytes. */
  readonly in: () => Promise<Uint8Array>;
  /** Resolves when the user wants it to end (Ctrl-C). From the call on, that no longer ends the process by itself. */
  readonly interrupted: () => Promise<void>;
  /** Width of the terminal that results go to, in cells; undefined where they go elsewhere. */
  readonly columns: number | undefined;
  /** True where messages go to a terminal, so that a line may be rewritten. */
  readonly errIsTerminal: boolean;
  /** Colours for messages. */
  readonly paint: Painter;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Stack traces are for us, and only on request. */
  readonly debug: boolean;
}
