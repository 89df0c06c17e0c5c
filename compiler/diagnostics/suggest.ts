/**
 * "Did you mean": finds the known word that a mistyped one most likely stands for.
 * The result depends on the words alone, never on chance; ties go to the word listed first.
 */

const LISTED_AT_MOST = 8;

/**
 * The likeliest intended word, or undefined where nothing is near enough.
 * In this order: the same letters in other case; the nearest within a third of the length in edits
 * (at least one, so that short words can be helped); a sole candidate of about the same length.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  if (near !== undefined) return near;
  const [only, ...others] = known.filter((candidate) => candidate !== word);
  // Names of one or two letters are too alike in length for length to mean anything.
  if (only === undefined || others.length > 0 || word.length < 3) return undefined;
  return Math.abs(only.length - word.length) <= allowedEdits(word) ? only : undefined;
}

/** The word that is nearly the same, or undefined: what `suggest` looks for first. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const candidates = known.filter((candidate) => candidate !== word);
  const folded = word.toLowerCase();
  const sameLetters = candidates.find((candidate) => candidate.toLowerCase() === folded);
  if (sameLetters !== undefined) return sameLetters;

  const limit = allowedEdits(word);
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    const edits = editDistance(folded, candidate.toLowerCase());
    // As many edits as letters means that nothing of the word is left: no relation, only shortness.
    if (edits < fewest && edits < Math.max(word.length, candidate.length)) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** A hint for an unknown word: what was probably meant, else what there is; undefined where there is nothing. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const meant = suggest(word, known);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  if (known.length === 0) return undefined;
  const listed = known.slice(0, LISTED_AT_MOST).join(', ');
  const left = known.length - LISTED_AT_MOST;
  return left > 0 ? `Known here: ${listed} and ${left} more.` : `Known here: ${listed}.`;
}

/** The word that a hint of `didYouMean` proposes; undefined where it only lists what there is. */
export function meantBy(hint: string | undefined): string | undefined {
  return /^Did you mean `([^`]+)`\?$/.exec(hint ?? '')?.[1];
}

function allowedEdits(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (current[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
