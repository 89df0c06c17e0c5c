/** Writes what the compiler found to the messages, and counts it. */
import type { Diagnostic, Severity } from '../compiler/diagnostics/diagnostic.js';
import { renderDiagnostic, type TextOf } from '../compiler/diagnostics/render.js';
import { counted } from './counted.js';
import type { Shell } from './shell.js';

export function tellDiagnostics(shell: Shell, diagnostics: readonly Diagnostic[], textOf: TextOf): void {
  for (const diagnostic of diagnostics) shell.err(`${renderDiagnostic(diagnostic, textOf, shell.paint)}\n\n`);
}

/** With a closing line that counts them. */
export function tellAndCount(shell: Shell, diagnostics: readonly Diagnostic[], textOf: TextOf): void {
  tellDiagnostics(shell, diagnostics, textOf);
  const found = countText(diagnostics);
  if (found !== undefined) shell.err(`${found}\n`);
}

/** `2 errors, 1 warning`; undefined where there is neither. */
export function countText(diagnostics: readonly Diagnostic[]): string | undefined {
  const count = (severity: Severity): readonly string[] => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [counted(found, severity)];
  };
  const parts = [...count('error'), ...count('warning')];
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
