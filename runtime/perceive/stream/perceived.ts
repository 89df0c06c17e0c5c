/** Photographs as a source: what the thread of perception finds of them, picture by picture. */
import type { OpenedSource, SourceItem, VocabularyRow } from '../../facts/rows.js';
import { indoor } from '../../vocabulary/indoor.js';
import { street } from '../../vocabulary/street.js';
import { completeWord } from '../../vocabulary/word.js';
import { type PerceptionThread, startPerceptionThread } from './perception-thread.js';
import type { PicturesToPerceive } from './picture-file.js';
import type { PerceptionTally } from './tally.js';

/**
 * Opens the models. The thread ends when the last picture was read, or when reading is broken off.
 *
 * @throws RunError SPQ52x where a model is missing or does not fit, SPQ50x where a file of the recipe cannot be read
 */
export async function perceived(given: PicturesToPerceive): Promise<OpenedSource> {
  const thread = startPerceptionThread(given);
  try {
    const { labels } = await thread.ask('open');
    let tally: PerceptionTally | null = null;
    const items = itemsOf(thread, (told) => {
      tally = told;
    });
    return { vocabulary: labels.map(wordOf), count: given.pictures.length, items, perceived: () => tally };
  } catch (cause) {
    await thread.end();
    throw cause;
  }
}

async function* itemsOf(thread: PerceptionThread, onEnd: (tally: PerceptionTally) => void): AsyncGenerator<SourceItem> {
  try {
    let next = thread.ask('next');
    for (;;) {
      const { item } = await next;
      if (item === null) break;
      // The next one is asked for before this one is stored: neither waits for the other.
      next = thread.ask('next');
      // Told when it is waited for; until then nobody does, and that is no fault.
      next.catch(() => {});
      yield item;
    }
    onEnd((await thread.ask('close')).tally);
  } finally {
    await thread.end();
  }
}

const tabled = new Map([...street, ...indoor].map((row) => [row.label, row]));

/** What the tables say of it, or else the rules of English: docs/store.md. */
const wordOf = (label: string): VocabularyRow => completeWord({ label }, tabled.get(label));
