/** An operator behind what is kept: it is asked only for what was not found before. */
import type { Role } from '../../../compiler/std/perception.js';
import { type FindingsCache, keyOf } from '../cache/findings-cache.js';
import type { Findings, Given, Photo } from '../operators/findings.js';
import type { Operator, OperatorOf, Outcome } from '../operators/operator.js';
import { givenTo, type Known } from './known.js';
import type { OperatorTally } from './tally.js';
import { turnsAt } from './turns.js';

/** A picture that may be looked at. */
export interface Look extends Pick<Photo, 'sha256' | 'camera'> {
  readonly photo: () => Promise<Photo>;
}

export interface Finder {
  readonly role: Role;
  readonly tally: () => Pick<OperatorTally, 'looked' | 'kept' | 'failed' | 'ms'>;
  /**
   * @param look  its pixels are not read where everything was found before
   * @param keys  of what was found in this picture, by role; the key of this finding is put beside them
   * @param again whether what failed before is tried again
   */
  readonly find: (look: Look, known: Known, keys: Map<string, string>, again: boolean) => Promise<Outcome<Known>>;
}

/** @param reads roles whose findings the operator is given: what it finds depends on theirs */
export function finderOf(operator: Operator, reads: readonly Role[], cache: FindingsCache): Finder {
  switch (operator.role) {
    case 'points':
      return finder(operator, reads, cache, (points) => ({ points }));
    case 'objects':
      return finder(operator, reads, cache, (objects) => ({ objects }));
    case 'masks':
      return finder(operator, reads, cache, (masks) => ({ masks }));
    case 'gravity':
      return finder(operator, reads, cache, (gravity) => ({ gravity }));
    case 'facing':
      return finder(operator, reads, cache, (facing) => ({ facing }));
    case 'captions':
      return finder(operator, reads, cache, (captions) => ({ captions }));
    case 'coverage':
      return finder(operator, reads, cache, (coverage) => ({ coverage }));
  }
}

function finder<R extends Role>(
  operator: OperatorOf<R>,
  reads: readonly Role[],
  cache: FindingsCache,
  as: (found: Findings[R]) => Known,
): Finder {
  const { role } = operator;
  let [looked, kept, failed, ms] = [0, 0, 0, 0];
  const turns = turnsAt<Given[R], Outcome<Findings[R]>>(operator, async (given) => {
    const began = performance.now();
    looked += given.length;
    return operator.perceive(given).finally(() => {
      ms += performance.now() - began;
    });
  });
  const told = (outcome: Outcome<Findings[R]>): Outcome<Known> => {
    if (outcome.kind === 'found') return { kind: 'found', found: as(outcome.found) };
    failed++;
    return outcome;
  };
  return {
    role,
    tally: () => ({ looked, kept, failed, ms }),
    find: async (look, known, keys, again) => {
      const { sha256, camera } = look;
      const given = reads.map((read) => keys.get(read) ?? '');
      const key = keyOf(JSON.stringify([sha256, camera]), operator.key, given);
      keys.set(role, key);
      const before = await cache.read(role, key);
      if (before !== null && !(again && before.kind === 'failed')) {
        kept++;
        return told(before);
      }
      return told(await cache.keep(role, key, await turns.take(givenTo(role, await look.photo(), known))));
    },
  };
}
