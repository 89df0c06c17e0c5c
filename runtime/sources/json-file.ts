/** Reads a JSON file of a known shape; what is wrong is told by file and place. */
import type { z } from 'zod';
import { readText, Unreadable } from './unreadable.js';

/**
 * @throws Unreadable SPQ503 where the file is missing, SPQ502 where it is empty, SPQ507 where it is no JSON or not of
 *   the shape, naming the file and the place in it
 */
export async function readJson<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.output<Shape>> {
  const text = await readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Unreadable('SPQ507', `${file} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Unreadable('SPQ507', `${file}, at ${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not of the shape'}.`);
}

/** `objects[3].Name` */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the top';
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
