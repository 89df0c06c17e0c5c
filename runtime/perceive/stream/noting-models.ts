/** Which model files a run opens, and on what they run: the summary tells it. */
import type { SessionHost } from '../inference/session-host.js';
import type { ModelTally } from './tally.js';

/** A host that notes which files are opened with it, each once. */
export function notingModels(host: SessionHost): {
  readonly host: SessionHost;
  readonly models: () => readonly ModelTally[];
} {
  const opened = new Map<string, ModelTally>();
  const open: SessionHost['open'] = async (model, options) => {
    const found = await host.open(model, options);
    const { file, provider, passedOver } = found;
    opened.set(file, { file, provider, passedOver });
    return found;
  };
  return { host: { open, close: host.close }, models: () => [...opened.values()] };
}
