/** Which rows of a scene exist for questions: candidates, and the certain ones among them. */
import { ANY_CATEGORY, type ObjectRow, type SceneFacts } from '../../runtime/facts/rows.js';

export function candidatesOf(facts: SceneFacts): readonly ObjectRow[] {
  return facts.objects.filter((row) => row.visibility === null || row.visibility >= 0.05);
}

/** For a row that is a candidate. */
export function isCertain(row: ObjectRow): boolean {
  const seen = row.visibility === null || row.visibility >= 0.25;
  return row.presence === 'certain' && seen && !row.crowd && row.category !== ANY_CATEGORY;
}
