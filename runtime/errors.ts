/**
 * Messages of running, SPQ5xx. A `RunError` stops the run; what concerns one scene only is
 * quarantined instead (`facts/rows.ts`), and the run goes on.
 */

/** Code to title; each has a page `docs/errors/<code>.md`. A code never changes meaning. */
export const runErrors = {
  SPQ501: 'Path not found',
  SPQ502: 'A line that cannot be read',
  SPQ503: 'A file is missing beside another',
  SPQ504: 'A picture that cannot be read',
  SPQ505: 'A row that cannot be right',
  SPQ506: 'The folder is not laid out as expected',
  SPQ507: 'JSON that cannot be read',
  SPQ508: 'The store cannot be opened',
  SPQ509: 'A table or column of a facts directory is missing or of the wrong type',
  SPQ510: 'The same id twice',
  SPQ511: 'The store was made by another version',
  SPQ512: 'Output cannot be written',
  SPQ513: 'A flag that a module does not take',
  SPQ520: 'No such model',
  SPQ521: 'A model file cannot be downloaded',
  SPQ522: 'A model file is not the expected one',
  SPQ523: 'A licence was not accepted',
  SPQ524: 'A model file is not here',
  SPQ525: 'A model file has other inputs or outputs',
  SPQ526: 'No execution provider opens the model',
  SPQ527: 'A model cannot be run',
  SPQ541: 'A server cannot be asked',
  SPQ542: 'An answer cannot be read',
  SPQ543: 'A server refuses',
  SPQ544: 'A worker fails',
  SPQ545: 'A worker is not bound',
  SPQ546: 'A description does not fit',
} as const;

export type RunErrorCode = keyof typeof runErrors;

export class RunError extends Error {
  override readonly name = 'RunError';
  constructor(
    /** SPQ5xx; a page of that name lies in docs/errors. */
    readonly code: string,
    /** What is wrong, naming the file and line or row. */
    message: string,
    /** What to do. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
