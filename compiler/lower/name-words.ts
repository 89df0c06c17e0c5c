/** One strategy for one object: where it is available, and its words. What is proven of an object stands in `chunk_objects`. */
import type * as typed from '../check/typed.js';
import {
  and,
  apply,
  bool,
  equal,
  int,
  isKnown,
  isTrue,
  item,
  join,
  list,
  not,
  or,
  subtract,
  text,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { wordsOfGroup } from '../std/lexicon.js';
import { ordinals } from '../std/references.js';
import { calledExpression } from './called.js';
import { landmarkColumn } from './reference-needs.js';

/** An object to be named, its columns, and how a counted category is lowered. */
export interface Naming {
  readonly naming: typed.Naming;
  readonly column: (name: string) => Expression;
  readonly category: (e: typed.Expression) => Expression;
}

type Kind = typed.Strategy['kind'];
type Of<K extends Kind> = Extract<typed.Strategy, { kind: K }>;

/** The strategy as the checker allows it. */
function allowed<K extends Kind>({ naming }: Naming, kind: K): Of<K> | undefined {
  return naming.strategies.find((s): s is Of<K> => s.kind === kind);
}

export function available(kind: Kind, object: Naming): Expression {
  const of = object.column;
  switch (kind) {
    case 'category':
      return and(of('is_unique'), uncounted(object));
    case 'position':
    case 'size': {
      const told = [
        ...(allowed(object, kind)?.superlatives ?? []).map((s) => of(`is_${s}`)),
        ...(kind === 'position' && allowed(object, kind)?.ordinal ? ordinalPlaces(object).map(([at]) => at) : []),
      ];
      return and(or(...told), uncounted(object));
    }
    case 'relation':
      return or(...(allowed(object, kind)?.relations ?? []).map((r) => isKnown(of(landmarkColumn(r)))));
    case 'caption': {
      const refused = allowed(object, kind)?.without.flatMap((group) => wordsOfGroup[group]) ?? [];
      const told = apply('has_word', 'bool', of('said'), text(refused.join('|')));
      return and(of('is_said'), refused.length > 0 ? isTrue(not(told)) : bool(true));
    }
    case 'box':
      return of('is_boxable');
  }
}

/** The object is clearly none of the categories that the body counts. */
function uncounted({ naming, column, category }: Naming): Expression {
  return and(...naming.counted.map((c) => isTrue(not(calledExpression(column, category(c))))));
}

/** From either end: whether it is counted from there, and the ordinal. */
function ordinalPlaces({ column }: Naming): readonly (readonly [Expression, Expression, string])[] {
  const words = list('texts', ...ordinals.map(text));
  return (['left', 'right'] as const).map((side) => {
    const place = column(`from_${side}`);
    return [isKnown(place), item(words, subtract(place, int(2))), side];
  });
}

export function wordsOf(object: Naming, strategy: Expression, colour: Expression): Expression {
  const cases = object.naming.strategies.map(
    (s) => [equal(strategy, text(s.kind)), join(text('the '), said(s, object, colour))] as const,
  );
  return when(cases);
}

function said(strategy: typed.Strategy, object: Naming, colour: Expression): Expression {
  const of = object.column;
  const noun = of('noun');
  switch (strategy.kind) {
    case 'category':
      return noun;
    case 'position':
      return when([
        ...strategy.superlatives.map((s) => [of(`is_${s}`), join(text(`${s} `), noun)] as const),
        ...(strategy.ordinal ? ordinalPlaces(object) : []).map(
          ([at, ordinal, side]) => [at, join(ordinal, text(' '), noun, text(` from the ${side}`))] as const,
        ),
      ]);
    case 'size':
      return when(strategy.superlatives.map((s) => [of(`is_${s}`), join(text(`${s} `), noun)] as const));
    case 'relation':
      return when(
        strategy.relations.map((r) => {
          const landmark = of(landmarkColumn(r));
          return [isKnown(landmark), join(noun, text(between(r)), text('the '), landmark)] as const;
        }),
      );
    case 'caption':
      return of('said');
    case 'box':
      return join(boxNoun(object), text(' in the '), colour, text(' '), drawnWord(object));
  }
}

/** A reference without its noun: `category`, `leftmost`, `second left`, a relation, `box`, or `object` where a box has no noun. */
export function formOf(object: Naming, strategy: Expression): Expression {
  return when(object.naming.strategies.map((s) => [equal(strategy, text(s.kind)), formBy(s, object)] as const));
}

function formBy(strategy: typed.Strategy, object: Naming): Expression {
  const of = object.column;
  switch (strategy.kind) {
    case 'category':
    case 'caption':
      return text(strategy.kind);
    case 'position':
      return when([
        ...strategy.superlatives.map((s) => [of(`is_${s}`), text(s)] as const),
        ...(strategy.ordinal ? ordinalPlaces(object) : []).map(
          ([at, ordinal, side]) => [at, join(ordinal, text(` ${side}`))] as const,
        ),
      ]);
    case 'size':
      return when(strategy.superlatives.map((s) => [of(`is_${s}`), text(s)] as const));
    case 'relation':
      return when(strategy.relations.map((r) => [isKnown(of(landmarkColumn(r))), text(r.name)] as const));
    case 'box':
      return when([[boxHasNoun(object), text('box')]], text('object'));
  }
}

/** `{a} is to the left of {b}` without the verb. */
function between({ says, name }: typed.Relation): string {
  const part = says?.[1];
  return typeof part === 'object' ? part.text.replace(/^ is/, '') : ` ${name} `;
}

function boxNoun(object: Naming): Expression {
  return when([[boxHasNoun(object), object.column('noun')]], text('object'));
}

/** What is drawn around a box is called a frame. */
function drawnWord(object: Naming): Expression {
  const isBox = and(boxHasNoun(object), isTrue(apply('has_word', 'bool', object.column('noun'), text('box'))));
  return when([[isBox, text('frame')]], text('box'));
}

const boxHasNoun = (object: Naming): Expression =>
  object.naming.nameless ? bool(false) : and(isTrue(object.column('clean')), uncounted(object));
