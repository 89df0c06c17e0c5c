/**
 * A result with all that was told while it was made, so that it can be kept: whoever asks again, hears the same again. For
 * functions that look at nothing but what they are given.
 */
import type { Diagnostic, Report } from './diagnostic.js';

export interface Told<T> {
  readonly made: T;
  readonly told: readonly Diagnostic[];
}

export function telling<T>(make: (report: Report) => T): Told<T> {
  const told: Diagnostic[] = [];
  const made = make((diagnostic) => void told.push(diagnostic));
  return { made, told };
}

export function retold<T>({ made, told }: Told<T>, report: Report): T {
  for (const diagnostic of told) report(diagnostic);
  return made;
}
