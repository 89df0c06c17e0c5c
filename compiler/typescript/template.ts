/** Any text as a literal of TypeScript that gives the same text, however hostile. */

/**
 * What cannot be seen, or ends a line for some reader: U+2028, a carriage return (which a template would turn into a line
 * feed), marks that turn the direction of writing.
 */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Without what cannot be seen: as escapes, which a comment shows and a literal turns back. */
export function visible(text: string): string {
  return text.replaceAll(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A template, with its backticks: lines stand as lines. */
export function templateLiteral(text: string): string {
  return `\`${visible(text.replaceAll(/[`\\]|\$(?=\{)/g, '\\$&'))}\``;
}

/** SQL does not care for line breaks around it: it begins and ends on lines of its own. */
export function sqlLiteral(sql: string): string {
  return templateLiteral(`\n${sql}\n`);
}

/** With its quotes, on one line. */
export function stringLiteral(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `'${visible(escaped)}'`;
}
