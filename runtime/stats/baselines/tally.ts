/** Counts of texts per key: which was most frequent, and how often. */

export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  add(key: string, text: string): void {
    const own = this.counts.get(key) ?? new Map<string, number>();
    own.set(text, (own.get(text) ?? 0) + 1);
    this.counts.set(key, own);
  }

  count(key: string, text: string): number {
    return this.counts.get(key)?.get(text) ?? 0;
  }

  /** Share of a text in its key, drawn towards `expected` as if that had been seen `steadiness` times. */
  share(key: string, text: string, expected: number, steadiness: number): number {
    const own = this.counts.get(key);
    const all = own === undefined ? 0 : [...own.values()].reduce((sum, n) => sum + n, 0);
    return ((own?.get(text) ?? 0) + steadiness * expected) / (all + steadiness);
  }
}
