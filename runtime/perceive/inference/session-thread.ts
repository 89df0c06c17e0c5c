/**
 * The thread of `session-worker.ts`, seen from the one that asks: calls go out, answers come back under their ids.
 *
 * It is a thread of Node and no pool of a library: there is one, its calls need no balancing, and a pool would start a thread
 * that cannot start again and again.
 */
import { startThread } from '../thread.js';
import {
  type Answer,
  buffersOf,
  type Call,
  type OpenReply,
  type RunReply,
  type RunRequest,
  type SessionSpec,
} from './messages.js';

export interface SessionThread {
  readonly open: (spec: SessionSpec) => Promise<OpenReply>;
  /** The buffers of its feeds and outputs are moved. */
  readonly run: (request: RunRequest) => Promise<RunReply>;
  /** Lets what was asked end, frees the sessions and ends the thread. */
  readonly close: () => Promise<void>;
}

/** A call that waits for its answer. */
interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly fail: (cause: Error) => void;
}

/** Calls fail when the thread ends before it answers, with why it ended. */
export function startSessionThread(): SessionThread {
  const worker = startThread(new URL('./session-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | undefined;

  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { fail } of waiting.values()) fail(ended);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.answer(answer);
    waiting.delete(answer.id);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread that runs models has ended (${code})`)));

  const ask = (call: (id: number) => Call, buffers: readonly ArrayBuffer[] = []): Promise<Answer> =>
    new Promise((answer, fail) => {
      if (ended !== undefined) return fail(ended);
      lastId += 1;
      waiting.set(lastId, { answer, fail });
      worker.postMessage(call(lastId), [...buffers]);
    });
  return {
    open: async (spec) => {
      const answer = await ask((id) => ({ id, what: 'open', spec }));
      if (answer.what !== 'open') throw misunderstood(answer);
      return answer.reply;
    },
    run: async (request) => {
      const buffers = buffersOf(request.feeds, request.outputs);
      const answer = await ask((id) => ({ id, what: 'run', request }), buffers);
      if (answer.what !== 'run') throw misunderstood(answer);
      return answer.reply;
    },
    close: async () => {
      if (ended === undefined) await ask((id) => ({ id, what: 'release' }));
      await worker.terminate();
    },
  };
}

const misunderstood = (answer: Answer): Error =>
  new Error(`the thread that runs models answered \`${answer.what}\` to another call`);
