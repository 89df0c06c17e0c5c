/** `--skip`: names of passes, each of which must be one. */
import { unknownPass } from './errors.js';

/** @throws RunError SPQ594 when the optimizer has no pass of such a name */
export async function requirePasses(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { passNames } = await import('../compiler/index.js');
  const stranger = names.find((name) => !passNames.includes(name));
  if (stranger !== undefined) throw unknownPass(stranger, passNames);
}
