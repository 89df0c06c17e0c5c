/** Numbers for people: counts in groups, shares in per cents, sizes with three digits. */

export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** `49.8`, without its sign. */
export const percent = (share: number): string => (100 * share).toFixed(1);

/** Three digits: `0.631`, `25.1`, `1580`. */
export function sized(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)) + 1e-9));
  return String(Number(value.toFixed(Math.min(digits, 6))));
}
