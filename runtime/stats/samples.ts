/** Some questions of a store with their marked pictures, small enough to stand in a page. */
import type { DuckDBConnection } from '@duckdb/node-api';
import sharp from 'sharp';
import { auditPicture } from '../audit/picture.js';
import { type AuditItem, auditSample } from '../audit/sample.js';

export interface Sample {
  readonly question: AuditItem;
  /** A data URI; null where there is none. */
  readonly picture: string | null;
  readonly noPicture: string | null;
}

/** Pixels; what was shown twice, whole and enlarged, stays readable. */
const width = 560;
const quality = 74;

/**
 * Questions as evenly as can be over tasks and formats, the same for the same store.
 *
 * @param out folder of the store: paths of pictures inside it are relative to it
 */
export async function samplesOf(connection: DuckDBConnection, out: string, count: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const question of await auditSample(connection, count, 0)) {
    const found = await auditPicture(connection, question, out);
    samples.push(
      'png' in found
        ? { question, picture: await asDataUri(found.png), noPicture: null }
        : { question, picture: null, noPicture: found.none },
    );
  }
  return samples;
}

async function asDataUri(png: Buffer): Promise<string> {
  const small = await sharp(png).resize({ width, withoutEnlargement: true }).jpeg({ quality }).toBuffer();
  return `data:image/jpeg;base64,${small.toString('base64')}`;
}
