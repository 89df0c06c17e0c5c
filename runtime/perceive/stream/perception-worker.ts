/**
 * The thread of perception. Pictures are prepared here, outputs decoded and boxes lifted: work of up to seconds a picture,
 * which must not stand where files are written and requests are answered. Models run in a thread of their own.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { RunError } from '../../errors.js';
import { type Perceiving, perceivePictures } from './perceive-pictures.js';
import type { PicturesToPerceive } from './picture-file.js';
import type { Answer, Ask, Failure } from './thread-messages.js';

const port = parentPort;
if (port === null) throw new Error('perception-worker is a thread, and nothing else');
const given: PicturesToPerceive = workerData;
let perceiving: Perceiving | undefined;

async function answered(ask: Ask): Promise<Answer> {
  switch (ask) {
    case 'open':
      perceiving = await perceivePictures(given);
      return { what: 'open', labels: perceiving.labels };
    case 'next': {
      const found = await perceiving?.items.next();
      return { what: 'next', item: found?.done === false ? found.value : null };
    }
    case 'close': {
      const tally = perceiving?.tally() ?? { operators: [], models: [] };
      await perceiving?.close();
      return { what: 'close', tally };
    }
  }
}

function failureOf(cause: unknown): Failure {
  if (cause instanceof RunError) return { kind: 'told', code: cause.code, message: cause.message, hint: cause.hint };
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return { kind: 'bug', message: error.message, stack: error.stack };
}

// One after the other, as they are asked; several pictures are under way all the same.
let before: Promise<unknown> = Promise.resolve();
port.on('message', (ask: Ask) => {
  before = before
    .then(() => answered(ask))
    .catch((cause: unknown): Answer => ({ what: 'failed', cause: failureOf(cause) }))
    .then((answer) => port.postMessage(answer));
});
