/** Numbers with their things: `1 scene`, `1,200 scenes`. */

export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** `1,234,567`, whatever the language of the machine. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}
