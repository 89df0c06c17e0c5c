/** On what a model is run. */
import type { ExecutionProvider } from './providers.js';

export interface SessionOptions {
  /** In order of preference. None but these is used: name `cpu` last to fall back to it. */
  readonly providers?: readonly ExecutionProvider[];
  /** Threads of one run; by default one per physical core. */
  readonly intraOpThreads?: number;
}
