/** What one expression says in a normal form beside its parts: its kind, the things it speaks of, its margin. */
import type * as typed from './typed.js';

/** What a place is called in the form. */
type At = (place: typed.Place) => string;

/** What an expression says beside its parts; undefined for what is not compared. */
export function headOf(e: typed.Expression, at: At): string | undefined {
  switch (e.kind) {
    case 'number':
      return `${e.whole}`;
    case 'text':
    case 'enumeration':
      return JSON.stringify(e.value);
    case 'entity':
      return at(e.entity);
    case 'fact':
      return `${at(e.entity)}.${e.fact.name}`;
    case 'extent':
      return `span ${at(e.entity)}.${e.component}`;
    case 'footprint':
    case 'axis':
      return `${e.kind} ${at(e.entity)}`;
    case 'distance':
    case 'gap':
      return `${e.kind} ${[at(e.from), at(e.to)].toSorted().join()}`;
    case 'overlap':
      return `overlap ${at(e.of)},${at(e.over)}`;
    case 'blocks':
      return `blocks ${at(e.blocker)},${at(e.hidden)},${at(e.eye)}`;
    case 'path':
      if (e.order) return `path ${e.from ? at(e.from) : ''}`;
      return path([...(e.from ? [e.from] : []), ...e.members].map(at));
    case 'component':
      return e.component;
    case 'sector':
      return e.sector;
    case 'arithmetic':
      return e.operator;
    case 'about':
      return `about by ${e.margin.absolute},${e.margin.relativePpm}`;
    case 'called':
      return `called ${at(e.thing)}`;
    case 'view':
      return `from ${viewer(e.viewer, at)}`;
    case 'count':
    case 'exists': {
      const counting = e.kind === 'count' ? e : e.count;
      const beside = counting.other ? ` other ${counting.picked.map(at).join(' ')}` : '';
      return `${e.kind}${e.kind === 'exists' && e.negated ? ' not' : ''}${beside}`;
    }
    case 'angle':
    case 'unit':
    case 'length':
    case 'direction words':
    case 'abs':
    case 'negative':
    case 'tuple':
    case 'known':
    case 'unknown':
    case 'if':
    case 'tally':
    case 'less':
    case 'exact':
    case 'boolean':
    case 'agree':
    case 'not':
    case 'and':
    case 'or':
      return e.kind;
    // Such a claim is balanced by quota.
    case 'let':
    case 'relation':
    case 'user fact':
    case 'extents':
    case 'option':
    case 'words':
    case 'list':
    case 'pick':
    case 'pick order':
    case 'sort':
    case 'error':
      return undefined;
  }
}

/** As long one way as the other. */
const path = (places: readonly string[]): string =>
  `path ${[places.join(), places.toReversed().join()].toSorted()[0] ?? ''}`;

function viewer(v: typed.Viewer, at: At): string {
  if (v.kind !== 'entity') return v.kind;
  return [at(v.at), v.toward ? `toward ${at(v.toward)}` : '', v.turned ?? ''].join(' ');
}
