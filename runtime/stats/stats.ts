/** All figures of a store, in order. It reads the store alone; what is sampled is drawn by ids, so it is always the same. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FunnelPlan } from '../../compiler/plan/funnel.js';
import { answerHistograms } from './answers.js';
import { baselineResults } from './baselines/index.js';
import { questionCounts, referenceCounts, repetition, sourceCounts, stageCounts } from './counts.js';
import { runFunnel } from './funnel/funnel.js';
import { splitCaptures } from './halves.js';
import { referenceRules } from './reference-rules.js';
import type { Stats } from './report.js';
import { shares } from './shares.js';

export interface StatsOptions {
  /** Without it nothing is told of tuples that were not asked. */
  readonly funnel?: FunnelPlan;
  /** Scenes whose tuples are followed, at most. */
  readonly scenes: number;
  readonly onProgress?: (progress: StatsProgress) => void;
}

export interface StatsProgress {
  readonly stage: 'counts' | 'baselines' | 'tuples';
  readonly done: number;
  readonly total: number;
  readonly unit: 'figures' | 'forms' | 'scenes';
}

export async function statsOf(
  connection: DuckDBConnection,
  { funnel, scenes, onProgress = () => {} }: StatsOptions,
): Promise<Stats> {
  let done = 0;
  const counted = async <Figure>(work: Promise<Figure>): Promise<Figure> => {
    const figure = await work;
    onProgress({ stage: 'counts', done: ++done, total: 7, unit: 'figures' });
    return figure;
  };
  await splitCaptures(connection);
  const sources = await sourceCounts(connection);
  const counts = await counted(questionCounts(connection));
  const told = {
    version: 1,
    sources,
    questions: counts.reduce((sum, { questions }) => sum + questions, 0),
    counts,
    answers: await counted(answerHistograms(connection)),
    repetition: await counted(repetition(connection)),
    references: await counted(referenceCounts(connection)),
    stages: await counted(stageCounts(connection)),
    shares: [...(await counted(shares(connection))), ...(await counted(referenceRules(connection)))],
  } as const;
  const baselines = await baselineResults(connection, {
    onGroup: (n, total) => onProgress({ stage: 'baselines', done: n, total, unit: 'forms' }),
  });
  const followed =
    funnel === undefined || scenes === 0
      ? null
      : await runFunnel(connection, funnel, {
          scenes,
          onChunk: (n, total) => onProgress({ stage: 'tuples', done: n, total, unit: 'scenes' }),
        });
  return { ...told, baselines, funnel: followed };
}
