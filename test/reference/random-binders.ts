/** Random `for` lines: what they bind, how it is mentioned, and what expressions may then speak of. */
import type { Random } from './random-numbers.js';
import { type Names, pickFrom } from './random-values.js';

export interface Line {
  readonly binders: readonly string[];
  readonly names: Names;
  /** Names of single objects. */
  readonly objects: readonly string[];
  /** Holes that name every entity of the line. */
  readonly mentions: readonly string[];
  /** Names of objects and of sets of objects, single or drawn. */
  readonly things: readonly string[];
  /** Names bound to numbers. */
  readonly numbers: readonly string[];
}

const RELATIONS = [
  ...['left of', 'right of', 'above', 'below', 'nearer than', 'farther than', 'in front of', 'behind'],
  ...['taller than', 'shorter than', 'wider than', 'larger than', 'higher than', 'on', 'next to'],
];
const MEASURES = ['height', 'width', 'depth_extent', 'distance', 'depth'];

interface Needs {
  readonly objects: number;
  readonly isSet?: boolean;
}

interface Part {
  readonly binder: string;
  readonly objects?: readonly string[];
  readonly pixels?: readonly string[];
  readonly categories?: readonly string[];
  readonly sets?: readonly string[];
  readonly mentions?: readonly string[];
  readonly things?: readonly string[];
  readonly measures?: readonly string[];
  readonly relations?: readonly string[];
  readonly components?: readonly string[];
  readonly frames?: readonly string[];
  readonly numbers?: readonly string[];
}

export function bindings(random: Random, needs: Needs, extra: Pick<Names, 'measures' | 'relations'>): Line {
  const parts = [...objectParts(random, needs), ...otherParts(random, extra)];
  const all = (of: keyof Omit<Part, 'binder'>) => parts.flatMap((part) => part[of] ?? []);
  const own = [...RELATIONS, ...extra.relations];
  return {
    binders: parts.map(({ binder }) => binder),
    objects: all('objects'),
    mentions: all('mentions'),
    things: all('things'),
    numbers: all('numbers'),
    names: {
      random,
      depth: random.whole(0, 2),
      objects: all('objects'),
      pixels: all('pixels'),
      categories: all('categories'),
      sets: all('sets'),
      // What the line binds stands several times, so that it is used.
      measures: [...MEASURES, ...extra.measures, ...repeated(all('measures'))],
      relations: [...own, ...repeated(all('relations'))],
      components: repeated(all('components')),
      frames: repeated(all('frames')),
    },
  };
}

const repeated = (names: readonly string[]): readonly string[] => Array.from({ length: 12 }, () => names).flat();

function objectParts(random: Random, { objects, isSet }: Needs): readonly Part[] {
  const count = Math.min(3, Math.max(objects, random.whole(1, 3)));
  const names = ['a', 'b', 'c'].slice(0, count);
  const bound: Part = { binder: '', objects: names, mentions: names, things: names };
  if (isSet === true && random.chance(0.5)) {
    const size = pickFrom({ random }, ['2', '2..3', '3']);
    const drawn: Part = { binder: `objects {xs: ${size}}`, sets: ['xs'], mentions: ['xs'], things: ['xs'] };
    // Expressions need a single thing, too.
    return [{ binder: 'object a', objects: ['a'], mentions: ['a'], things: ['a'] }, drawn];
  }
  if (names.length === 1) return [{ ...bound, binder: 'object a' }];
  const sets = [`{${names.join(', ')}}`];
  if (isSet === true || random.chance(0.5)) return [{ ...bound, binder: `objects ${sets[0]}`, sets }];
  return [{ ...bound, binder: `objects (${names.join(', ')})`, sets }];
}

function otherParts(random: Random, extra: Pick<Names, 'measures' | 'relations'>): readonly Part[] {
  const some = (items: readonly string[]) => [...new Set([0, 1, 2].map(() => pickFrom({ random }, items)))].join(', ');
  const parts: readonly Part[] = [
    { binder: 'pixel p', pixels: ['p'], mentions: ['p'] },
    { binder: `category k${random.chance(0.5) ? ' in vocabulary' : ''}`, categories: ['k'], mentions: ['k:plural'] },
    { binder: `relation r in (${some([...RELATIONS, ...extra.relations])})`, relations: ['r'], mentions: ['r'] },
    { binder: `measure q in (${some([...MEASURES, ...extra.measures])})`, measures: ['q'], mentions: ['q'] },
    { binder: `component t in (${some(['right', 'up', 'forward'])})`, components: ['t'], mentions: ['t'] },
    { binder: 'frame f in (camera, world)', frames: ['f'], mentions: ['f'] },
    { binder: 'count z in 1..2', numbers: ['z'], mentions: ['z:ordinal'] },
    { binder: 'categories {k, l} in vocabulary', categories: ['k', 'l'], mentions: ['k', 'l:plural'] },
  ];
  return random.chance(0.55) ? [] : [pickFrom({ random }, parts)];
}
