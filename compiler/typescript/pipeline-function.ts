/** `pipeline` of a module: the plan, with its sources, relations and tasks by name. */
import type { CodeBlockWriter } from 'ts-morph';
import type { Plan } from '../plan/plan.js';
import type { Names } from './constants.js';
import { fieldName, literal } from './literal.js';
import { comment, placesText } from './quoted-lines.js';
import { stringLiteral } from './template.js';
import type { ModuleInput, Use } from './writing.js';

export function pipelineFunction(writer: CodeBlockWriter, input: ModuleInput, names: Names, use: Use): void {
  const { plan } = input;
  use('Plan', 'type');
  writer.blankLine().writeLine('/**');
  writer.writeLine(
    ' * What is run. A task whose name is taken out of the list is not asked; the others ask the same as before.',
  );
  writer.writeLine(' * Only a mix with a total shares out anew.').writeLine(' */');
  writer.write('function pipeline(): Plan ').block(() => {
    writer.write('return ').inlineBlock(() => {
      for (const [field, value] of Object.entries(plan)) {
        for (const line of about(field, input)) writer.writeLine(comment(line));
        const text = fieldText(field, value, plan, names);
        writer.writeLine(text === field ? `${text},` : `${fieldName(field)}: ${text},`);
      }
    });
    writer.write(';').newLine();
  });
}

/** Whatever fields a plan has, all are written: those without a name of their own as they are. */
function fieldText(field: string, value: Plan[keyof Plan], { recipe }: Plan, names: Names): string {
  switch (field) {
    case 'recipe':
      return `{ name: ${stringLiteral(recipe.name)}, text: recipe.files.map(({ text }) => text).join('\\n') }`;
    case 'sources':
      return list(names.sources);
    case 'shared':
      return list(names.shared);
    case 'tasks':
      return list(names.tasks);
    case 'words':
      return 'words';
  }
  return literal(value);
}

function about(field: string, { places, files, options }: ModuleInput): readonly string[] {
  const at = (...spans: readonly (typeof places.mix)[]): string => {
    const text = placesText(
      spans.flatMap((span) => span ?? []),
      files,
    );
    return text === '' ? '' : ` (${text})`;
  };
  switch (field) {
    case 'recipe':
      return ['The store is called by its name; `recipe_hash` is the SHA-256 of its text.'];
    case 'seed':
      return [`Every draw depends on it${options.seed === null ? at(places.seed) : ' (`--seed`)'}.`];
    case 'columns':
      return ['Columns that facts directories must have beside the usual ones.'];
    case 'shared':
      return ['Made in this order for each chunk of scenes.'];
    case 'tasks':
      return ['In the order of the recipe.'];
    case 'mix':
      return [`Shares of levels, in millionths; null: all that is asked stays, with weight 1${at(places.mix)}.`];
    case 'split':
      return [`Parts of the data, with cumulated shares in millionths; none: all is \`train\`${at(places.split)}.`];
    case 'emits':
      return [`Files, inside the output folder${at(...places.emits)}.`];
  }
  return [];
}

function list(names: readonly string[]): string {
  const flat = `[${names.join(', ')}]`;
  return flat.length <= 100 ? flat : `[\n${names.map((name) => `  ${name},\n`).join('')}]`;
}
