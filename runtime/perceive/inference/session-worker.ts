/**
 * The thread that computes. ONNX Runtime's `run` and `create` hold their thread until they are done, so neither may happen
 * where files are read and requests are answered. Sessions are opened once and kept: opening again leaks memory.
 */
import { parentPort, type Transferable } from 'node:worker_threads';
import type { Tensor } from '../tensor.js';
import type { Dim, StatedValue } from './contract.js';
import {
  type Answer,
  buffersOf,
  type Call,
  type OpenReply,
  type RunReply,
  type RunRequest,
  type SessionSpec,
} from './messages.js';
import { type NotOpened, type Opened, openWithFirst } from './providers.js';

// Where JavaScript has halves of its own, ONNX Runtime's binding reads none of their bytes (onnxruntime issue 32323).
// Without them it takes and gives their bits. This global is the thread's own.
Reflect.deleteProperty(globalThis, 'Float16Array');
const { InferenceSession, Tensor: RuntimeTensor, listSupportedBackends } = await import('onnxruntime-node');

type Session = Awaited<ReturnType<typeof InferenceSession.create>>;
type OrtTensor = InstanceType<typeof RuntimeTensor>;

const sessions = new Map<string, Opened<Session>>();

async function open(spec: SessionSpec): Promise<OpenReply> {
  const found = await sessionOf(spec);
  if (!('session' in found)) return { ok: false, passedOver: found.passedOver };
  const { session, provider, passedOver } = found;
  const signature = { inputs: session.inputMetadata.map(stated), outputs: session.outputMetadata.map(stated) };
  return { ok: true, signature, provider, passedOver };
}

/** Runs a model that is open, or opens it first: after a crash the thread is another. */
async function run({ spec, feeds, outputs }: RunRequest): Promise<RunReply> {
  const found = await sessionOf(spec);
  if (!('session' in found)) return { ok: false, cause: found.passedOver.map(({ cause }) => cause).join('; ') };
  try {
    const results = await found.session.run(mapped(feeds, toOrt), mapped(outputs, toOrtOrNull));
    const given = Object.entries(results).map(([name, value]) => [name, outputs[name] ?? fromOrt(name, value)]);
    return { ok: true, outputs: Object.fromEntries(given), feeds };
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? error.message : String(error) };
  }
}

/** Ends every session, so that the thread can end. */
async function release(): Promise<void> {
  for (const { session } of sessions.values()) await session.release();
  sessions.clear();
}

/** The session of this spec, opened when first asked for. */
async function sessionOf(spec: SessionSpec): Promise<Opened<Session> | NotOpened> {
  const key = JSON.stringify(spec);
  const known = sessions.get(key);
  if (known !== undefined) return known;
  const supported = listSupportedBackends().map(({ name }) => name);
  const found = await openWithFirst(spec.providers, supported, (provider) =>
    InferenceSession.create(spec.file, {
      executionProviders: [provider],
      intraOpNumThreads: spec.intraOpThreads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // Nothing is printed: what goes wrong is thrown, and old exports would be complained of at every start.
      logSeverityLevel: 4,
    }),
  );
  if ('session' in found) sessions.set(key, found);
  return found;
}

function stated(value: Session['inputMetadata'][number]): StatedValue {
  if (!value.isTensor) return { name: value.name, type: 'no tensor', dims: [] };
  return { name: value.name, type: value.type, dims: value.shape.map(statedDim) };
}

/** A dim that varies and has no name is told as a negative number or as an empty name. */
const statedDim = (dim: number | string): Dim => ((typeof dim === 'number' && dim < 0) || dim === '' ? '?' : dim);

const mapped = <From, To>(values: Readonly<Record<string, From>>, of: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, of(value)]));

const toOrt = ({ type, data, dims }: Tensor): OrtTensor => new RuntimeTensor(type, data, dims);

/** With a tensor, its buffer is written to; without one, the runtime makes its own. */
const toOrtOrNull = (tensor: Tensor | null): OrtTensor | null => (tensor === null ? null : toOrt(tensor));

function fromOrt(name: string, { type, dims, data }: OrtTensor): Tensor {
  switch (type) {
    case 'float32':
      if (data instanceof Float32Array) return { type, dims, data };
      break;
    case 'float16':
      if (data instanceof Uint16Array) return { type, dims, data };
      break;
    case 'int64':
      if (data instanceof BigInt64Array) return { type, dims, data };
      break;
    case 'int32':
      if (data instanceof Int32Array) return { type, dims, data };
      break;
    case 'uint8':
    case 'bool':
      if (data instanceof Uint8Array) return { type, dims, data };
      break;
  }
  throw new Error(`the output \`${name}\` holds ${type}, which no decoder reads`);
}

const port = parentPort;
if (port === null) throw new Error('session-worker is a thread, and nothing else');

// One after the other: a run uses all cores that it was given. A promise is the queue.
let before: Promise<unknown> = Promise.resolve();
port.on('message', (call: Call) => {
  before = before.then(() => answered(call)).then(([answer, buffers]) => port.postMessage(answer, [...buffers]));
});

async function answered(call: Call): Promise<readonly [Answer, readonly Transferable[]]> {
  const { id } = call;
  switch (call.what) {
    case 'open':
      return [{ id, what: 'open', reply: await open(call.spec) }, []];
    case 'run': {
      const reply = await run(call.request);
      return [{ id, what: 'run', reply }, reply.ok ? buffersOf(reply.outputs, reply.feeds) : []];
    }
    case 'release':
      await release();
      return [{ id, what: 'release' }, []];
  }
}
