/**
 * What was found before, by content: a file for each picture and role, named by the checksum of the picture and by everything
 * that the finding depends on. A changed question runs no model again, and a run that was broken off goes on.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Role } from '../../../compiler/std/perception.js';
import type { Findings } from '../operators/findings.js';
import type { Outcome } from '../operators/operator.js';
import { bytesOf, findingOf } from './stored-findings.js';

/** Part of every name: another number where what is kept has another form. */
const FORM = 1;

export interface FindingsCache {
  /** Null where nothing is kept under this key, or something that cannot be read, which is then found anew. */
  readonly read: <R extends Role>(role: R, key: string) => Promise<Outcome<Findings[R]> | null>;
  /** @returns what `read` will give: as the run of now goes on with */
  readonly keep: <R extends Role>(role: R, key: string, outcome: Outcome<Findings[R]>) => Promise<Outcome<Findings[R]>>;
}

/** The key of what an operator finds in a picture: what it is itself, and the keys of what it is given. */
export function keyOf(picture: string, operator: string, given: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORM, picture, operator, given]))
    .digest('hex');
}

const entry = z.union([
  z.object({ kind: z.literal('found'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
]);

/** @param folder where it is kept; null: nowhere, and what was found is only brought into the form that would be kept */
export function openFindingsCache(folder: string | null): FindingsCache {
  return {
    read: async (role, key) => {
      if (folder === null) return null;
      const file = pathOf(folder, role, key);
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return bytes === null ? null : outcomeOf(role, bytes);
    },
    keep: async (role, key, outcome) => {
      const kept =
        outcome.kind === 'failed' ? outcome : { kind: 'found' as const, bytes: bytesOf(role, outcome.found) };
      if (folder !== null) await writeWhole(pathOf(folder, role, key), serialize(kept));
      return kept.kind === 'failed' ? kept : { kind: 'found', found: findingOf(role, kept.bytes) };
    },
  };
}

/** Two letters of the key are a folder: no file system likes a million files in one. */
const pathOf = (folder: string, role: Role, key: string): string => join(folder, role, key.slice(0, 2), `${key}.bin`);

/** A file that was cut off, or that another version wrote, is no finding. */
function outcomeOf<R extends Role>(role: R, bytes: Uint8Array): Outcome<Findings[R]> | null {
  try {
    const kept = entry.parse(deserialize(bytes));
    return kept.kind === 'failed' ? kept : { kind: 'found', found: findingOf(role, kept.bytes) };
  } catch {
    return null;
  }
}

/** Written beside its name and renamed: two runs may keep the same finding, and no reader sees half of one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}
