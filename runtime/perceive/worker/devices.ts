/**
 * The processes of a worker, one for each device. Messages go to whichever is least busy; a process that ended is started again
 * when the next message comes.
 */
import { z } from 'zod';
import { RunError } from '../../errors.js';
import { placesOn } from '../http/places.js';
import type { WorkerBinding } from './bindings.js';
import type { Frame } from './frame.js';
import { startProcess, WorkerFailed, type WorkerProcess } from './process.js';

/** Of the messages and of what they hold; a worker that speaks another one is refused. */
export const PROTOCOL = 1;

/** What a worker says of itself, before it is given anything. */
const introductionShape = z.looseObject({
  spq: z.literal(PROTOCOL),
  /** Whatever its results depend on: results are kept under it. */
  version: z.string().min(1),
  batch: z.int().positive().default(1),
  labels: z.array(z.string()).default([]),
});
export type Introduction = z.output<typeof introductionShape>;

export interface Devices {
  readonly introduction: Introduction;
  /**
   * @param alone whether nothing else may be under way on the process: then it fails by this message or not at all
   * @throws WorkerFailed where the process fails under way; RunError SPQ544 where it cannot be started, or fails time after time
   */
  readonly ask: (frame: Frame, alone: boolean) => Promise<Frame>;
  readonly close: () => Promise<void>;
}

/** Of each process: one message at work, and one that is there when that is done. */
const UNDER_WAY = 2;
/** Large models are loaded from slow disks before a worker introduces itself. */
const LOADING_MS = 600_000;
/** In a row, without an answer between them. */
const MOST_FAILURES = 5;

/** A process that can be started again. */
interface Device {
  /** The one that runs, or a new one; whoever asks while it is started waits for the same one. */
  readonly running: () => Promise<Started>;
  readonly close: () => Promise<void>;
}

interface Started {
  readonly process: WorkerProcess;
  readonly introduction: Introduction;
}

/** @throws RunError SPQ544 where a process cannot be started, or introduces itself otherwise than the others */
export async function startDevices(binding: WorkerBinding, role: string): Promise<Devices> {
  const devices = binding.devices.map((name) => deviceOf(binding, role, name));
  const close = async (): Promise<void> => {
    await Promise.all(devices.map((device) => device.close()));
  };
  try {
    // All at once: models are loaded from disk for some time.
    const started = await Promise.all(devices.map((device) => device.running()));
    const introduction = sameOfAll(
      binding,
      started.map((one) => one.introduction),
    );
    return { introduction, ask: askerOf(binding, devices), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function deviceOf(binding: WorkerBinding, role: string, name: string): Device {
  let started: Promise<Started> | null = null;
  let process: WorkerProcess | null = null;
  const start = async (): Promise<Started> => {
    const environment = { ...binding.environment, SPQ_DEVICE: name };
    process = startProcess({ command: binding.command, folder: binding.folder, environment });
    try {
      return { process, introduction: await introduced(process, role) };
    } catch (error) {
      throw notStarted(binding, error);
    }
  };
  return {
    running: () => {
      if (started === null || process?.ended() === true) started = start();
      return started;
    },
    close: async () => process?.close(),
  };
}

function askerOf(binding: WorkerBinding, devices: readonly Device[]): Devices['ask'] {
  const places = placesOn(devices, UNDER_WAY);
  let failures = 0;
  return (frame, alone) =>
    places.on(alone ? UNDER_WAY : 1, async (device) => {
      try {
        const { process } = await device.running();
        const answer = await process.ask(frame, 1000 * binding.timeout);
        failures = 0;
        return answer;
      } catch (error) {
        if (alone && error instanceof WorkerFailed) failures += 1;
        if (error instanceof WorkerFailed && failures >= MOST_FAILURES) throw failsAlways(binding, error);
        throw error;
      }
    });
}

async function introduced(process: WorkerProcess, role: string): Promise<Introduction> {
  const { header } = await process.ask({ header: { spq: PROTOCOL, what: 'hello', role }, tensors: {} }, LOADING_MS);
  const parsed = introductionShape.safeParse(header);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WorkerFailed(`it introduces itself wrongly, at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
}

function sameOfAll(binding: WorkerBinding, introductions: readonly Introduction[]): Introduction {
  const [first, ...others] = introductions;
  if (first === undefined) throw notStarted(binding, new WorkerFailed('it has no device'));
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
    throw notStarted(binding, new WorkerFailed('its processes say different things of themselves'));
  return first;
}

function notStarted({ name, command }: WorkerBinding, cause: unknown): unknown {
  if (!(cause instanceof WorkerFailed)) return cause;
  const hint = 'Does the program run by itself? docs/workers.md shows one.';
  return new RunError(
    'SPQ544',
    `Worker \`${name}\` (\`${command.join(' ')}\`) cannot be used: ${cause.message}.`,
    hint,
  );
}

const failsAlways = ({ name }: WorkerBinding, cause: WorkerFailed): RunError =>
  new RunError('SPQ544', `Worker \`${name}\` failed ${MOST_FAILURES} times in a row: ${cause.message}.`);
