/**
 * Models in a thread of their own, seen from the one that asks. A host is one thread with all its sessions: a run at a time,
 * which uses as many cores as ONNX Runtime is given. Two threads on the same cores are slower than one.
 */
import { RunError } from '../../errors.js';
import { type NamedTensors, withType } from '../tensor.js';
import { type Contract, differences, type StatedSignature } from './contract.js';
import type { SessionSpec, WantedOutputs } from './messages.js';
import type { ExecutionProvider, PassedOver } from './providers.js';
import type { SessionOptions } from './session-options.js';
import { type SessionThread, startSessionThread } from './session-thread.js';

export type { SessionOptions };

export interface ModelFile {
  readonly file: string;
  readonly contract: Contract;
}

export interface Results {
  readonly outputs: NamedTensors;
  /** The inputs, handed back: their buffers may be filled again. */
  readonly feeds: NamedTensors;
}

/** A model file that is open and has the inputs and outputs that its contract names. */
export interface Model {
  readonly file: string;
  readonly signature: StatedSignature;
  /** The execution provider that runs it. */
  readonly provider: ExecutionProvider;
  /** Providers that were wanted more, and why they were not used. */
  readonly passedOver: readonly PassedOver[];
  /**
   * Runs the model once.
   *
   * The buffers of `feeds` and `outputs` are moved to the thread: what they were taken from must not be read afterwards.
   * Inputs that this file does not have are left out; 32-bit numbers become 16-bit ones where the file takes those.
   *
   * @param outputs by default all that the contract names and the file has
   * @throws RunError SPQ527 where ONNX Runtime refuses, with its cause
   */
  readonly run: (feeds: NamedTensors, outputs?: WantedOutputs) => Promise<Results>;
}

export interface SessionHost {
  /**
   * Opens a model file, or gives the one that is open already.
   *
   * @throws RunError SPQ526 where no wanted provider opens it; SPQ525 where it differs from its contract, with every
   *   difference
   */
  readonly open: (model: ModelFile, options?: SessionOptions) => Promise<Model>;
  /** Lets what runs end, frees all sessions and ends the thread. */
  readonly close: () => Promise<void>;
}

export function openSessionHost(): SessionHost {
  const thread = startSessionThread();
  return {
    open: async (model, options = {}) => {
      const spec: SessionSpec = {
        file: model.file,
        providers: options.providers ?? ['cpu'],
        intraOpThreads: options.intraOpThreads ?? 0,
      };
      const reply = await thread.open(spec);
      if (!reply.ok) throw notOpened(model.file, reply.passedOver);
      const found = differences(model.contract, reply.signature);
      if (found.length > 0) throw notAsExpected(model, found);
      const { signature, provider, passedOver } = reply;
      const run = runOf(thread, spec, signature, model.contract);
      return { file: model.file, signature, provider, passedOver, run };
    },
    close: () => thread.close(),
  };
}

function runOf(thread: SessionThread, spec: SessionSpec, signature: StatedSignature, contract: Contract): Model['run'] {
  const has = new Set(signature.outputs.map(({ name }) => name));
  const all = contract.outputs.flatMap(({ name }) => (has.has(name) ? [[name, null]] : []));
  return async (given, outputs = Object.fromEntries(all)) => {
    const reply = await thread.run({ spec, feeds: fitted(given, signature), outputs });
    if (reply.ok) return { outputs: reply.outputs, feeds: reply.feeds };
    throw new RunError('SPQ527', `\`${spec.file}\` could not be run: ${reply.cause.trim()}.`, INCOMPLETE_FILE);
  };
}

const INCOMPLETE_FILE = 'The cause is that of ONNX Runtime. `spq models verify` tells whether the file is complete.';

/** Of the feeds those that the file has, with its element types. */
function fitted(feeds: NamedTensors, { inputs }: StatedSignature): NamedTensors {
  const known = inputs.flatMap(({ name, type }) => {
    const feed = feeds[name];
    if (feed === undefined) return [];
    return [[name, type === 'float16' || type === 'float32' ? withType(feed, type) : feed] as const];
  });
  return Object.fromEntries(known);
}

function notOpened(file: string, passedOver: readonly PassedOver[]): RunError {
  const causes = passedOver.map(({ provider, cause }) => `\n${provider}: ${cause.trim()}`).join('');
  return new RunError(
    'SPQ526',
    `No execution provider opens \`${file}\`:${causes}`,
    'Where the cause is the file, get it again. Else name a provider that this machine has; `cpu` is always there.',
  );
}

function notAsExpected({ file, contract }: ModelFile, found: readonly string[]): RunError {
  return new RunError(
    'SPQ525',
    `\`${file}\` is not the model ${contract.model} as it is known here:\n${found.join(';\n')}.`,
    'Another export has other inputs and outputs. `spq models list` names the files that fit.',
  );
}
