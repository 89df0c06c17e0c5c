/** Writes what the compiler found to the messages, with a closing line that counts it. */
import type { Diagnostic, Severity } from '../compiler/diagnostics/diagnostic.js';
import { renderDiagnostic, type TextOf } from '../compiler/diagnostics/render.js';
import type { Shell } from './shell.js';

export function tellDiagnostics(shell: Shell, diagnostics: readonly Diagnostic[], textOf: TextOf): void {
  for (const diagnostic of diagnostics) shell.err(`${renderDiagnostic(diagnostic, textOf, shell.paint)}\n\n`);
  const counted = [count(diagnostics, 'error'), count(diagnostics, 'warning')].filter((part) => part !== undefined);
  if (counted.length > 0) shell.err(`${counted.join(', ')}\n`);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function count(diagnostics: readonly Diagnostic[], severity: Severity): string | undefined {
  const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (found === 0) return undefined;
  return `${found} ${severity}${found === 1 ? '' : 's'}`;
}
