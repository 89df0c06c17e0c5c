/** The forms a task can ask in, and which of them a tuple is asked in. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type DrawKey, pick } from './draws.js';
import { ppmOf, type Settings } from './settings.js';

export type Format = 'open' | 'choice' | 'claim';

/** In the order of the definition. @param asksCondition the answer is yes or no, and the question a claim */
export function formatsOf(task: ast.Task, asksCondition: boolean): readonly Format[] {
  const asks = task.asks.length > 0 && !asksCondition;
  const isOpen = asks && task.answer !== undefined;
  const isChoice = task.choices !== undefined && (isOpen || (asks && task.choices.kind === 'statements'));
  return [
    ...(isOpen ? (['open'] as const) : []),
    ...(isChoice ? (['choice'] as const) : []),
    ...(task.claims.length > 0 || asksCondition ? (['claim'] as const) : []),
  ];
}

/** One format, drawn evenly or by shares; or all of them. */
export function formatsDrawn(
  task: ast.Task,
  settings: Settings,
  asksCondition: boolean,
  key: DrawKey,
): readonly Format[] {
  const formats = formatsOf(task, asksCondition);
  const setting = task.formats ?? settings.formats;
  if (setting?.all === true) return formats;
  if (setting === undefined) return formats.slice(...oneAt(pick(key, 'format', formats.length)));
  const shares = formats.map((format) => shareOf(setting, format));
  const drawn = pick(
    key,
    'format',
    shares.reduce((sum, share) => sum + share, 0),
  );
  const cumulated = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0));
  const found = cumulated.findIndex((sum) => sum > drawn);
  return found < 0 ? [] : formats.slice(...oneAt(found));
}

const oneAt = (i: number): readonly [number, number] => [i, i + 1];

/** In millionths. */
function shareOf({ shares }: ast.FormatsSetting, format: Format): number {
  const found = shares.find(({ name }) => name.text === format);
  return found === undefined ? 0 : (ppmOf(found.share) ?? 0);
}
