/** What the user sees, written out by hand. `at` finds a span by its text, so that expectations stay readable. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Note } from '../../compiler/diagnostics/diagnostic.js';
import { plain } from '../../compiler/diagnostics/painter.js';
import { diagnosticToJson, renderDiagnostic } from '../../compiler/diagnostics/render.js';
import type { Span } from '../../compiler/diagnostics/span.js';

const FILE = 'recipes/near.spq';

function at(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`the text has no ${part}`);
  return { file: FILE, start, end: start + part.length };
}

function diagnostic(span: Span, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'SPQ301', severity: 'error', title: 'Title', message: 'Message.', at: span, also: [], ...more };
}

function shown(text: string, subject: Diagnostic): readonly string[] {
  return renderDiagnostic(subject, (file) => (file === FILE ? text : undefined)).split('\n');
}

/** The excerpt alone: what stands between the place and the message. */
function excerptOf(text: string, span: Span, also: readonly Note[] = []): readonly string[] {
  return shown(text, diagnostic(span, { also })).slice(2, -2);
}

describe('renderDiagnostic', () => {
  it('shows the headline, the place, the marked line, message, hint and page', () => {
    const text = 'level 1 "x" {\n  where distance(a, b) < 2 s\n}\n';
    const subject = diagnostic(at(text, '2 s'), {
      title: 'Units do not agree',
      message: '`<` needs the same unit on both sides; found m and s.',
      hint: 'Write a length here.',
      also: [{ at: at(text, 'distance(a, b)'), note: 'm' }],
    });
    expect(shown(text, subject)).toEqual([
      'error SPQ301: Units do not agree',
      '  ┌─ recipes/near.spq:2:26',
      '2 │   where distance(a, b) < 2 s',
      '  │         -------------- m ^^^',
      '  `<` needs the same unit on both sides; found m and s.',
      '  Write a length here.',
      '  docs/errors/SPQ301.md, or: spq explain SPQ301',
    ]);
  });

  it('gives a label a row of its own where it would run into the next underline', () => {
    const text = 'seed 7';
    expect(excerptOf(text, at(text, '7'), [{ at: at(text, 'seed'), note: 'set here' }])).toEqual([
      '1 │ seed 7',
      '  │      ^',
      '  │ ---- set here',
    ]);
  });

  it('shows other lines that take part, with a gap between them', () => {
    const text = 'task one {}\n\n\n\n\n\n\n\n\ntask one {}\n';
    const second = { file: FILE, start: text.lastIndexOf('one'), end: text.lastIndexOf('one') + 3 };
    expect(excerptOf(text, second, [{ at: at(text, 'one'), note: 'first here' }])).toEqual([
      ' 1 │ task one {}',
      '   │      --- first here',
      '   ⋮',
      '10 │ task one {}',
      '   │      ^^^',
    ]);
  });

  it('underlines a span of many lines on its first and last line', () => {
    const text = 'answer if a\n  then b\n  else c  // never\n';
    expect(excerptOf(text, at(text, 'if a\n  then b\n  else c'))).toEqual([
      '1 │ answer if a',
      '  │        ^^^^',
      '  ⋮',
      '3 │   else c  // never',
      '  │   ^^^^^^',
    ]);
  });

  it('keeps underlines under their characters behind tabs, wide and combined characters', () => {
    const text = '\task "椅子 e\u0301 🪑" oops';
    expect(excerptOf(text, at(text, 'oops'))).toEqual([
      '1 │   ask "椅子 e\u0301 🪑" oops',
      '  │                   ^^^^',
    ]);
    expect(excerptOf(text, at(text, '椅子'))).toEqual(['1 │   ask "椅子 e\u0301 🪑" oops', '  │        ^^^^']);
  });

  it('does not show the carriage return of a CRLF file', () => {
    const text = 'seed x\r\nmargin\r\n';
    expect(excerptOf(text, at(text, 'x'))).toEqual(['1 │ seed x', '  │      ^']);
    expect(excerptOf(text, at(text, 'margin\r\n'))).toEqual(['2 │ margin', '  │ ^^^^^^']);
  });

  it('marks the end of the file, with and without a final line break, and an empty file', () => {
    expect(excerptOf('seed', { file: FILE, start: 4, end: 4 })).toEqual(['1 │ seed', '  │     ^']);
    expect(excerptOf('seed\n', { file: FILE, start: 5, end: 5 })).toEqual(['2 │', '  │ ^']);
    expect(excerptOf('', { file: FILE, start: 0, end: 0 })).toEqual(['1 │', '  │ ^']);
    expect(excerptOf('seed', { file: FILE, start: 90, end: 95 })).toEqual(['1 │ seed', '  │     ^']);
  });

  it('marks a missing rest of line just behind its last character', () => {
    const text = 'seed\nmargin\n';
    expect(excerptOf(text, { file: FILE, start: 4, end: 5 })).toEqual(['1 │ seed', '  │     ^']);
  });

  it('lets no control or bidirectional character through, from text, file name or message', () => {
    const text = 'ask "\u001b[31m\u202e\u009b" x';
    const subject = diagnostic(at(text, 'x'), { message: 'found \u001b]0;t\u0007 here\nsecond line' });
    const lines = shown(text, subject);
    expect(lines.slice(2)).toEqual([
      '1 │ ask "␛[31m<U+202E><U+009B>" x',
      '  │                             ^',
      '  found ␛]0;t␇ here',
      '  second line',
      '  docs/errors/SPQ301.md, or: spq explain SPQ301',
    ]);
    const elsewhere = diagnostic({ file: 'a\nb.spq', start: 0, end: 1 });
    expect(shown(text, elsewhere)[1]).toBe('  ┌─ a␊b.spq');
  });

  it('colours through the painter and only there', () => {
    const text = 'seed x';
    const painted = renderDiagnostic(diagnostic(at(text, 'x'), { severity: 'warning' }), () => text, {
      ...plain,
      warning: (part) => `[${part}]`,
    });
    expect(painted.split('\n').slice(0, 4)).toEqual([
      '[warning SPQ301]: Title',
      '  ┌─ recipes/near.spq:1:6',
      '1 │ seed x',
      '  │      [^]',
    ]);
  });
});

describe('diagnosticToJson', () => {
  it('gives lines and columns from 1, offsets from 0, the end exclusive', () => {
    const text = 'seed 7\nmargin  x\n';
    const note = { at: at(text, '7'), note: 'here' };
    expect(diagnosticToJson(diagnostic(at(text, 'x'), { also: [note] }), () => text)).toEqual({
      code: 'SPQ301',
      severity: 'error',
      title: 'Title',
      message: 'Message.',
      hint: null,
      page: 'docs/errors/SPQ301.md',
      file: FILE,
      start: { line: 2, column: 9, offset: 15 },
      end: { line: 2, column: 10, offset: 16 },
      also: [
        {
          note: 'here',
          file: FILE,
          start: { line: 1, column: 6, offset: 5 },
          end: { line: 1, column: 7, offset: 6 },
        },
      ],
      fix: null,
    });
    expect(diagnosticToJson(diagnostic(at(text, 'x')), () => undefined)).toMatchObject({ start: null, end: null });
  });

  it('gives a fix with the range that it replaces', () => {
    const text = 'sed 7';
    const fix = { at: at(text, 'sed'), text: 'seed' };
    expect(diagnosticToJson(diagnostic(at(text, 'sed'), { fix }), () => text).fix).toEqual({
      text: 'seed',
      file: FILE,
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 4, offset: 3 },
    });
  });
});
