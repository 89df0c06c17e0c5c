/**
 * A request to a server that the recipe names, and to no other: redirects are refused, so neither pictures nor a key go elsewhere.
 */
import { RunError } from '../../errors.js';
import { networkCause, type Patience, patient, refusalOf, untilDone } from './attempts.js';

export interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Of one attempt, from asking to the last byte. */
  readonly timeoutMs: number;
}

/** What a server answers: its headers, and all bytes of the body. */
export interface Reply {
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Asks until there is an answer that can be read, with waits between.
 *
 * @param read what the answer means; an error that it throws makes the answer one that cannot be read, and it is asked again:
 *   models do not answer twice the same
 * @throws RunError SPQ541 where the server cannot be reached, refuses or fails, time after time; SPQ542 where what it answers
 *   cannot be read; SPQ543 where it will refuse everything. None says what was sent.
 */
export async function post<T>(request: Request, read: (reply: Reply) => T, patience: Patience = patient): Promise<T> {
  let result: { readonly value: T } | undefined;
  let unread = false;
  const givenUp = await untilDone(async () => {
    unread = false;
    const { url, headers, body, timeoutMs } = request;
    let reply: Reply;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
      if (refusesAll.has(response.status)) throw refused(url, await causeOf(response, headers));
      if (!response.ok) return { ...refusalOf(response), cause: await causeOf(response, headers) };
      reply = { headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      if (error instanceof RunError) throw error;
      return { cause: isTimeout(error) ? `no answer within ${timeoutMs / 1000} s` : networkCause(error), again: true };
    }
    try {
      result = { value: read(reply) };
      return null;
    } catch (error) {
      unread = true;
      return { cause: error instanceof Error ? error.message : String(error), again: true };
    }
  }, patience);
  if (result !== undefined && givenUp === null) return result.value;
  throw failed(request.url, givenUp?.cause ?? '', givenUp?.attempts ?? 1, unread);
}

/** It wants a key, or has no such address or model: it will answer nothing else to the next picture. */
const refusesAll: ReadonlySet<number> = new Set([401, 403, 404]);

const refused = (url: string, cause: string): RunError =>
  new RunError(
    'SPQ543',
    `\`${url}\` refuses: ${cause.replace(/\.$/, '')}.`,
    'Are its address, the model and the key right?',
  );

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Servers say in the body what they did not like; of a long page the beginning is enough. */
const LONGEST_CAUSE = 300;

async function causeOf(response: Response, headers: Request['headers']): Promise<string> {
  const { cause } = refusalOf(response);
  // Some servers repeat the key that they refuse.
  const key = headers.authorization?.replace(/^Bearer /, '') ?? '';
  const said = await response.text().catch(() => '');
  const text = (key === '' ? said : said.replaceAll(key, '…')).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CAUSE);
  return text === '' ? cause : `${cause}: ${text}`;
}

function failed(url: string, cause: string, attempts: number, unread: boolean): RunError {
  const tried = attempts > 1 ? `, ${attempts} times` : '';
  const ended = cause.replace(/\.$/, '');
  return unread
    ? new RunError(
        'SPQ542',
        `What \`${url}\` answers cannot be read: ${ended}${tried}.`,
        'Is it the model that is meant?',
      )
    : new RunError('SPQ541', `\`${url}\` cannot be asked: ${ended}${tried}.`, 'The address is that of the recipe.');
}
