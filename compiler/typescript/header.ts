/** The top of a module: what it was made of, and how to run it. */
import type { CodeBlockWriter } from 'ts-morph';
import { comment } from './quoted-lines.js';
import type { ModuleInput } from './writing.js';

export function header(writer: CodeBlockWriter, input: ModuleInput): void {
  const { plan, files, hash } = input;
  const [recipe, ...imported] = files;
  const name = recipe?.shown ?? plan.recipe.name;
  const lines = [
    `The questions of ${name} as a program, written by \`spq compile\`. It is yours to edit.`,
    '',
    `  npx tsx THIS-FILE --out DIR     gives the same bytes as \`spq run RECIPE${flags(input)} --out DIR\``,
    '',
    'It also takes --threads N, --scenes N, --exclude FILE and --recipe-dir DIR.',
    'To begin with: leave a task out of `pipeline`, put a filter into `main`, change a query.',
    '',
    `recipe:  ${name}, sha256 ${hash}`,
    ...(imported.length === 0 ? [] : [`imports: ${imported.map(({ shown }) => shown).join(', ')}`]),
    'Places such as "x.spq:12-30" are lines of these files, whose text stands at the end.',
  ];
  for (const line of lines) writer.writeLine(comment(line));
  writer.blankLine();
}

/** What the recipe was compiled with, as it is typed; each begins with a space. */
function flags({ options: { levels, tasks, balance, seed }, replaced }: ModuleInput): string {
  const told = [
    ...replaced.map((source) => `--set ${source}=…`),
    ...(levels === null ? [] : [`--levels ${levels.join(',')}`]),
    ...(tasks === null ? [] : [`--tasks ${tasks.join(',')}`]),
    ...(balance === null ? [] : [`--balance ${balance}`]),
    ...(seed === null ? [] : [`--seed ${seed}`]),
  ];
  return told.map((flag) => ` ${flag}`).join('');
}
