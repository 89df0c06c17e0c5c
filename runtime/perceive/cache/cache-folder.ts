/** Where findings are kept. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that is named; else SPQ_CACHE; else the user's cache (XDG base directories). */
export function cacheFolder(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  return named ?? env.SPQ_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'spq', 'perceived');
}
