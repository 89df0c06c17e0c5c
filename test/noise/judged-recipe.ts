/** All tasks of `recipes/levels`, parsed: as they are written, and as the truth judges them, with no margin anywhere. */
import { readFileSync } from 'node:fs';
import type * as ast from '../../compiler/syntax/ast.js';
import { shipped, shippedLibraries } from '../recipes/shipped.js';
import { recipeOf } from '../reference/recipe-text.js';
import { type Definitions, definitionsIn } from '../reference/scene-context.js';
import { type Settings, settingsOf } from '../reference/settings.js';

export interface JudgedRecipe {
  readonly tasks: ReadonlyMap<string, ast.Task>;
  readonly definitions: Definitions;
  readonly settings: Settings;
}

const STANDARD = {
  file: 'std.spq',
  text: readFileSync(new URL('../../compiler/std/std.spq', import.meta.url), 'utf8'),
};

/** Under the margins of a recipe. */
export const asWritten = (settings: string): JudgedRecipe => judged((text) => text, settings);

/** Nothing is too close to call. What is about equal is so within 5 cm, and not beyond 20 cm, as rests on what. */
export const exactly = (): JudgedRecipe => judged(withoutMargins, 'margin length 0 cm, angle 0 deg');

function judged(change: (text: string) => string, settings: string): JudgedRecipe {
  const [standard, ...recipes] = [STANDARD, ...shippedLibraries.map(shipped)].map(({ file, text }) =>
    recipeOf(change(text), file),
  );
  const own = recipeOf(settings);
  const tasks = recipes.flatMap(({ levels }) => levels.flatMap((level) => level.tasks));
  return {
    tasks: new Map(tasks.map((task) => [task.name.text, task])),
    definitions: definitionsIn(own, [...(standard === undefined ? [] : [standard]), ...recipes]),
    settings: settingsOf(own),
  };
}

/** By text outside of quotes, since comments may lose such words without harm. */
export function withoutMargins(text: string): string {
  const parts = text.split(/("(?:[^"\\\n]|\\.)*")/);
  return parts.map((part, i) => (i % 2 === 0 ? withoutMarginsIn(part) : part)).join('');
}

function withoutMarginsIn(text: string): string {
  return text
    .replaceAll(/ by \d+(?:\.\d+)? ?(?:cm|m|px|deg|%)/g, '')
    .replaceAll(/ is about ([^,\n]*?)(?=,|$| or | and )/gm, ' is about $1 by 10 cm');
}
