/** D(e): what is decided by comparison within an expression. */
import type * as ast from '../../compiler/syntax/ast.js';
import { guardOf, partsOf, setOf } from './expression-parts.js';
import { columnOf } from './own-columns.js';
import { wordsOf } from './scene-context.js';
import { isArithmetic, ownTold, told } from './told-by-value.js';
import { inside, ranging, type ToldScope, thingsIn } from './told-scope.js';
import { orders, type Triple } from './triples.js';

/** D(e) */
export function decided(scope: ToldScope, expression: ast.Expression): readonly Triple[] {
  const within = () => partsOf(expression).flatMap((part) => decided(scope, part));
  switch (expression.kind) {
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? decided(meaning.scope, meaning.expression) : [];
    }
    case 'member': {
      const written = scope.definitions.facts.get(expression.name.text);
      const things = thingsIn(scope, expression.of);
      if (written === undefined || things.names.length === 0) return within();
      const column = columnOf(written);
      if (column) return column.holds === 'condition' ? ownTold(things) : [];
      return decided(inside(scope, [[written.parameter.text, expression.of]]), written.body);
    }
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === 'and' || operator === 'or' || isArithmetic(operator)) return within();
      return [...told(scope, left), ...told(scope, right)];
    }
    case 'between':
      return [expression.value, expression.low, expression.high].flatMap((part) => told(scope, part));
    case 'call':
      return decidedByCall(scope, expression) ?? within();
    case 'relation':
      return decidedByRelation(scope, expression);
    case 'pick': {
      const inner = ranging(scope, expression.range.variable, setOf(expression.range));
      return [...told(inner, expression.by), ...guardOf(expression.range).flatMap((guard) => decided(inner, guard))];
    }
    case 'sort':
      return told(ranging(scope, expression.variable, expression.set), expression.by);
    case 'quantifier': {
      const inner = ranging(scope, expression.range.variable, setOf(expression.range));
      return partsOf(expression).flatMap((part) => decided(inner, part));
    }
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'from':
    case 'pose':
    case 'unary':
    case 'if':
    case 'set':
    case 'set name':
    case 'orders':
    case 'tuple':
      return within();
  }
}

function decidedByCall(scope: ToldScope, { callee, arguments: given }: ast.Call): readonly Triple[] | undefined {
  const vector = given.flatMap(({ value }) => told(scope, value));
  switch (callee.text) {
    case 'side':
    case 'compass8':
    case 'clock':
      return vector.filter(({ aspect }) => aspect !== 'up');
    case 'facing8':
    case 'axis4':
    case 'words':
      return vector;
  }
  return undefined;
}

function decidedByRelation(scope: ToldScope, expression: ast.Relation): readonly Triple[] {
  const words = wordsOf(expression.words);
  if (words === 'called') {
    const { names, isRanged } = thingsIn(scope, expression.left);
    return isRanged ? [] : names.flatMap((name) => orders(name, 'category'));
  }
  if (words === 'blocks') return decidedByBlocking(scope, expression);
  const declared = scope.definitions.relations.get(words);
  if (declared === undefined) return [];
  const inner = inside(scope, [
    [declared.left.text, expression.left],
    [declared.right.text, expression.right],
  ]);
  return decided(inner, declared.body);
}

/** `a blocks b from p` */
function decidedByBlocking(scope: ToldScope, { left, right }: ast.Relation): readonly Triple[] {
  if (right.kind !== 'from') throw new Error('`blocks` says from where');
  const viewer: ast.Expression = { kind: 'name', name: right.viewer, span: right.span };
  const things = [left, right.value, viewer].flatMap((each) => thingsIn(scope, each).names);
  const across = right.viewer.text === 'camera' ? [] : ['right'];
  return things.flatMap((name) => orders(name, ...across, 'up', 'forward', 'depth', 'volume'));
}
