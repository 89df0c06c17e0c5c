/** What the optimizer did, as text: per task and pass each law that fired, how often, with an example or with all of them. */
import type { Relation } from './ir/node.js';
import { type StepText, showStep } from './ir/show-step.js';

export interface Firing {
  readonly pass: string;
  readonly law: string;
  /** The task or the relation that it fired in: `task height`, `chunk_objects`. */
  readonly of: string;
  readonly before: Relation;
  readonly after: Relation;
}

/** More than any example has characters. */
const unseen = 1e6;

/** @param all every firing; else one short example per task, pass and law */
export function showFired(fired: readonly Firing[], all: boolean): string {
  if (fired.length === 0) return 'No law fired.\n';
  const blocks = grouped(fired, ({ of }) => of).map(([of, inOne]) => {
    const passes = grouped(inOne, ({ pass }) => pass).flatMap(([pass, ofPass]) => showPass(pass, ofPass, all));
    return [of, ...passes].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function showPass(pass: string, fired: readonly Firing[], all: boolean): readonly string[] {
  const laws = grouped(fired, ({ law }) => law);
  return [`  ${pass}`, ...laws.flatMap(([law, ofLaw]) => [`    ${ofLaw.length} x  ${law}`, ...examples(ofLaw, all)])];
}

/** In the order in which they first come. */
function grouped(fired: readonly Firing[], by: (firing: Firing) => string): readonly (readonly [string, Firing[]])[] {
  const groups = new Map<string, Firing[]>();
  for (const firing of fired) {
    const group = groups.get(by(firing));
    if (group) group.push(firing);
    else groups.set(by(firing), [firing]);
  }
  return [...groups];
}

function examples(fired: readonly Firing[], all: boolean): readonly string[] {
  const steps = fired.map(({ before, after }) => showStep(before, after));
  const shown = all ? steps : steps.toSorted((one, other) => dullness(one) - dullness(other)).slice(0, 1);
  return shown.flatMap(({ before, after, gone }) => [
    ...beside('before', before),
    ...beside('after', after),
    ...(gone === '' ? [] : beside('gone', [gone])),
  ]);
}

/** Long examples are read by nobody, and where the change lies too deep to be seen it tells little. */
function dullness({ before, after, gone }: StepText): number {
  const length = [...before, ...after, gone].join('').length;
  return before.join() === after.join() ? length + unseen : length;
}

const beside = (word: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, i) => `        ${(i === 0 ? word : '').padEnd(8)}${line}`);
