/** The command line of a module that `spq compile` wrote: a few flags of `spq run`. */
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RunError } from '../errors.js';
import type { RunOptions } from '../run.js';
import { readExclusionList } from '../sources/exclusion-list.js';

/**
 * @param argv of the process, with node and the module before what was typed: `--out DIR`, `--threads N`, `--scenes N`,
 *             `--exclude FILE` (may be repeated), `--recipe-dir DIR`: the folder that the paths of sources are relative
 *             to, and where it is not told that of the module
 * @throws RunError SPQ513 where the words are wrong
 */
export function commandLine([, module = '', ...words]: readonly string[]): RunOptions {
  const flags = parsed(words);
  const scenes = wholeNumber('scenes', flags.scenes);
  return {
    recipeDir: resolve(flags['recipe-dir'] ?? dirname(resolve(module))),
    out: resolve(flags.out ?? '.'),
    threads: wholeNumber('threads', flags.threads) ?? availableParallelism(),
    ...(scenes === undefined ? {} : { scenes }),
    exclude: (flags.exclude ?? []).map((file) => readExclusionList(file)),
  };
}

interface Flags {
  readonly out?: string | undefined;
  readonly threads?: string | undefined;
  readonly scenes?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly 'recipe-dir'?: string | undefined;
}

function parsed(words: readonly string[]): Flags {
  try {
    return parseArgs({
      args: [...words],
      options: {
        out: { type: 'string' },
        threads: { type: 'string' },
        scenes: { type: 'string' },
        exclude: { type: 'string', multiple: true },
        'recipe-dir': { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw wrongUsage(cause instanceof Error ? cause.message : String(cause));
  }
}

function wholeNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUsage(`--${flag} ${text} is no whole number of at least 1.`);
  return Number(text);
}

function wrongUsage(what: string): RunError {
  return new RunError(
    'SPQ513',
    what,
    'There are --out DIR, --threads N, --scenes N, --exclude FILE and --recipe-dir DIR.',
  );
}
