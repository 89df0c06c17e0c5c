/** `spq demo`: runs the quickstart recipe and shows what came out: counts, and sample questions of every level. */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { type ExitCode, exitCode } from '../exit-code.js';
import { packageRoot } from '../installation.js';
import { queryStore } from '../query-store.js';
import { type SampleQuestion, sampleText } from '../sample-text.js';
import type { Shell } from '../shell.js';
import { run } from './run.js';

export interface DemoFlags {
  readonly out: string;
}

/** One question of each task and format first, so that the samples of a level differ. */
const SAMPLES = `
  with numbered as (
    select *, row_number() over (partition by level, task, format order by question_id) as turn
    from questions
  ), chosen as (
    select *, row_number() over (partition by level order by turn, task, format, question_id) as place
    from numbered
  )
  select level, task, format, question, answer, options
  from chosen where place <= 4 order by level, place`;

export async function demo(flags: DemoFlags, shell: Shell): Promise<ExitCode> {
  mkdirSync(flags.out, { recursive: true });
  const recipe = relative('.', join(packageRoot(), 'recipes', 'quickstart.spq'));
  const ended = await run(
    recipe,
    {
      out: flags.out,
      set: {},
      exclude: [],
      skip: [],
      threads: availableParallelism(),
      json: false,
      retryFailed: false,
    },
    shell,
  );
  if (ended === exitCode.wrongInput) return ended;
  const store = join(flags.out, 'quickstart.duckdb');
  const samples = await queryStore(store, SAMPLES, async ({ rows }) => {
    const found: SampleQuestion[] = [];
    for await (const [level, task, format, question, answer, options] of rows) {
      found.push({ level, task, format, question, answer, options });
    }
    return found;
  });
  await shell.out(`\n${sampleText(samples)}`);
  await shell.out(
    `\nAsk the store yourself:\n  npx tsx cli/main.ts sql "select * from questions limit 3" --out ${flags.out}\n`,
  );
  return ended;
}
