/**
 * How far a run has come. On a terminal one line is rewritten; elsewhere a plain line is written
 * at most every two seconds. The clock is passed in.
 */
import { grouped } from './counted.js';
import type { Shell } from './shell.js';

/** Of a run, or of any work that goes on in stages. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}

export interface ProgressView {
  readonly report: (progress: Progress) => void;
  /** Leaves the messages at the beginning of a line; call it before writing anything else. */
  readonly end: () => void;
}

const PLAIN_EVERY_MS = 2000;
const TERMINAL_EVERY_MS = 100;
/** Rates over less time than this say more about the start than about the work. */
const STEADY_MS = 500;
const CLEAR_LINE = '\r\u001b[2K';

export function showProgress(shell: Pick<Shell, 'err' | 'errIsTerminal' | 'now'>): ProgressView {
  let stage: { readonly name: string; readonly since: number } | undefined;
  let lastShown = Number.NEGATIVE_INFINITY;
  let open = false;
  const every = shell.errIsTerminal ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS;

  const report = (progress: Progress): void => {
    const now = shell.now();
    const current = stage?.name === progress.stage ? stage : { name: progress.stage, since: now };
    stage = current;
    const finished = progress.done === progress.total;
    if (now - lastShown < every && !(finished && shell.errIsTerminal)) return;
    lastShown = now;
    const line = progressLine(progress, now - current.since);
    shell.err(shell.errIsTerminal ? `${CLEAR_LINE}${line}` : `${line}\n`);
    open = shell.errIsTerminal;
  };
  const end = (): void => {
    if (open) shell.err(CLEAR_LINE);
    open = false;
  };
  return { report, end };
}

/** `facts: 1,200 of 4,000 scenes (30%), 400/s, 7 s left` */
export function progressLine({ stage, done, total, unit }: Progress, elapsedMs: number): string {
  const part = total !== null && total > 0 ? ` (${Math.floor((100 * done) / total)}%)` : '';
  const amount = total === null ? `${grouped(done)} ${unit}` : `${grouped(done)} of ${grouped(total)} ${unit}${part}`;
  if (done === 0 || elapsedMs < STEADY_MS) return `${stage}: ${amount}`;
  const perSecond = (1000 * done) / elapsedMs;
  const rate = `${perSecond >= 10 ? grouped(Math.round(perSecond)) : perSecond.toPrecision(2)}/s`;
  if (total === null || done >= total) return `${stage}: ${amount}, ${rate}`;
  return `${stage}: ${amount}, ${rate}, ${duration((total - done) / perSecond)} left`;
}

/** `7 s`, `2 min 05 s`, `3 h 20 min` */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}
