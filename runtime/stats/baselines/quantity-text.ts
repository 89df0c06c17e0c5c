/** Numbers with units as questions print them, in SI: `81 cm` is 0.81. */

/** SI units in one; degrees stay degrees. */
const factors: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['m', 1],
  ['cm', 0.01],
  ['ft', 0.3048],
  ['in', 0.0254],
  ['m²', 1],
  ['cm²', 1e-4],
  ['litre', 1e-3],
  ['litres', 1e-3],
  ['degree', 1],
  ['degrees', 1],
  ['%', 0.01],
]);

/** Undefined where the text is no number with a unit known here and nothing else. */
export function quantityIn(text: string): number | undefined {
  const [, digits, unit] = /^([+-]?\d+(?:\.\d+)?) ?([^\d\s]*)$/.exec(text.trim()) ?? [];
  const factor = factors.get(unit ?? '');
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
