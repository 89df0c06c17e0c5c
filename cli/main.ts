#!/usr/bin/env node
/** The process around the commands: streams, colours, exit code. */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { createColors } from 'picocolors';
import type { Painter } from '../compiler/diagnostics/painter.js';
import { exitCode } from './exit-code.js';
import { tellProblem } from './problem.js';
import { runCommandLine } from './program.js';
import type { Shell } from './shell.js';

// A command is over before optimized code pays: what is called as often as in a short one is run as it is. This is fifteen
// times as late as usual, and early enough for what takes seconds.
setFlagsFromString('--interrupt-budget=2000000');

const { stdin, stdout, stderr, env, argv } = process;
// Node leaves `isTTY` undefined on a file or pipe, and picocolors takes undefined as leave to decide for itself.
const isTerminal = stderr.isTTY === true;

const shell: Shell = {
  out: async (text) => {
    if (!stdout.write(text)) await once(stdout, 'drain');
  },
  err: (text) => {
    stderr.write(text);
  },
  in: () => buffer(stdin),
  interrupted: async () => void (await once(process, 'SIGINT')),
  columns: stdout.isTTY ? stdout.columns : undefined,
  errIsTerminal: isTerminal,
  paint: painter(isTerminal && env.NO_COLOR === undefined),
  now: () => performance.now(),
  debug: env.SPQ_DEBUG === '1',
};

function painter(coloured: boolean): Painter {
  const { red, yellow, cyan, bold, dim } = createColors(coloured);
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    hint: cyan,
    strong: bold,
    quiet: dim,
  };
}

// Whoever reads our output may stop early (`spq sql … | head`): that ends the work and is no mistake.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCode.done : exitCode.wrongInput);
  });
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

function fail(thrown: unknown): void {
  tellProblem(shell, thrown);
  process.exit(exitCode.wrongInput);
}

process.exitCode = await runCommandLine(argv.slice(2), shell);
