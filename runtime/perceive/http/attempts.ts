/** Asking a server again: what may pass, after how long, and when it is given up. */
import { setTimeout as wait } from 'node:timers/promises';

/** Why an attempt came to nothing. */
export interface Failure {
  readonly cause: string;
  /** Whether it may go better another time. */
  readonly again: boolean;
  /** When, as the server says. */
  readonly afterMs?: number;
}

export interface Patience {
  readonly attempts: number;
  /** Before the second attempt; twice as long before each one after it, where the server does not say. */
  readonly firstWaitMs: number;
  /** However long the server says. */
  readonly longestWaitMs: number;
}

/** Servers that are busy or restart answer after seconds; what fails for half a minute will fail on. */
export const patient: Patience = { attempts: 6, firstWaitMs: 250, longestWaitMs: 60_000 };

export interface GivenUp {
  readonly cause: string;
  readonly attempts: number;
}

/**
 * @param attempt null where it was done
 * @returns null when an attempt was done; otherwise why the last one was not, and how many there were
 */
export async function untilDone(
  attempt: () => Promise<Failure | null>,
  { attempts, firstWaitMs, longestWaitMs }: Patience = patient,
): Promise<GivenUp | null> {
  for (let number = 1; ; number++) {
    const failure = await attempt();
    if (failure === null) return null;
    if (!failure.again || number === attempts) return { cause: failure.cause, attempts: number };
    await wait(Math.min(failure.afterMs ?? firstWaitMs * 2 ** (number - 1), longestWaitMs));
  }
}

/** Too many requests, a timeout, a server that fails, and a range that does not fit pass; all other refusals stay. */
export function refusalOf({ status, statusText, headers }: Response): Failure {
  const again = status === 408 || status === 416 || status === 429 || status >= 500;
  const failure = { cause: `the server answers ${status} ${statusText}`.trim(), again };
  const afterMs = retryAfter(headers.get('retry-after'));
  return afterMs === null ? failure : { ...failure, afterMs };
}

/** Seconds, or a date (RFC 9110, 10.2.3); null where the header says neither. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return 1000 * Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

/** `fetch` hides the cause (`ECONNREFUSED …`) behind "fetch failed". */
export function networkCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
