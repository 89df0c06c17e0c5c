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
    lines.push(`  [${shown(sample.task)}, ${shown(sample.format)}] ${shown(sample.question)}`);
    if (Array.isArray(sample.options) && sample.options.length > 0) lines.push(`      ${listed(sample.options)}`);
    lines.push(`      -> ${shown(sample.answer)}`);
  }
  return `${lines.join('\n')}\n`;
}

function listed(options: readonly Cell[]): string {
  return options.map((option, index) => `(${String.fromCodePoint(65 + index)}) ${shown(option)}`).join('  ');
}

function shown(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '-';
  return visible(typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
}
