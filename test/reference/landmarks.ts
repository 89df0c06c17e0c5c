/** "the cup on the table": a thing named by what it is to another that is the only one of its kind. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { isCertain } from './candidates.js';
import { type BoundObject, isRelated, type Naming, nounOf, type Phrase, rivalsOf } from './reference-words.js';
import { compareBytes } from './whole-units.js';

const RELATIONS = ['on', 'under', 'inside', 'next to', 'left of', 'right of', 'above', 'below'];

/** The first relation with a landmark, and of its landmarks the one whose noun comes first. */
export function byLandmark(naming: Naming, { name, row }: BoundObject, noun: string): Phrase | undefined {
  const landmarks = naming.context.candidates.filter((other) => other !== row && isLandmark(naming, other));
  for (const words of RELATIONS) {
    const between = wordsBetween(naming.context.definitions.relations.get(words));
    if (between === undefined || !naming.plan.isAllowed(name, words)) continue;
    const nouns = landmarks
      .filter((landmark) => isOnlyOne(naming, words, row, landmark))
      .flatMap((landmark) => nounOf(naming, landmark) ?? [])
      .sort(compareBytes);
    if (nouns[0] !== undefined) return { text: `the ${noun} ${between} the ${nouns[0]}`, form: words };
  }
  return undefined;
}

function isLandmark(naming: Naming, row: ObjectRow): boolean {
  const isCovered = naming.context.covered.has(row.category);
  return isCertain(row) && nounOf(naming, row) !== undefined && isCovered && rivalsOf(naming, row).length === 0;
}

function isOnlyOne(naming: Naming, words: string, row: ObjectRow, landmark: ObjectRow): boolean {
  if (isRelated(naming, words, row, landmark) !== true) return false;
  return rivalsOf(naming, row).every(
    (rival) => rival === landmark || isRelated(naming, words, rival, landmark) === false,
  );
}

/** Of a relation that says `{a} is … {b}`, and no more. */
function wordsBetween(declared: ast.RelationDeclaration | undefined): string | undefined {
  const [first, between, second, ...more] = declared?.says?.parts ?? [];
  if (declared === undefined || first === undefined || second === undefined || more.length > 0) return undefined;
  if (!isHoleOf(first, declared.left) || !isHoleOf(second, declared.right) || between?.kind !== 'text')
    return undefined;
  return /^ is (.+) $/.exec(between.text)?.[1];
}

const isHoleOf = (part: ast.TemplatePart, { text }: ast.Name): boolean =>
  part.kind === 'hole' && part.value.kind === 'name' && part.value.name.text === text;
