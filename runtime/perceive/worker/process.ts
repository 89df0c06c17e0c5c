/**
 * A process that somebody else wrote, and that stays: messages go to its standard input and come from its standard output; what it
 * writes to its standard error is kept for the cause if it fails.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { encodedFrame, type Frame, frameReader } from './frame.js';

export interface Command {
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface WorkerProcess {
  /**
   * Sends a message; the answer is the next one that no earlier message waits for. Two messages may be under way, so that one is
   * there when the other is done.
   *
   * @param timeoutMs counted from when the process has nothing else to do
   * @throws WorkerFailed where the process ends, hangs, or writes what is no message; it is over then
   */
  readonly ask: (frame: Frame, timeoutMs: number) => Promise<Frame>;
  /** Whether it has ended: then another one must be started. */
  readonly ended: () => boolean;
  /** Closes its input, and ends it where it does not end by itself. */
  readonly close: () => Promise<void>;
}

/** The process is over, and why: with the last lines that it wrote to its standard error. */
export class WorkerFailed extends Error {
  override readonly name = 'WorkerFailed';
}

/** Of standard error so much is kept: a traceback. */
const KEPT_CHARACTERS = 4000;
/** Of that so many lines are told. */
const TOLD_LINES = 12;
/** A process that is asked to end has so long to let go of its device. */
const CLOSING_MS = 5000;

interface Waiting {
  readonly answer: (frame: Frame) => void;
  readonly fail: (cause: WorkerFailed) => void;
  readonly timeoutMs: number;
}

export function startProcess({ command, folder, environment }: Command): WorkerProcess {
  const [program, ...given] = command;
  const child = spawn(program, given, { cwd: folder, env: { ...process.env, ...environment }, stdio: 'pipe' });
  const reader = frameReader();
  const waiting: Waiting[] = [];
  let said = '';
  let failure: WorkerFailed | undefined;
  let timer: NodeJS.Timeout | undefined;

  const end = (cause: string): void => {
    if (failure !== undefined) return;
    clearTimeout(timer);
    failure = new WorkerFailed(withLastLines(cause, said));
    child.kill('SIGKILL');
    for (const { fail } of waiting.splice(0)) fail(failure);
  };
  const watch = (): void => {
    clearTimeout(timer);
    const [first] = waiting;
    if (first !== undefined)
      timer = setTimeout(() => end(`it did not answer within ${first.timeoutMs / 1000} s`), first.timeoutMs);
  };
  child.stdout.on('data', (bytes: Uint8Array) => {
    try {
      for (const frame of reader.push(bytes)) {
        const next = waiting.shift();
        if (next === undefined) throw new Error('nobody asked for it');
        next.answer(frame);
        watch();
      }
    } catch (error) {
      end(`its standard output holds what is no message: ${error instanceof Error ? error.message : error}`);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT_CHARACTERS);
  });
  child.on('error', (error) => end(`it cannot be started: ${error.message}`));
  // `close`, and not `exit`: by then all that it wrote was read.
  child.on('close', (code, signal) =>
    end(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`),
  );
  // A process that has ended takes no more input; why it ended is told by `close`.
  child.stdin.on('error', () => {});

  return {
    ask: (frame, timeoutMs) =>
      new Promise((answer, fail) => {
        if (failure !== undefined) return fail(failure);
        waiting.push({ answer, fail, timeoutMs });
        if (waiting.length === 1) watch();
        for (const part of encodedFrame(frame)) child.stdin.write(part);
      }),
    ended: () => failure !== undefined,
    close: () => closed(child),
  };
}

async function closed(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSING_MS);
  child.stdin.end();
  await gone;
  clearTimeout(timer);
}

function withLastLines(cause: string, said: string): string {
  const lines = said.trim().split('\n').slice(-TOLD_LINES).join('\n').trim();
  return lines === '' ? cause : `${cause}; it wrote:\n${lines}`;
}
