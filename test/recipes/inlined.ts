/** A library as one text without imports, for the reference evaluator, which reads a single file. */
import { readShipped, shipped } from './shipped.js';

/** A recipe that asks all of a library, with its weights. @throws when an imported file is missing */
export function inlined(file: string): string {
  const { text } = shipped(file);
  const [, level = '1'] = /^level (\d)/m.exec(text) ?? [];
  return [
    'source rooms = rooms(1)',
    'seed 7',
    'units metric, imperial 20%',
    'refer by category, position, size, caption, box',
    withoutImports(file, text),
    `mix level ${level} 100%`,
    'emit jsonl("q")\n',
  ].join('\n');
}

function withoutImports(file: string, text: string): string {
  return text.replaceAll(/^import "([^"]+)"$/gm, (_, path: string) => {
    const found = readShipped(path, file);
    if (found === undefined) throw new Error(`no file ${path}`);
    return definitionsOf(withoutImports(found.file, found.text));
  });
}

/** All but the tasks. */
const definitionsOf = (text: string): string => text.replaceAll(/^level [\s\S]*?^}$/gm, '');
