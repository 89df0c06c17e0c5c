/**
 * Build step: the command line as a few files. As modules of their own the program and its parser library are hundreds, and
 * opening them takes longer than all of `spq check`. A command that is loaded late stays late: it is a piece of its own.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Packages that are put in; others are opened as they are installed. */
const packed = ['chevrotain', 'commander', 'picocolors'];

/** What a source file imports by name stays outside, unless it is packed; a packed package brings what it needs. */
const leaveInstalled = {
  name: 'leave installed packages outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      const comes = kind === 'entry-point' || importer.includes('node_modules') || packed.includes(path);
      return comes ? undefined : { path, external: true };
    }),
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  // `compile-recipe` is what another program may load to check a recipe without a process of its own.
  // `runtime/index` is what modules of `spq compile` import.
  // Threads are opened by their paths, which are beside the pieces that open it.
  entryPoints: [
    { in: 'cli/main.ts', out: 'cli/main' },
    { in: 'cli/compile-recipe.ts', out: 'cli/compile-recipe' },
    { in: 'runtime/index.ts', out: 'runtime/index' },
    { in: 'runtime/perceive/inference/session-worker.ts', out: 'cli/session-worker' },
    { in: 'runtime/perceive/stream/perception-worker.ts', out: 'cli/perception-worker' },
  ],
  outdir: dist,
  // Where the program is installed is told by its own files (`installation.ts`): all of them lie in one folder.
  chunkNames: 'cli/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages that are packed may still call `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  plugins: [leaveInstalled],
});

/** What is packed is given away with the program, and so are its terms. */
const inside = Object.keys(metafile.inputs).flatMap(
  (path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
);
mkdirSync(join(dist, 'licenses'));
for (const folder of new Set(inside)) {
  const terms = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  if (!terms) throw new Error(`${folder} is packed, and has no terms`);
  const name = folder.slice('node_modules/'.length).replaceAll('/', '-');
  copyFileSync(join(root, folder, terms), join(dist, 'licenses', `${name}.txt`));
}
