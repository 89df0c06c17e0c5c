/** Words of place, size, number and facing: a label or caption that holds one would give something away. */

export type LexiconGroup = 'place' | 'size' | 'number' | 'facing';

const WORDS: Readonly<Record<LexiconGroup, string>> = {
  place:
    'left right leftmost rightmost up down upper lower top bottom front back rear behind ahead beyond near nearer nearest ' +
    'nearby close closer closest far farther farthest further furthest distant middle center centre central corner edge end ' +
    'side above below under underneath beneath over on in at by against along around opposite between beside next adjacent ' +
    'inside outside inner outer foreground background first last',
  size:
    'big bigger biggest large larger largest small smaller smallest tiny huge tall taller tallest short shorter shortest ' +
    'wide wider widest narrow narrower narrowest broad long longer longest high higher highest low lowest deep deeper ' +
    'deepest shallow thin thick little giant mini miniature medium size sized',
  number:
    'one two three four five six seven eight nine ten dozen several many few both all only another other half pair single ' +
    'double triple twin group row stack pile set second third fourth fifth',
  facing:
    'facing faces turned towards toward away forward forwards backward backwards upside sideways reversed open closed',
};

export const GROUPS_OF_WORDS: ReadonlyMap<LexiconGroup, ReadonlySet<string>> = new Map(
  (['place', 'size', 'number', 'facing'] as const).map((group) => [group, new Set(WORDS[group].split(' '))]),
);

export const SPATIAL_LEXICON: ReadonlySet<string> = new Set(
  [...GROUPS_OF_WORDS.values()].flatMap((words) => [...words]),
);
