/**
 * Runs a plan into a folder that is thrown away, and tells what each node of its graph took: sources, facts, shared
 * relations, tasks, stages of sampling, outputs. Pictures are not rendered: they belong to no question.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { storeTables } from '../facts/schema.js';
import { openStore } from '../facts/store.js';
import { type RunOptions, type RunSummary, run } from '../run.js';
import { withoutPictures } from '../without-pictures.js';
import { edgesOf, mentions } from './edges.js';
import { estimateTasks } from './estimate.js';
import type { Profile, ProfileNode } from './graph.js';
import { type Measured, openMeasuring } from './measure.js';

export interface ProfileOptions extends Pick<RunOptions, 'recipeDir' | 'threads' | 'onProgress'> {
  readonly scenes: number;
}

/** @throws RunError as a run does */
export async function profileRun(plan: Plan, options: ProfileOptions): Promise<Profile> {
  const { recipeDir, threads, scenes, onProgress } = options;
  const out = mkdtempSync(join(tmpdir(), 'spq-analyze-'));
  try {
    const measuring = openMeasuring(join(out, 'profile.json'));
    const summary = await run(withoutPictures(plan), {
      recipeDir,
      out,
      threads,
      scenes,
      measure: measuring.measure,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const store = await openStore(summary.store, { readOnly: true, threads });
    try {
      const found = await readStore(store.connection, plan);
      const nodes = nodesOf({ plan, summary, measured: measuring.measured(), ...found });
      const memory = { buffers: measuring.peakBuffers(), process: process.resourceUsage().maxRSS * 1024 };
      const { objects, questions } = summary;
      const told = { recipe: plan.recipe.name, scenes: summary.scenes, objects, questions, threads, memory };
      return { ...told, ms: summary.seconds * 1000, nodes, edges: edgesOf(plan, nodes) };
    } finally {
      store.close();
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

interface Stored {
  /** Questions to expect of each task. */
  readonly expected: ReadonlyMap<string, number>;
  /** Rows of each table of facts. */
  readonly tables: ReadonlyMap<string, number>;
  /** Questions after each stage of sampling, per task. */
  readonly left: readonly { readonly task: string; readonly stage: string; readonly questions: number }[];
}

async function readStore(connection: DuckDBConnection, { tasks }: Plan): Promise<Stored> {
  const tables = new Map<string, number>();
  for (const { name } of Object.values(storeTables)) {
    const reader = await connection.runAndReadAll(`select count(*) from ${name}`);
    tables.set(name, Number(reader.getRows()[0]?.[0] ?? 0));
  }
  const reader = await connection.runAndReadAll('select task, stage, questions from sampling');
  const left = reader.getRows().map(([task, stage, questions]) => ({
    task: String(task),
    stage: String(stage),
    questions: Number(questions),
  }));
  return { expected: await estimateTasks(connection, tasks), tables, left };
}

interface Known extends Stored {
  readonly plan: Plan;
  readonly summary: RunSummary;
  readonly measured: readonly Measured[];
}

function nodesOf(known: Known): readonly ProfileNode[] {
  const { plan, tables, measured, summary } = known;
  const node = (kind: ProfileNode['kind'], name: string, rows: number | null, estimate: number | null): ProfileNode => {
    // The work of a source is to give facts.
    const worked = kind === 'source' ? 'facts' : kind === 'facts' ? undefined : kind;
    const found = measured.find((m) => m.node.kind === worked && m.node.name === name);
    return {
      id: `${kind} ${name}`,
      kind,
      name,
      runs: found?.runs ?? 0,
      ms: found?.ms ?? null,
      share: found === undefined ? null : found.ms / (summary.seconds * 1000),
      rows: rows ?? found?.rows ?? null,
      estimate,
      memory: found?.allocated ?? null,
      operators: found?.operators ?? [],
    };
  };
  const scenes = [...tables].find(([name]) => name === 'scenes')?.[1] ?? null;
  const estimates = new Map<string, number>(tables);
  const relations = plan.shared.map(({ name, sql }) => {
    const largest = Math.max(0, ...[...estimates].filter(([table]) => mentions(sql, table)).map(([, rows]) => rows));
    estimates.set(name, largest);
    return node('relation', name, null, largest);
  });
  return [
    ...plan.sources.map(({ name }) => node('source', name, plan.sources.length === 1 ? scenes : null, null)),
    ...perceivedNodes(summary),
    ...[...tables].flatMap(([name, rows]) => (rows > 0 ? [node('facts', name, rows, null)] : [])),
    ...relations,
    ...plan.tasks.map(({ name }) => node('task', name, leftOf(known, 'asked', name), known.expected.get(name) ?? null)),
    ...samplingNodes(known).map(([name, rows, estimate]) => node('sampling', name, rows, estimate)),
    ...plan.emits.map(({ path }) => node('emit', path, summary.questions, null)),
  ];
}

/** Rows are pictures that an operator looked at; what was kept from before cost nothing. */
function perceivedNodes({ perceived, seconds }: RunSummary): readonly ProfileNode[] {
  return perceived.flatMap(({ source, operators }) =>
    operators.map(({ operator, role, looked, ms }) => ({
      id: `perceive ${source}.${role}`,
      kind: 'perceive' as const,
      name: `${role} by ${operator}`,
      runs: looked > 0 ? 1 : 0,
      ms,
      share: ms / (seconds * 1000),
      rows: looked,
      estimate: null,
      memory: null,
      operators: [],
    })),
  );
}

function leftOf({ left }: Stored, stage: string, task?: string): number {
  const wanted = left.filter((row) => row.stage === stage && (task === undefined || row.task === task));
  return wanted.reduce((sum, { questions }) => sum + questions, 0);
}

/** Name, rows and estimate of each stage, in their order. */
function samplingNodes(known: Known): readonly (readonly [string, number, number | null])[] {
  const { plan, expected, summary } = known;
  const takenOf = ({ name, takes }: PlannedTask): number =>
    Math.min(expected.get(name) ?? 0, takes.task ?? Number.POSITIVE_INFINITY);
  const taken = plan.tasks.reduce((sum, task) => sum + takenOf(task), 0);
  return [
    ['take', leftOf(known, 'take'), taken],
    ['balance', leftOf(known, 'balance'), null],
    ['mix', leftOf(known, 'mix'), plan.mix?.total ?? null],
    ['split', summary.questions, null],
    ['order', summary.questions, null],
  ];
}
