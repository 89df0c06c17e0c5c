/** Why a thing is named as it is: each way that `refer` allows, and what of the scene spoke against it. */
import type { ProbedName, ProbedStrategy } from '../../compiler/plan/probe.js';
import { type Row, textIn, truthIn } from './scene-queries.js';

export interface NameReport {
  readonly name: string;
  /** Null where it has no name. */
  readonly words: string | null;
  readonly strategy: string | null;
  readonly colour: string | null;
  /** Things that are named by the same strategy. */
  readonly alike: readonly string[];
  /** In the order of `refer by`: what is left of a way, then what is refused of it whatever the scene. */
  readonly tried: readonly TriedStrategy[];
}

export interface TriedStrategy {
  /** `position (leftmost, rightmost)` */
  readonly strategy: string;
  /** `unavailable`: the scene allows none. `alike`: those that are named alike have none. `later`: one before it was used. */
  readonly outcome: 'used' | 'unavailable' | 'alike' | 'later' | 'refused';
  readonly because: readonly string[];
}

/** What is known of a scene's candidates and of every two of them, as `Probe` describes. */
export interface Naming {
  readonly pairs: readonly Row[];
  readonly alone: readonly Row[];
}

/** @param id of the object that the name stands for in this tuple */
export function nameReport(probed: ProbedName, id: string | null, row: Row, naming: Naming): NameReport {
  const strategy = textIn(row, probed.strategy);
  const at = probed.strategies.findIndex(({ kind }) => kind === strategy);
  const tried = probed.strategies.map((one, i): Placed => ({ kind: one.kind, ...triedStrategy(one, i, at) }));
  const refused = probed.refused.map(
    ({ kind, names, because }): Placed => ({
      kind,
      strategy: names.join(', '),
      outcome: 'refused',
      because: [because],
    }),
  );
  const order = (kind: ProbedStrategy['kind']): readonly TriedStrategy[] =>
    [...tried, ...refused].flatMap(({ kind: own, ...told }) => (own === kind ? [told] : []));
  return {
    name: probed.name,
    words: strategy === null ? null : textIn(row, probed.words),
    strategy,
    colour: textIn(row, probed.colour),
    alike: probed.alike,
    tried: probed.wanted.flatMap(order),
  };

  function triedStrategy(one: ProbedStrategy, i: number, used: number): TriedStrategy {
    if (i === used) return { strategy: one.allowed, outcome: 'used', because: [] };
    if (used >= 0 && i > used) return { strategy: one.allowed, outcome: 'later', because: [] };
    if (truthIn(row, one.available) === true)
      return { strategy: one.allowed, outcome: 'alike', because: [`not so for ${probed.alike.join(' and ')}`] };
    return { strategy: one.allowed, outcome: 'unavailable', because: causes(one, id, naming) };
  }
}

type Placed = TriedStrategy & { readonly kind: ProbedStrategy['kind'] };

function causes(strategy: ProbedStrategy, id: string | null, { pairs, alone }: Naming): readonly string[] {
  const own = alone.find((row) => textIn(row, 'object_id') === id);
  const others = pairs.filter((row) => textIn(row, 'object_id') === id);
  if (!own) return [];
  const kin = others.filter((row) => truthIn(row, 'maybe') === true);
  switch (strategy.kind) {
    case 'category': {
      const rivals = kin.length > 0 ? [`${listed(kin)} may be called so, too`] : [];
      return otherwise([...labelled(own), ...rivals]);
    }
    case 'position':
    case 'size':
      return labelled(own).length > 0 ? labelled(own) : otherwise(rowOf(strategy, kin));
    case 'relation':
      return otherwise([...labelled(own), 'to no landmark it stands so that no other of its kind may']);
    case 'caption': {
      if (truthIn(own, 'said') !== true) return ['it has no verified caption that can stand in a sentence'];
      const twins = others.filter((row) => truthIn(row, 'twin') === true);
      return otherwise(
        twins.length > 0 ? [`${listed(twins)} has the same caption`] : ['its caption has a word that is refused'],
      );
    }
    case 'box': {
      const clashes = others.filter((row) => truthIn(row, 'clash') === true);
      return otherwise([
        ...(truthIn(own, 'wide') === true ? [] : ['its box is not known, or narrower than 8 px']),
        ...(clashes.length > 0 ? [`a box around it could be taken for that of ${listed(clashes)}`] : []),
      ]);
    }
  }
}

const otherwise = (found: readonly string[]): readonly string[] =>
  found.length > 0 ? found : ['the body counts things that may be called so'];

/** Why a noun cannot stand for it. */
function labelled(own: Row): readonly string[] {
  return [
    ...(truthIn(own, 'clean') === true
      ? []
      : ['its label is no countable noun, or has a word of place, size, number or facing']),
    ...(truthIn(own, 'covered') === true ? [] : ['the scene does not say that all of its kind are listed']),
  ];
}

function rowOf({ superlatives, allowed }: ProbedStrategy, kin: readonly Row[]): readonly string[] {
  if (kin.length === 0) return ['nothing else may be called so'];
  const ends = superlatives.map((superlative) => {
    const against = kin.filter((row) => truthIn(row, superlative) !== true);
    return against.length > 0
      ? `not the ${superlative}: not clearly more so than ${listed(against)}`
      : `not the ${superlative}: no other of its kind is certain`;
  });
  return allowed.includes('ordinal')
    ? [...ends, 'no place in their row: its order is not clear, or it is not within it']
    : ends;
}

function listed(rows: readonly Row[]): string {
  const ids = rows.map((row) => textIn(row, 'rival') ?? '');
  return ids.length > 4 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ');
}
