/** Relations and two-object functions as macros over two rows of `object_facts`: fully expanded, naming no table (S13). */
import type * as typed from '../check/typed.js';
import type { Span } from '../diagnostics/span.js';
import { column } from '../ir/build.js';
import type { Expression, Field } from '../ir/node.js';
import type { Macro } from '../ir/program.js';
import { quantity } from '../types/type.js';
import { calledExpression } from './called.js';
import { lowerScalar } from './expression.js';
import type { Share } from './object-facts.js';
import type { Scope } from './scope.js';
import { sharedValues } from './shared-values.js';

/** Parts of a macro that is written out; those of the library have some hundred. */
const longestPlain = 5_000;

export function macrosOf(
  relations: readonly typed.Relation[],
  settings: typed.Settings,
  facts: readonly Field[],
): readonly Macro[] {
  return [
    ...relations.map((r) => ({
      name: r.name.replaceAll(' ', '_'),
      parameters: [r.left.name, r.right.name] as const,
      ...bodyOf(r, settings, facts),
      about: aboutOf(r),
    })),
    distance(settings, facts),
    // `called(x, row_of_names)`: the second row is any object; its label is the name asked for.
    {
      name: 'called_like',
      parameters: ['a', 'b'],
      shared: [],
      body: calledExpression((n) => columnOf(facts, 'a', n), columnOf(facts, 'b', 'category')),
      about: '{a} may be called what {b} is labelled',
    },
  ];
}

/** Written out where that is short, which reads best; geometry would grow without bounds. */
function bodyOf(
  { body }: typed.Relation,
  settings: typed.Settings,
  facts: readonly Field[],
): Pick<Macro, 'shared' | 'body'> {
  const values = sharedValues();
  const short = lowerScalar(body, scopeOf(settings, facts, values.share));
  if (values.writtenSize(short) > longestPlain) return { shared: values.layers(), body: short };
  return { shared: [], body: lowerScalar(body, scopeOf(settings, facts)) };
}

/** What it says, with its own names: `{a} is to the left of {b}`. */
function aboutOf({ name, says, left, right }: typed.Relation): string {
  const side = { left: `{${left.name}}`, right: `{${right.name}}` } as const;
  return says?.map((part) => (typeof part === 'object' ? part.text : side[part])).join('') ?? name;
}

function scopeOf(settings: typed.Settings, facts: readonly Field[], share: Share = (value) => value): Scope {
  const none = (): never => {
    throw new Error('SPQ904: a macro has no task');
  };
  return {
    settings,
    column: (entity, name) => columnOf(facts, entity.name, name),
    share,
    valueOf: none,
    count: none,
  };
}

function columnOf(facts: readonly Field[], row: string, name: string): Expression {
  return column(`${row}.${name}`, facts.find((f) => f.name === name)?.type ?? 'int');
}

/** Centre to centre, in whole micrometres. */
function distance(settings: typed.Settings, facts: readonly Field[]): Macro {
  const nowhere: Span = { file: 'std', start: 0, end: 0 };
  const entity = (name: string): typed.Entity => ({ name, kind: 'object', role: 'parameter', span: nowhere });
  const body: typed.Expression = {
    kind: 'distance',
    from: entity('a'),
    to: entity('b'),
    type: quantity('length', true, false),
    span: nowhere,
  };
  return {
    name: 'distance',
    parameters: ['a', 'b'],
    shared: [],
    body: lowerScalar(body, scopeOf(settings, facts)),
    about: 'centre to centre, in whole micrometres',
  };
}
