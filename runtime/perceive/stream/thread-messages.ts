/** What the thread of perception and the one that asks it tell each other: plain data, one answer to each ask, in their order. */
import type { SourceItem } from '../../facts/rows.js';
import type { PerceptionTally } from './tally.js';

/** The thread finds what it is to do in its `workerData`: `PicturesToPerceive`. `open` comes first, and once. */
export type Ask = 'open' | 'next' | 'close';

export type Answer =
  | { readonly what: 'open'; readonly labels: readonly string[] }
  /** Null after the last picture. */
  | { readonly what: 'next'; readonly item: SourceItem | null }
  | { readonly what: 'close'; readonly tally: PerceptionTally }
  /** In the place of any other. */
  | { readonly what: 'failed'; readonly cause: Failure };

/** An error as data: classes do not pass from thread to thread. */
export type Failure =
  | { readonly kind: 'told'; readonly code: string; readonly message: string; readonly hint: string | undefined }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined };
