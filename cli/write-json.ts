/** The one JSON document that `--json` puts on standard output. */
import type { Shell } from './shell.js';

/** Writes a value as an indented document with a final newline; whole numbers that JSON readers would round become text. */
export async function writeJson(shell: Shell, value: unknown): Promise<void> {
  await shell.out(`${JSON.stringify(value, exactNumbers, 2)}\n`);
}

function exactNumbers(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value);
}
