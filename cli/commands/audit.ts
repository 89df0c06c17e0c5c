/** `spq audit`: a sample of a run's questions, judged one by one beside their marked pictures; what was found, with bounds. */
import { basename, dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { auditReport, reportText } from '../../runtime/audit/report.js';
import type { AuditItem } from '../../runtime/audit/sample.js';
import { lastVerdicts, readVerdicts, verdictFile } from '../../runtime/audit/verdicts.js';
import { openStore } from '../../runtime/facts/store.js';
import { explainQuestion, type ProbeFor } from '../../runtime/why/explain.js';
import { counted } from '../counted.js';
import { portTaken } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { placesIn } from '../places.js';
import { findStore } from '../query-store.js';
import type { Shell } from '../shell.js';
import { storedInput } from '../stored-recipe.js';
import { whyText } from '../why-text.js';
import { writeJson } from '../write-json.js';

export interface AuditFlags {
  readonly store?: string;
  readonly n: number;
  readonly seed: number;
  readonly port: number;
  /** A folder: the page is written there, and nothing is served. */
  readonly export?: string;
  /** Only what was found so far. */
  readonly report: boolean;
  readonly json: boolean;
}

export async function audit(out: string, flags: AuditFlags, shell: Shell): Promise<ExitCode> {
  const path = flags.store ?? findStore(out);
  const file = verdictFile(out);
  const { connection, close } = await openStore(path, { readOnly: true });
  try {
    const { auditSample, recipeHashIn } = await import('../../runtime/audit/sample.js');
    const recipeHash = await recipeHashIn(connection);
    if (!flags.report) {
      const items = await auditSample(connection, flags.n, flags.seed);
      await show({ path, file, items, recipeHash, connection }, flags, shell);
    }
    if (flags.report || flags.export === undefined) await report(file, recipeHash, flags, shell);
    return exitCode.done;
  } finally {
    close();
  }
}

interface Sampled {
  readonly path: string;
  readonly file: string;
  readonly items: readonly AuditItem[];
  readonly recipeHash: string;
  readonly connection: DuckDBConnection;
}

async function show(
  { path, file, items, recipeHash, connection }: Sampled,
  flags: AuditFlags,
  shell: Shell,
): Promise<void> {
  const title = `spq audit: ${basename(path, '.duckdb')}`;
  const { auditPicture } = await import('../../runtime/audit/picture.js');
  const inTurn = turns();
  const pictureOf = (item: AuditItem) => inTurn(() => auditPicture(connection, item, dirname(path)));
  if (flags.export !== undefined) {
    const { exportAudit } = await import('../../runtime/audit/export.js');
    const verdicts = [...lastVerdicts(readVerdicts(file), recipeHash).values()];
    const page = await exportAudit(flags.export, { title, items, verdicts }, pictureOf);
    await shell.out(`${page}: ${items.length} questions. Put the audit.jsonl that it saves into ${dirname(file)}.\n`);
    return;
  }
  const { serveAudit } = await import('../../runtime/audit/serve.js');
  const explain = await explaining(connection, path);
  const whyOf = (item: AuditItem) => inTurn(() => explain(item));
  const served = await serveAudit({ title, items, file, pictureOf, whyOf }, flags.port).catch((cause: unknown) => {
    throw portTaken(flags.port, cause instanceof Error ? cause.message : String(cause));
  });
  const told = `${served.url}\n${items.length} questions; verdicts go to ${file}. Ctrl-C ends it.\n`;
  // With --json, what was found is the one document.
  if (flags.json) shell.err(told);
  else await shell.out(told);
  await shell.interrupted();
  await served.close();
}

async function explaining(connection: DuckDBConnection, path: string): Promise<(item: AuditItem) => Promise<string>> {
  const input = await storedInput(connection, path);
  const { probe } = await import('../../compiler/index.js');
  const made = new Map<string, ReturnType<ProbeFor>>();
  const probeFor: ProbeFor = (task, body) => {
    const key = `${task} ${body}`;
    const known = made.get(key) ?? probe(input, task, body);
    made.set(key, known);
    return known;
  };
  return async ({ id }) => {
    const explanation = await explainQuestion(connection, id, probeFor);
    return explanation ? whyText(explanation, placesIn(input)) : 'It cannot be told: another version of spq asked it.';
  };
}

/** One after the other: all of them use the connection of the store, and its temporary tables. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

async function report(file: string, recipeHash: string, { json }: AuditFlags, shell: Shell): Promise<void> {
  const all = readVerdicts(file);
  const found = auditReport([...lastVerdicts(all, recipeHash).values()]);
  const others = all.filter((verdict) => verdict.recipe_hash !== recipeHash).length;
  if (json) return await writeJson(shell, { ok: true, ...found, ofOtherRecipes: others });
  const note = `${counted(others, 'verdict')} on questions of another recipe left out.\n`;
  await shell.out(`${reportText(found)}${others > 0 ? note : ''}`);
}
