/**
 * Captions for the things of a room, as a hurried person writes them: of some things, two alike now and then, with and
 * without an article and a full stop, and not all of them looked at by anybody. Rooms themselves have none.
 */
import type { ObjectRow } from '../../runtime/facts/rows.js';
import type { Made } from './room.js';

const looks = ['dusty', 'striped', 'shiny', 'faded', 'spotted', 'brand-new', 'dark', 'pale', 'plain', 'worn', 'clean'];

export function captioned({ room, facts }: Made): Made {
  return { room, facts: { ...facts, objects: facts.objects.map(withCaption) } };
}

function withCaption(row: ObjectRow, place: number): ObjectRow {
  const look = looks[place % looks.length] ?? '';
  switch (place % 6) {
    case 0:
      return { ...row, caption: `a ${look} ${row.category}`, verifiedBy: 'somebody' };
    case 1:
      return { ...row, caption: `The ${look} thing.`, verifiedBy: 'somebody' };
    case 2:
      return { ...row, caption: `a ${look} ${row.category}`, verifiedBy: null };
    case 3:
      return { ...row, caption: place % 12 === 3 ? 'an odd thing' : 'a leaning thing', verifiedBy: 'somebody' };
    case 4:
      return { ...row, caption: `a thing with ${place} spots`, verifiedBy: 'somebody' };
  }
  return row;
}
