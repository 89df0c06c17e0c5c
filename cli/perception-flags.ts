/** What commands that perceive are told of models and of what these found before. */
import { resolve } from 'node:path';
import type { ExecutionProvider } from '../runtime/perceive/inference/providers.js';
import type { PerceptionOptions } from '../runtime/perceive/stream/picture-file.js';

export interface PerceptionFlags {
  readonly models?: string;
  readonly registry?: string;
  readonly cache?: string;
  readonly workers?: string;
  readonly retryFailed: boolean;
  /** In order of preference. */
  readonly device?: readonly ExecutionProvider[];
}

/** What is not said is left to the runtime. Paths are relative to where the command is given. */
export function perceptionFlags(flags: PerceptionFlags): Partial<PerceptionOptions> {
  const { models, registry, cache, workers, retryFailed, device } = flags;
  return {
    ...(models === undefined ? {} : { modelFolder: resolve(models) }),
    ...(registry === undefined ? {} : { registry: resolve(registry) }),
    ...(cache === undefined ? {} : { cacheFolder: resolve(cache) }),
    ...(workers === undefined ? {} : { workersFile: resolve(workers) }),
    ...(device === undefined ? {} : { session: { providers: device } }),
    retryFailed,
  };
}
