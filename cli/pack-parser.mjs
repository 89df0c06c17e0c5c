/**
 * Build step: puts the parser library's own one-file bundle beside the built program, and lets the built files import that.
 * As installed it is some six hundred small modules, and opening them takes longer than all of `spq check`.
 */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const installed = fileURLToPath(new URL('../../', import.meta.resolve('chevrotain')));
const lodash = dirname(fileURLToPath(import.meta.resolve('lodash-es', import.meta.resolve('chevrotain'))));
const packed = join(dist, 'chevrotain.mjs');

copyFileSync(join(installed, 'lib', 'chevrotain.min.mjs'), packed);
copyFileSync(join(installed, 'LICENSE.txt'), join(dist, 'chevrotain.LICENSE.txt'));
copyFileSync(join(lodash, 'LICENSE'), join(dist, 'chevrotain.lodash.LICENSE.txt'));

const built = ['grammar', 'compiler'].flatMap((folder) =>
  readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dist, folder, name)),
);
for (const file of built) {
  const text = readFileSync(file, 'utf8');
  const specifier = relative(dirname(file), packed).split('\\').join('/');
  const linked = text.replaceAll(/(from\s+)'chevrotain'/g, `$1'${specifier}'`);
  if (linked !== text) writeFileSync(file, linked);
}
