/** `spq stats`: what a run made, in figures: as text, as JSON, as a page with charts and sample pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openStore } from '../../runtime/facts/store.js';
import type { Stats } from '../../runtime/stats/report.js';
import { causeOf, reportUnwritable } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import { findStore } from '../query-store.js';
import type { Shell } from '../shell.js';
import { statsText } from '../stats-text.js';
import { storedInput } from '../stored-recipe.js';
import { writeJson } from '../write-json.js';

export interface StatsFlags {
  readonly store?: string;
  readonly scenes: number;
  readonly html?: string;
  readonly threads: number;
  readonly json: boolean;
}

/** Sample questions of a page. */
const samples = 24;

/** @throws RunError SPQ511 where tuples are to be followed and the store keeps no recipe, SPQ592 where the page cannot be written */
export async function stats(out: string, flags: StatsFlags, shell: Shell): Promise<ExitCode> {
  const path = flags.store ?? findStore(out);
  const { connection, close } = await openStore(path, { readOnly: true, threads: flags.threads });
  try {
    const told = await figures(connection, path, flags, shell);
    if (flags.html !== undefined) await writePage(flags.html, path, told, connection);
    if (flags.json) await writeJson(shell, { ok: true, stats: told });
    else await shell.out(statsText(told));
    if (flags.html !== undefined) shell.err(`The page is ${flags.html}\n`);
    return exitCode.done;
  } finally {
    close();
  }
}

async function figures(connection: DuckDBConnection, path: string, flags: StatsFlags, shell: Shell): Promise<Stats> {
  const { statsOf } = await import('../../runtime/stats/stats.js');
  const progress = showProgress(shell);
  try {
    const plan = flags.scenes === 0 ? undefined : await funnelOf(connection, path);
    return await statsOf(connection, {
      ...(plan === undefined ? {} : { funnel: plan }),
      scenes: flags.scenes,
      onProgress: progress.report,
    });
  } finally {
    progress.end();
  }
}

async function funnelOf(connection: DuckDBConnection, path: string) {
  const input = await storedInput(connection, path);
  const { funnel } = await import('../../compiler/index.js');
  return funnel(input);
}

async function writePage(file: string, store: string, told: Stats, connection: DuckDBConnection): Promise<void> {
  const { samplesOf } = await import('../../runtime/stats/samples.js');
  const { statsPage } = await import('../../runtime/stats/page/page.js');
  const page = statsPage(basename(store, '.duckdb'), told, await samplesOf(connection, dirname(store), samples));
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  } catch (cause) {
    throw reportUnwritable(file, causeOf(cause));
  }
}
