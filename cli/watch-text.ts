/** What an edit of a recipe did to its questions, for people. */
import { visible } from '../compiler/diagnostics/visible.js';
import type { Example, ShownQuestion, TaskChange } from '../runtime/watch/change.js';
import type { FirstLook, Update } from '../runtime/watch/watching.js';
import { counted, grouped } from './counted.js';
import { questionLines } from './sample-text.js';

export interface Took {
  /** Milliseconds. */
  readonly compiling: number;
  readonly asking: number;
}

/** Before the rest is asked. Ends with a line break. */
export function firstLookText({ scenes, asked }: FirstLook): string {
  return `${[`Of the first ${counted(scenes, 'scene')}:`, '', ...changeLines(asked), ''].join('\n')}\n`;
}

/** @param look what was shown before; its tasks have had their examples. Ends with a line break */
export function updateText({ facts, asked, same, gone }: Update, took: Took, look?: FirstLook): string {
  const seen = new Set(look?.asked.flatMap(({ task, examples }) => (examples.length > 0 ? [task] : [])));
  const lines = [
    ...(facts === undefined
      ? []
      : [`${counted(facts.scenes, 'scene')} with ${counted(facts.objects, 'object')}, from here on in memory.`, '']),
    ...(look === undefined ? [] : [`Of all ${counted(look.all, 'scene')}:`, '']),
    ...changeLines(asked, seen),
    ...(gone.length > 0 ? [`No longer there: ${gone.join(', ')}.`] : []),
    closing({ asked, same, gone }, took),
  ];
  return `${lines.join('\n')}\n`;
}

/** @param seen tasks that need no examples */
function changeLines(asked: readonly TaskChange[], seen: ReadonlySet<string> = new Set()): readonly string[] {
  const alike = asked.filter(isAlike).map(({ task }) => task);
  return [
    ...asked.flatMap((change) => (isAlike(change) ? [] : [...taskLines(change, seen), ''])),
    ...(alike.length > 0 ? [`No question is another: ${alike.join(', ')}.`] : []),
  ];
}

/** Asked again for nothing. */
const isAlike = ({ before, reworded, answered, added, gone }: TaskChange): boolean =>
  before !== null && reworded + answered + added + gone === 0;

function taskLines(change: TaskChange, seen: ReadonlySet<string>): readonly string[] {
  const { level, task, questions, before, formats, examples } = change;
  const made = Object.entries(formats).filter(([, count]) => count > 0);
  const listed = made.map(([format, count]) => `${format} ${grouped(count)}`).join(', ');
  const now = `level ${level}  ${task}: ${counted(questions, 'question')}`;
  const head =
    before === null
      ? `${now}${listed === '' ? '' : `: ${listed}`}`
      : `${now}, ${grouped(before)} before; ${differences(change)}`;
  const shown = seen.has(task) ? [] : examples;
  return [head, ...shown.flatMap((example) => exampleLines(example, before === null))];
}

function differences({ reworded, answered, added, gone }: TaskChange): string {
  const parts = [
    ...(reworded > 0 ? [`${grouped(reworded)} reworded`] : []),
    ...(answered > 0 ? [`${grouped(answered)} answered otherwise`] : []),
    ...(added > 0 ? [`${grouped(added)} new`] : []),
    ...(gone > 0 ? [`${grouped(gone)} gone`] : []),
  ];
  return parts.join(', ');
}

/** @param plain nothing else stands beside them: all are new */
function exampleLines({ was, now }: Example, plain: boolean): readonly string[] {
  const lines = (word: string, shown: ShownQuestion | null): readonly string[] =>
    shown === null ? [] : shownLines(`  ${word}[${shown.format}] `, shown);
  if (plain) return lines('', now);
  if (was === null) return lines('new   ', now);
  return now === null ? lines('gone  ', was) : [...lines('was   ', was), ...lines('now   ', now)];
}

function shownLines(before: string, question: ShownQuestion): readonly string[] {
  const { options, reason } = question;
  return [
    ...questionLines(before, { ...question, options: options === null ? null : [...options] }),
    ...(reason === null ? [] : [`      ${visible(reason)}`]),
  ];
}

function closing({ asked, same, gone }: Pick<Update, 'asked' | 'same' | 'gone'>, { compiling, asking }: Took): string {
  const compiled = `Compiled in ${grouped(Math.round(compiling))} ms`;
  if (asked.length === 0 && gone.length === 0) return `Nothing changed: ${counted(same, 'task')}. ${compiled}.`;
  const questions = asked.reduce((sum, change) => sum + change.questions, 0);
  const parts = [
    `${counted(asked.length, 'task')} asked`,
    ...(same > 0 ? [`${grouped(same)} as before`] : []),
    ...(asked.length > 1 ? [counted(questions, 'question')] : []),
  ];
  return `${parts.join(', ')}. ${compiled}, asked in ${grouped(Math.round(asking))} ms.`;
}
