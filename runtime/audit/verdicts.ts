/**
 * Verdicts: lines of `audit.jsonl` in the folder of a run. A line is only ever added; of several about one question the last
 * one counts. A line that cannot be read is refused, so that no verdict is lost silently.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RunError } from '../errors.js';

export const verdictNames = ['right', 'wrong', 'ambiguous', 'unnatural'] as const;
export type VerdictName = (typeof verdictNames)[number];

const shape = z.object({
  question_id: z.string(),
  task: z.string(),
  format: z.string(),
  level: z.number(),
  /** Of the recipe that asked it: under another recipe the same id may be another question. */
  recipe_hash: z.string(),
  /** `unnatural`: right, and nobody would say it so. */
  verdict: z.enum(verdictNames),
  note: z.string().nullable(),
  /** When, as ISO 8601. */
  at: z.string(),
});

export type Verdict = Readonly<z.infer<typeof shape>>;

export const verdictFile = (out: string): string => join(out, 'audit.jsonl');

/**
 * The verdicts of a file, in order; none where there is no file.
 *
 * @throws RunError SPQ502 where a line is no verdict
 */
export function readVerdicts(file: string): readonly Verdict[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [verdictIn(line, `${file}:${i + 1}`)]));
}

function verdictIn(line: string, place: string): Verdict {
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    throw new RunError(
      'SPQ502',
      `${place} is no verdict.`,
      'Mend or delete that line; `spq audit` only ever adds lines.',
    );
  }
}

/** @throws RunError SPQ512 where the file cannot be written */
export function addVerdict(file: string, verdict: Verdict): void {
  try {
    appendFileSync(file, `${JSON.stringify(verdict)}\n`);
  } catch (cause) {
    throw new RunError(
      'SPQ512',
      `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
}

/** The last verdict of each question of a recipe. */
export function lastVerdicts(verdicts: readonly Verdict[], recipeHash: string): ReadonlyMap<string, Verdict> {
  const own = verdicts.filter((verdict) => verdict.recipe_hash === recipeHash);
  return new Map(own.map((verdict) => [verdict.question_id, verdict]));
}
