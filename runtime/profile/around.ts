/** What a run lets be measured: each piece of its work is handed to a function that does it, and may look on. */

/** A node of the execution graph that work belongs to. One node may be worked at several times: once per chunk, or more. */
export interface Worked {
  readonly kind: 'facts' | 'relation' | 'task' | 'sampling' | 'emit';
  /** Of the source, the shared relation, the task, the stage, the file. */
  readonly name: string;
  /** The work is the node's own query, one statement of the database, which can be profiled. */
  readonly query?: true;
}

/** Does the work once and gives what it gave. */
export type Around = <T>(node: Worked, work: () => Promise<T>) => Promise<T>;

/** For a run that nobody measures. */
export const unmeasured: Around = (_, work) => work();
