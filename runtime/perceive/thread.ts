/** Threads of the program: how one is started, whether the program runs from its sources or as built. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Built, the file of a thread lies beside the other files of the program. From the sources it is TypeScript: the loader that
 * runs the sources is started in the thread, too.
 *
 * @param source the file of the thread, as TypeScript
 * @param data   what the thread finds as `workerData`
 */
export function startThread(source: URL, data?: unknown): Worker {
  if (!existsSync(source))
    return new Worker(new URL(source.href.replace(/\.ts$/, '.js')), { workerData: data, name: nameOf(source) });
  // tsx's own entry starts it in the main thread alone; and `require` finds only the CommonJS half of what starts it here.
  const loader = new URL('esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx')));
  const start = `import('${loader}').then(({ register }) => { register(); return import('${source}'); })`;
  return new Worker(start, { eval: true, workerData: data, name: nameOf(source) });
}

const nameOf = (source: URL): string => fileURLToPath(source).replace(/^.*[\\/](.+)\.ts$/, '$1');
