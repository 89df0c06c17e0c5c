/** The AST of texts with holes: of phrasings, answers, reasons, and the sentence of a relation. */
import type { Span } from '../../diagnostics/span.js';
import type { Expression, Name } from './expression.js';

/** Text with holes: `"How far is {a} from {b}?"`. */
export interface Template {
  readonly parts: readonly TemplatePart[];
  /** The text between the quotes, escapes resolved. */
  readonly raw: string;
  /** False where a part could not be read; that has been told. */
  readonly complete: boolean;
  readonly span: Span;
}
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'hole';
      readonly value: Expression;
      /** `{n c}`: the noun that a number stands with. */
      readonly noun: Name | undefined;
      readonly format: Name | undefined;
      /** What stands between the braces, as written. */
      readonly written: string;
      readonly span: Span;
    };
