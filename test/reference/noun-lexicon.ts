/** Words of place, size, number and facing: a label that holds one would give something away. */

const PLACE =
  'left right up down upper lower top bottom middle center centre central front back rear behind side inner outer inside ' +
  'outside corner near nearest nearer nearby close closest closer far farther farthest further furthest distant above below ' +
  'under underneath over beside next between adjacent opposite leftmost rightmost topmost uppermost lowest highest high low ' +
  'higher hanging overhead ahead beyond edge end';
const SIZE =
  'big bigger biggest large larger largest small smaller smallest little tiny huge giant mini miniature tall taller tallest ' +
  'short shorter shortest long longer longest wide wider widest narrow narrower thick thin deep shallow broad size sized ' +
  'medium full king queen great greater greatest';
const NUMBER =
  'one two three four five six seven eight nine ten single double triple twin pair dozen first second third fourth fifth ' +
  'last half many several few all only another other';
const FACING = 'facing faces forward forwards backward backwards sideways towards toward away turned reversed frontal';

export const SPATIAL_LEXICON: ReadonlySet<string> = new Set([PLACE, SIZE, NUMBER, FACING].join(' ').split(' '));
