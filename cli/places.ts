/** Where a recipe says something, as people write it: `quickstart.spq:90`. */
import { position, type Source } from '../compiler/diagnostics/span.js';
import type { CompileInput } from '../compiler/index.js';
import type { PlaceOf } from './why-text.js';

/** Of a recipe, what it imports, and the library. */
export function placesIn({ recipe, library, read }: CompileInput): PlaceOf {
  const known = new Map([recipe, ...library].map(({ file, text }: Source) => [file, text]));
  return ({ file, start }) => {
    const text = known.get(file) ?? read?.(file, '')?.text;
    return text === undefined ? file : `${file}:${position(text, start).line}`;
  };
}
