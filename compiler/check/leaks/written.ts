/**
 * Boxes that a question writes out: unlike a drawn one, a written box tells where its thing is, and so what follows from
 * that. It is refused where the answer depends on any of it, as a name that tells as much would be.
 */
import { aspectsOfFact } from '../../std/aspects.js';
import type { Context } from '../context.js';
import { givesAway } from '../errors.js';
import type * as typed from '../typed.js';
import type { Deciding, UnnamedBody } from './deciding.js';
import { boxRevealsOf, closed } from './revealed.js';
import { meeting, type Triples, triples } from './triples.js';

export function refuseWrittenBoxes({ asks, claims }: UnnamedBody, deciding: Deciding, context: Context): void {
  const asked = asks.map((template) => ({ template, what: 'answer' }));
  const claimed = claims.flatMap((c) => c.phrasings.map(({ template }) => ({ template, what: 'claim' })));
  for (const { template, what } of [...asked, ...claimed]) {
    for (const part of template.parts) {
      if (part.kind === 'text') continue;
      const met = meeting(revealsOf(part.value), deciding.levels);
      if (!met) continue;
      const hole = `\`{${part.value.kind === 'let' ? part.value.let.name : '…'}:box}\``;
      context.report(givesAway({ hole, what, of: `\`${met.thing.name}.${met.aspect}\`` }, part.value.span));
    }
  }
}

function revealsOf(value: typed.Expression): Triples {
  if (value.kind === 'let') return revealsOf(value.let.value);
  if (value.kind !== 'fact') return [];
  if (value.fact.name === 'box2d') return boxRevealsOf('written', value.entity);
  return value.fact.name === 'box3d' ? closed(triples([value.entity], aspectsOfFact('box3d'), 'value')) : [];
}
