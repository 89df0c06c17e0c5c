/** Recipes whose holes mark the culprits: what is told of them must carry the code, and stand exactly there. */
import { expect } from 'vitest';
import { analyse, compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

export interface Marked {
  readonly text: string;
  /** The marked pieces of the text, in order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** One code per mark, in the order of the marks, and nothing else is told. */
  readonly toReport: (...codes: readonly string[]) => void;
}

/** `spq` and a template: each hole holds the text that a message must point at. */
export function spq(texts: TemplateStringsArray, ...holes: readonly string[]): Marked {
  let text = texts.raw[0] ?? '';
  const spans = holes.map((hole, i) => {
    const start = text.length;
    text += hole + (texts.raw[i + 1] ?? '');
    return { start, end: start + hole.length };
  });
  return {
    text,
    spans,
    toReport: (...codes) => expect(told(text)).toEqual(codes.map((code, i) => at(code, spans[i], text))),
  };
}

const at = (code: string, span: { readonly start: number; readonly end: number } | undefined, text: string) =>
  `${code} ${span === undefined ? '' : `${span.start}: ${text.slice(span.start, span.end)}`}`;

/** Every message of a recipe, from top to bottom, with the text it stands under. */
function told(text: string): readonly string[] {
  const { diagnostics } = compile({ recipe: { file: 'wrong.spq', text }, library, options: {} });
  return diagnostics.map(({ code, at: span }) => at(code, span, text));
}

export const analysed = (text: string) => analyse({ file: 'fuzz.spq', text }, library);
