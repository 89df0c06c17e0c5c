/** Recipes whose holes mark the culprits: what is told of them must carry the code, and stand exactly there. */
import { expect } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { analyse, compile } from '../../compiler/index.js';
import { sourceWords } from '../../runtime/sources/words.js';
import { library } from '../agreement/pipeline.js';

export interface Marked {
  readonly text: string;
  /** The marked pieces of the text, in order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** One code per mark, in the order of the marks, and nothing else is told. */
  readonly toReport: (...codes: readonly string[]) => void;
  /** What is told, word for word, each at its mark, and nothing else. */
  readonly toSay: (...messages: readonly string[]) => void;
  /** Every message has a fix, and with all of them nothing is told any more. */
  readonly toBeRightWhenFixed: () => void;
}

/** `spq` and a template: each hole holds the text that a message must point at. */
export function spq(texts: TemplateStringsArray, ...holes: readonly string[]): Marked {
  return marked('', texts.raw, holes, '');
}

/** The same for the lines of one task, in a recipe about rooms. */
export function task(texts: TemplateStringsArray, ...holes: readonly string[]): Marked {
  return marked(
    'source r = rooms(1)\nlevel 1 "T" {\n  task t {\n    ',
    texts.raw,
    holes,
    '\n  }\n}\nemit jsonl("q")\n',
  );
}

function marked(before: string, texts: readonly string[], holes: readonly string[], after: string): Marked {
  let text = before + (texts[0] ?? '');
  const spans = holes.map((hole, i) => {
    const start = text.length;
    text += hole + (texts[i + 1] ?? '');
    return { start, end: start + hole.length };
  });
  text += after;
  return {
    text,
    spans,
    toReport: (...codes) => expect(told(text)).toEqual(codes.map((code, i) => at(code, spans[i], text))),
    toSay: (...messages) =>
      expect(said(text)).toEqual(messages.map((message, i) => ({ message, at: spans[i] && placeOf(spans[i], text) }))),
    toBeRightWhenFixed: () => {
      const found = diagnosticsOf(text);
      expect(found.filter((d) => d.fix === undefined).map((d) => d.code)).toEqual([]);
      expect(told(fixed(text, found)), fixed(text, found)).toEqual([]);
    },
  };
}

const at = (code: string, span: { readonly start: number; readonly end: number } | undefined, text: string) =>
  `${code} ${span === undefined ? '' : `${span.start}: ${text.slice(span.start, span.end)}`}`;

const placeOf = ({ start, end }: { readonly start: number; readonly end: number }, text: string): string =>
  `${start}: ${text.slice(start, end)}`;

/** What is said of a recipe, from top to bottom, with the text it stands under. */
const said = (text: string) =>
  diagnosticsOf(text)
    .toSorted((a, b) => a.at.start - b.at.start)
    .map(({ message, at: span }) => ({ message, at: placeOf(span, text) }));

const diagnosticsOf = (text: string): readonly Diagnostic[] =>
  compile({ recipe: { file: 'wrong.spq', text }, library, words: sourceWords, options: {} }).diagnostics;

/** Every message of a recipe, from top to bottom, with the text it stands under. */
const told = (text: string): readonly string[] =>
  diagnosticsOf(text)
    .toSorted((a, b) => a.at.start - b.at.start)
    .map(({ code, at: span }) => at(code, span, text));

/** The text after all fixes, the last first, so that none moves another. */
function fixed(text: string, found: readonly Diagnostic[]): string {
  return found
    .flatMap((d) => d.fix ?? [])
    .toSorted((a, b) => b.at.start - a.at.start)
    .reduce((so, fix) => so.slice(0, fix.at.start) + fix.text + so.slice(fix.at.end), text);
}

export const analysed = (text: string) => analyse({ file: 'fuzz.spq', text }, library);
