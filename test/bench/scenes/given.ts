/** What a benchmark takes: `--sizes 1000,10000` scenes, `--recipes quickstart`, `--tasks taller,height` of each, `--threads 1`. */

/** Flags that `main.ts` hands on. */
export const handedOn = ['--sizes', '--recipes', '--tasks', '--threads'] as const;

/** What stands after a flag, between commas; `otherwise` where the flag is not given. */
export function listGiven(flag: (typeof handedOn)[number], otherwise: readonly string[]): readonly string[] {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? '').split(',');
}

/** Scenes: more of them say more and take longer. @throws when what is given is no list of whole numbers */
export const sizesGiven = (): readonly number[] => numbersGiven('--sizes', ['200']);

/** @throws when what is given is no list of whole numbers */
export const threadsGiven = (): readonly number[] => numbersGiven('--threads', ['1', '2']);

function numbersGiven(flag: '--sizes' | '--threads', otherwise: readonly string[]): readonly number[] {
  const numbers = listGiven(flag, otherwise).map(Number);
  if (!numbers.every((n) => Number.isSafeInteger(n) && n > 0)) throw new Error(`${flag} 1,2: whole numbers`);
  return numbers;
}
