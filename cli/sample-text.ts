/** Questions of a store as a reader would like to see them. */
import { visible } from '../compiler/diagnostics/visible.js';
import type { Cell } from './table/cell.js';

export interface SampleQuestion {
  readonly level: Cell | undefined;
  readonly task: Cell | undefined;
  readonly format: Cell | undefined;
  readonly question: Cell | undefined;
  readonly answer: Cell | undefined;
  /** The options of a choice, in their order. */
  readonly options: Cell | undefined;
}

/** Groups by level; each question with its options, if any, and its answer. Ends with a line break. */
export function sampleText(samples: readonly SampleQuestion[]): string {
  const lines: string[] = [];
  let level: Cell | undefined;
  for (const sample of samples) {
    if (sample.level !== level) {
      level = sample.level;
      lines.push(`${lines.length === 0 ? '' : '\n'}Level ${shown(level)}, for instance:`);
    }
    lines.push(...questionLines(`  [${shown(sample.task)}, ${shown(sample.format)}] `, sample));
  }
  return `${lines.join('\n')}\n`;
}

/** The question, after what is to stand before it; its options, if any; and its answer. */
export function questionLines(
  before: string,
  { question, options, answer }: Pick<SampleQuestion, 'question' | 'options' | 'answer'>,
): readonly string[] {
  return [
    `${before}${shown(question)}`,
    ...(Array.isArray(options) && options.length > 0 ? [`      ${listed(options)}`] : []),
    `      -> ${shown(answer)}`,
  ];
}

function listed(options: readonly Cell[]): string {
  return options.map((option, index) => `(${String.fromCodePoint(65 + index)}) ${shown(option)}`).join('  ');
}

function shown(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '-';
  return visible(typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
}
