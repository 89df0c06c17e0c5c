/**
 * What a part of a typed recipe says, wherever it stands: two that say the same have the same text. A task of a file whose other
 * lines changed is another object with other places; by its content it is known again. Takes time in proportion to the objects.
 */

/** @param value plain data: objects, arrays, maps, sets, texts, numbers; it may share parts and hold itself */
export function contentOf(value: unknown): string {
  const parts: string[] = [];
  // What comes again is named by when it came first: so the same things stand in the same places.
  const met = new Map<object, number>();
  const write = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) {
      parts.push(typeof part === 'string' ? JSON.stringify(part) : String(part));
      return;
    }
    const before = met.get(part);
    if (before !== undefined) {
      parts.push(`#${before}`);
      return;
    }
    met.set(part, met.size);
    parts.push(Array.isArray(part) ? '[' : '{');
    for (const [name, held] of fieldsOf(part)) {
      if (isSpan(held)) continue;
      if (name !== undefined) parts.push(`${name}:`);
      write(held);
    }
    parts.push('}');
  };
  write(value);
  return parts.join(' ');
}

function fieldsOf(value: object): Iterable<readonly [string | undefined, unknown]> {
  if (Array.isArray(value)) return value.map((item: unknown) => [undefined, item]);
  if (value instanceof Map) return [...value].flat().map((item: unknown) => [undefined, item]);
  if (value instanceof Set) return [...value].map((item: unknown) => [undefined, item]);
  return Object.entries(value);
}

const isSpan = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'file' in value && 'start' in value && 'end' in value;
