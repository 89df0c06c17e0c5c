/**
 * Values that a question writes out: it must not print what it asks for, nor what tells of it. A written value is refused
 * where the answer depends on any of what follows from it, as a name that tells as much would be. Unlike a drawn box, a
 * written one tells where its thing is.
 */
import { sizes } from '../../std/aspects.js';
import type { Context } from '../context.js';
import { givesAway } from '../errors.js';
import { printsFact } from '../giveaway.js';
import type * as typed from '../typed.js';
import type { Deciding, UnnamedBody } from './deciding.js';
import { boxRevealsOf, closed } from './revealed.js';
import { tells } from './told.js';
import { at, meeting, type Triples } from './triples.js';

export function refuseWritten({ asks, answer, claims }: UnnamedBody, deciding: Deciding, context: Context): void {
  const asked = asks.map((template) => ({ template, what: 'answer', asks: answer?.value }));
  const claimed = claims.flatMap(({ phrasings, when }) =>
    phrasings.map(({ template }) => ({ template, what: 'claim', asks: when })),
  );
  for (const { template, what, asks: value } of [...asked, ...claimed]) {
    for (const part of template.parts) {
      if (part.kind === 'text' || part.value.kind === 'entity') continue;
      const hole = `\`{${nameOf(part.value)}${part.format === 'box' ? ':box' : ''}}\``;
      if (value && printsFact(part.value, value)) {
        context.report(givesAway({ hole, what }, part.value.span));
        continue;
      }
      const met = meeting(revealsOf(part.value), deciding.levels);
      if (met) context.report(givesAway({ hole, what, of: `\`${met.thing.name}.${met.aspect}\`` }, part.value.span));
    }
  }
}

/**
 * A number tells more than an order: all that is compared in it, by its value. Of sizes one tells little of another, which
 * is enough to guess who is taller, and not how tall it is. Likelihoods across sizes and places, which refuse names, do not
 * refuse what is said in so many words. A number of things tells of none of them.
 */
function revealsOf(value: typed.Expression): Triples {
  if (value.kind === 'let') return revealsOf(value.let.value);
  if (value.kind === 'count' || value.kind === 'exists' || value.kind === 'tally') return [];
  if (value.kind === 'fact' && value.fact.name === 'box2d') return boxRevealsOf('written', value.entity);
  return closed(at('value', tells(value)))
    .filter(({ level }) => level !== 'guess')
    .map((told) => (told.level === 'order' && sizes.includes(told.aspect) ? { ...told, level: 'guess' } : told));
}

function nameOf(e: typed.Expression): string {
  if (e.kind === 'let') return e.let.name;
  return e.kind === 'fact' || e.kind === 'user fact' ? `${e.entity.name}.${e.fact.name}` : '…';
}
