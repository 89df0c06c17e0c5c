/** An audit as a folder that any browser opens: no server, and verdicts are saved by the browser as `audit.jsonl`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunError } from '../errors.js';
import { auditPage, auditScript, auditStyle, type PageData, type PageItem } from './page.js';
import type { AuditPicture } from './picture.js';
import type { AuditItem } from './sample.js';

/**
 * @returns the page
 * @throws RunError SPQ512 where the folder cannot be written
 */
export async function exportAudit(
  folder: string,
  given: Omit<PageData, 'items' | 'served'> & { readonly items: readonly AuditItem[] },
  pictureOf: (item: AuditItem) => Promise<AuditPicture>,
): Promise<string> {
  const page = join(folder, 'index.html');
  try {
    mkdirSync(join(folder, 'pictures'), { recursive: true });
    const items: PageItem[] = [];
    for (const item of given.items) {
      const drawn = await pictureOf(item);
      if ('png' in drawn) writeFileSync(join(folder, 'pictures', `${item.id}.png`), drawn.png);
      items.push(
        pageItem(item, 'png' in drawn ? `pictures/${item.id}.png` : null, 'none' in drawn ? drawn.none : null),
      );
    }
    writeFileSync(page, auditPage({ ...given, items, served: false }));
    writeFileSync(join(folder, 'audit.js'), auditScript);
    writeFileSync(join(folder, 'audit.css'), auditStyle);
  } catch (cause) {
    if (cause instanceof RunError) throw cause;
    throw new RunError(
      'SPQ512',
      `${folder} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
  return page;
}

export function pageItem(item: AuditItem, picture: string | null, noPicture: string | null): PageItem {
  const { id, level, task, format, sceneId, question, answer, options, reason, recipeHash } = item;
  return { id, level, task, format, sceneId, question, answer, options, reason, recipeHash, picture, noPicture };
}
