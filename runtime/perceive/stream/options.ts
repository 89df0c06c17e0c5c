/** Where models and findings are kept and on what models run, as far as a run does not say. */
import { cacheFolder } from '../cache/cache-folder.js';
import { modelFolder } from '../models/model-folder.js';
import type { PerceptionOptions } from './picture-file.js';

export function perceptionOptions(given: Partial<PerceptionOptions> = {}): PerceptionOptions {
  return {
    modelFolder: modelFolder(undefined),
    cacheFolder: cacheFolder(undefined),
    retryFailed: false,
    session: {},
    ...given,
  };
}
