/** The shipped recipes under other margins. A task that can never be asked under them is left out, as its author would. */
import { compile, type Plan } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';
import { readShipped, shipped } from '../recipes/shipped.js';

export interface Planned {
  readonly plan: Plan;
  /** The line that states its margins. */
  readonly margins: string;
}

export function planned(file: string, factor: number): Planned {
  const margins = marginLine(factor);
  return { plan: planOf(file, withMargins(shipped(file).text, margins)), margins };
}

const marginLine = (factor: number): string =>
  `margin length ${10 * factor} cm or ${10 * factor}%, angle ${15 * factor} deg`;

/** @throws when the recipe does not state the margins of the standard */
function withMargins(text: string, margins: string): string {
  const line = /^margin +length 10 cm or 10%, angle 15 deg/m;
  if (!line.test(text)) throw new Error('a recipe with other margins');
  return text.replace(line, margins);
}

function planOf(file: string, text: string): Plan {
  // By answers: of few rooms, balance by words would leave few choices and claims to judge.
  const options = { balance: 'answers' } as const;
  const { plan, diagnostics } = compile({ recipe: { file, text }, library, read: readShipped, options });
  if (plan) return plan;
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  if (first === undefined || !['SPQ331', 'SPQ332'].includes(first.code))
    throw new Error(`${first?.code} ${first?.message}`);
  const before = shipped(first.at.file).text.slice(0, first.at.start);
  const task = [...before.matchAll(/^ *task (\w+) /gm)].at(-1)?.[1] ?? '';
  const [, , top = ''] = first.at.file.replace('.spq', '').split('/');
  return planOf(file, without(text, top, task));
}

/** @param top the library that brings the task */
function without(text: string, top: string, task: string): string {
  const line = new RegExp(`^(use "levels/${top}\\.spq")( except [\\w, ]*\\w)?`, 'm');
  if (!line.test(text)) throw new Error(`no use of ${top}`);
  return text.replace(
    line,
    (_, use: string, except?: string) => `${use}${except ?? ' except'}${except ? ',' : ''} ${task}`,
  );
}
