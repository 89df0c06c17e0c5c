/**
 * Why one scene cannot be read. Thrown while a scene is read and caught by its source,
 * which turns it into a quarantine row and goes on with the next scene.
 */
import { access, readFile } from 'node:fs/promises';
import type { RunErrorCode } from '../errors.js';
import type { SourceItem } from '../facts/rows.js';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly code: RunErrorCode,
    /** Names the file, and the line where there is one. */
    message: string,
  ) {
    super(message);
  }
}

export const brokenLine = (file: string, line: number, what: string): Unreadable =>
  new Unreadable('SPQ502', `${file}:${line}: ${what}.`);

/** @throws Unreadable SPQ503 where the file is missing, SPQ502 where it is empty */
export async function readText(file: string): Promise<string> {
  await requireFile(file);
  const text = await readFile(file, 'utf8');
  if (text.trim() === '') throw new Unreadable('SPQ502', `${file}:1: the file is empty.`);
  return text;
}

/** @throws Unreadable SPQ503 */
export async function requireFile(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    throw new Unreadable('SPQ503', `${file} is missing or may not be read.`);
  }
}

/** Reads one scene; what makes it unreadable becomes its quarantine row. Other errors go on. */
export async function sceneOrQuarantine(sceneId: string, read: () => Promise<SourceItem>): Promise<SourceItem> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    const { code, message } = cause;
    return { kind: 'quarantined', row: { sceneId, objectId: null, stage: 'read', code, message } };
  }
}
