/**
 * SQL of relations with the values that passes have named (`e849`, passes/share-work.ts) numbered in the order in which they come.
 * Their own numbers depend on everything else in the graph; of two texts that differ in nothing but these, both become the same.
 */

/** What stands in quotes is left as it is. */
const names = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\be\d+\b/g;

export function renumbered(sql: string): string {
  const known = new Map<string, string>();
  return sql.replaceAll(names, (found) => {
    if (!found.startsWith('e')) return found;
    const name = known.get(found) ?? `e${known.size}`;
    known.set(found, name);
    return name;
  });
}
