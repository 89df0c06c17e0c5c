/**
 * What a user is told. A diagnostic is data; the shells render it (terminal, JSON, editor).
 * Messages live beside the code that raises them, in each folder's `errors.ts`.
 */
import type { Span } from './span.js';

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  /** `SPQ` and three digits: 1xx syntax, 2xx names, 3xx types, 4xx planning, 5xx running, 9xx our own bug. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
  readonly at: Span;
  /** Other places that take part, each with what stands there. */
  readonly also: readonly Note[];
  /** Where one is certain: what to write instead. */
  readonly fix?: Fix;
}

/** The text at `at` is replaced by `text`; an empty span is a place to insert it at. */
export interface Fix {
  readonly at: Span;
  readonly text: string;
}

export interface Note {
  readonly at: Span;
  readonly note: string;
}

/** One kind of message: its code, and its words as a function of what was found. */
export interface Template<Found> {
  readonly code: string;
  readonly severity?: Severity;
  readonly title: string;
  readonly message: (found: Found) => string;
  readonly hint?: (found: Found) => string | undefined;
  /** What to write instead; only where that is certain. */
  readonly fix?: (found: Found, at: Span) => Fix | undefined;
}

/** Makes a template callable: `unitMismatch({ … }, span)` gives the finished diagnostic. */
export function define<Found>(
  template: Template<Found>,
): ((found: Found, at: Span, also?: readonly Note[]) => Diagnostic) & { readonly code: string } {
  const make = (found: Found, at: Span, also: readonly Note[] = []): Diagnostic => {
    const hint = template.hint?.(found);
    const fix = template.fix?.(found, at);
    return {
      code: template.code,
      severity: template.severity ?? 'error',
      title: template.title,
      message: template.message(found),
      ...(hint === undefined ? {} : { hint }),
      at,
      also,
      ...(fix === undefined ? {} : { fix }),
    };
  };
  return Object.assign(make, { code: template.code });
}

/** Where a stage puts what it finds; the stage goes on, so that one run tells of many mistakes. */
export type Report = (diagnostic: Diagnostic) => void;
