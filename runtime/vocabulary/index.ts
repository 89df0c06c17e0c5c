/** The vocabulary tables by name, as a manifest names them. */
import type { VocabularyRow } from '../facts/rows.js';
import { indoor } from './indoor.js';
import { street } from './street.js';

export const tableNames = ['indoor', 'street'] as const;
export type TableName = (typeof tableNames)[number];

export const vocabularyTables: Readonly<Record<TableName, readonly VocabularyRow[]>> = { indoor, street };
