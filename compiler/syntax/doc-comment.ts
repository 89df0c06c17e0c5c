/**
 * `///` above a definition is its documentation. The lexer skips comments, so it is read from the text above the
 * definition: what an editor shows beside a name, and what the page of the library is made of.
 */

/** The lines of `///` that end right above an offset, as one paragraph; undefined where there are none. */
export function docAbove(text: string, start: number): string | undefined {
  const above = text.slice(0, start).split(/\r\n|\n/);
  // The line that the definition itself begins on.
  above.pop();
  const lines: string[] = [];
  for (const line of above.toReversed()) {
    const said = /^\s*\/\/\/(.*)$/.exec(line)?.[1];
    if (said === undefined) break;
    lines.unshift(said.trim());
  }
  return lines.length > 0 ? lines.join(' ').trim() : undefined;
}
