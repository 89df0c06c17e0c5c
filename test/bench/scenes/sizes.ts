/** `--sizes 1000,10000`: how many scenes a benchmark takes. Larger ones say more and take longer. */

const whenNoneGiven: readonly number[] = [200];

/** @throws when what is given is no list of whole numbers */
export function sizesGiven(): readonly number[] {
  const at = process.argv.indexOf('--sizes');
  if (at < 0) return whenNoneGiven;
  const sizes = (process.argv[at + 1] ?? '').split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) throw new Error('--sizes 1000,10000');
  return sizes;
}
