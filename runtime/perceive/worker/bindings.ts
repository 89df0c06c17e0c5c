/**
 * `spq.workers.json`: which programs the names of `worker(name)` stand for on this machine. A recipe never names a program, and
 * none is run unless this file is named on the command line.
 *
 * ```json
 * { "my_depth": { "command": ["python3", "depth.py"], "devices": ["cuda:0", "cuda:1"], "batch": 8 } }
 * ```
 */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../../../compiler/diagnostics/suggest.js';
import { RunError } from '../../errors.js';
import { readJson } from '../../sources/json-file.js';
import { Unreadable } from '../../sources/unreadable.js';

/** The file's name, where none is given. */
export const WORKERS_FILE = 'spq.workers.json';
/** A batch of pictures takes a model seconds; a process that says nothing for so long hangs. */
const TIMEOUT_SECONDS = 120;

const bindingShape = z.strictObject({
  /** The program and its arguments; paths are relative to the folder of the file. */
  command: z.tuple([z.string().min(1)], z.string()),
  /** A process for each; the name is in its environment as SPQ_DEVICE. */
  devices: z.array(z.string()).min(1).default(['']),
  /** Pictures of a message at most; by default what the worker says. */
  batch: z.int().positive().optional(),
  /** Seconds for one batch. */
  timeout: z.number().positive().default(TIMEOUT_SECONDS),
  environment: z.record(z.string(), z.string()).default({}),
});
const bindingsShape = z.record(z.string(), bindingShape);

export interface WorkerBinding extends z.output<typeof bindingShape> {
  readonly name: string;
  /** Of the file: where its commands are run. */
  readonly folder: string;
}

/** Names and what they stand for; plain data, so that it can be handed to a thread. */
export type WorkerBindings = Readonly<Record<string, WorkerBinding>>;

/** @throws RunError SPQ503, SPQ502 or SPQ507, naming the file and what is wrong in it */
export async function readBindings(file: string): Promise<WorkerBindings> {
  try {
    const folder = dirname(resolve(file));
    const read = Object.entries(await readJson(file, bindingsShape));
    return Object.fromEntries(read.map(([name, binding]) => [name, { ...binding, name, folder }]));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new RunError(error.code, error.message, 'docs/workers.md shows what it holds.');
  }
}

/**
 * @param bindings null where no file was named on the command line: programs of others are run on purpose alone
 * @throws RunError SPQ545
 */
export function bindingOf(bindings: WorkerBindings | null, name: string): WorkerBinding {
  if (bindings === null)
    throw new RunError(
      'SPQ545',
      `\`worker("${name}")\` is a program of this machine, and none may be run.`,
      `Bind it in ${WORKERS_FILE}, and allow it: \`--workers ${WORKERS_FILE}\`.`,
    );
  const binding = bindings[name];
  if (binding !== undefined) return binding;
  const hint = didYouMean(name, Object.keys(bindings)) ?? 'docs/workers.md shows how one is bound.';
  throw new RunError('SPQ545', `No worker is bound to \`${name}\`.`, hint);
}
