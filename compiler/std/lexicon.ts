/**
 * Words that say where, how large, how many or how turned a thing is (docs/semantics.md section 8).
 * A label that holds one is no safe noun; a caption that holds one reveals the facts of its group.
 */

export const lexiconGroups = ['place', 'size', 'number', 'facing'] as const;
export type LexiconGroup = (typeof lexiconGroups)[number];

const words = (text: string): readonly string[] => text.split(' ');

export const wordsOfGroup: Readonly<Record<LexiconGroup, readonly string[]>> = {
  place: [
    ...words('left right leftmost rightmost up down upper lower top bottom front back rear behind ahead beyond'),
    ...words('near nearer nearest nearby close closer closest far farther farthest further furthest distant'),
    ...words('middle center centre central corner edge end side above below under underneath beneath over'),
    ...words('on in at by against along around opposite between beside next adjacent inside outside inner outer'),
    ...words('foreground background first last'),
  ],
  size: [
    ...words('big bigger biggest large larger largest small smaller smallest tiny huge tall taller tallest'),
    ...words('short shorter shortest wide wider widest narrow narrower narrowest broad long longer longest'),
    ...words('high higher highest low lowest deep deeper deepest shallow thin thick little giant mini miniature'),
    ...words('medium size sized'),
  ],
  number: [
    ...words('one two three four five six seven eight nine ten dozen several many few both all only another other'),
    ...words('half pair single double triple twin group row stack pile set second third fourth fifth'),
  ],
  facing: words(
    'facing faces turned towards toward away forward forwards backward backwards upside sideways reversed open closed',
  ),
};

/** All of them: what no noun may hold. */
export const lexicon: readonly string[] = lexiconGroups.flatMap((group) => wordsOfGroup[group]);
