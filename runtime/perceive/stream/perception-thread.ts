/** The thread of `perception-worker.ts`, seen from the one that asks. */
import { RunError } from '../../errors.js';
import { startThread } from '../thread.js';
import type { PicturesToPerceive } from './picture-file.js';
import type { Answer, Ask, Failure } from './thread-messages.js';

type AnswerTo<A extends Ask> = Extract<Answer, { readonly what: A }>;

export interface PerceptionThread {
  /** @throws RunError what stops the whole run, and Error where the thread ended or has a fault */
  readonly ask: <A extends Ask>(what: A) => Promise<AnswerTo<A>>;
  /** Ends the thread, whatever it does. */
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly fail: (cause: Error) => void;
}

export function startPerceptionThread(given: PicturesToPerceive): PerceptionThread {
  const worker = startThread(new URL('./perception-worker.ts', import.meta.url), given);
  const waiting: Waiting[] = [];
  let ended: Error | undefined;
  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { fail } of waiting.splice(0)) fail(ended);
  };
  worker.on('message', (answer: Answer) => waiting.shift()?.answer(answer));
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread of perception has ended (${code})`)));
  return {
    ask: async (what) => {
      const answer = await new Promise<Answer>((resolve, fail) => {
        if (ended !== undefined) return fail(ended);
        waiting.push({ answer: resolve, fail });
        worker.postMessage(what);
      });
      if (answer.what === 'failed') throw errorOf(answer.cause);
      if (isTo(answer, what)) return answer;
      throw new Error(`the thread of perception answered \`${answer.what}\` to \`${what}\``);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

const isTo = <A extends Ask>(answer: Answer, what: A): answer is AnswerTo<A> => answer.what === what;

function errorOf(failure: Failure): Error {
  if (failure.kind === 'told') return new RunError(failure.code, failure.message, failure.hint);
  const error = new Error(failure.message);
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}
