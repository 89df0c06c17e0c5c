/** `perceive`: which operators find what of which source. What `std/perception.ts` does not declare is told. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { sourceOperators } from '../std/operators.js';
import {
  exampleOf,
  type OperatorName,
  operatorsOf,
  perceptionOperators,
  type Role,
  roleNames,
  roles,
} from '../std/perception.js';
import type * as ast from '../syntax/ast.js';
import { bindArguments } from './arguments.js';
import type * as bound from './bound.js';
import { alreadyDefined, missingRole, notPerceivable, unknownOperator, unknownRole, wrongRole } from './errors.js';

export function bindPerceptions(recipe: ast.Recipe, report: Report): readonly bound.Perception[] {
  const first = new Map<string, ast.Name>();
  return recipe.perceives.flatMap((declared) => {
    const { source } = declared;
    const earlier = first.get(source.text);
    if (earlier) {
      const also = [{ at: earlier.span, note: 'first defined here' }];
      report(alreadyDefined({ name: source.text, what: 'Perception of' }, source.span, also));
      return [];
    }
    first.set(source.text, source);
    tellUnperceivable(source, recipe.sources, report);
    return [bindPerception(declared, report)];
  });
}

function tellUnperceivable(source: ast.Name, sources: readonly ast.SourceDeclaration[], report: Report): void {
  const found = sources.find(({ name }) => name.text === source.text);
  if (!found) {
    const names = sources.map(({ name }) => name.text);
    const hint = didYouMean(source.text, names) ?? 'For instance `source photos = images("photos/*.jpg")`.';
    report(notPerceivable({ source: source.text, operator: undefined, hint, name: source.text }, source.span));
    return;
  }
  const operator = Object.entries(sourceOperators).find(([name]) => name === found.call.callee.text);
  // An unknown kind of source has been told.
  if (operator === undefined || operator[1].perceivable === true) return;
  const perceivable = Object.entries(sourceOperators).flatMap(([name, o]) => (o.perceivable ? [`\`${name}\``] : []));
  const hint = `Facts are perceived of ${perceivable.join(' and ')}.`;
  report(notPerceivable({ source: source.text, operator: operator[0], hint, name: source.text }, source.span));
}

function bindPerception(declared: ast.Perceive, report: Report): bound.Perception {
  const found = new Map<Role, bound.OperatorUse>();
  const taken = new Map<Role, ast.Name>();
  let mistakes = 0;
  const counting: Report = (diagnostic) => {
    mistakes++;
    report(diagnostic);
  };
  for (const line of declared.roles) {
    const [given, ...behind] = rolesOfLine(line, counting);
    for (const role of given === undefined ? [] : [given, ...behind]) {
      const earlier = taken.get(role.role);
      const also = earlier ? [{ at: earlier.span, note: 'first defined here' }] : [];
      if (earlier) counting(alreadyDefined({ name: role.role, what: 'Role' }, role.at.span, also));
      else if (role.use) found.set(role.role, role.use);
      taken.set(role.role, earlier ?? role.at);
    }
  }
  // What could not be read may be what is missing.
  if (mistakes === 0) for (const use of found.values()) tellMissing(use, found, report);
  if (mistakes === 0) tellSameLook(found.get('objects'), found.get('coverage'), report);
  const operators = roleNames.flatMap((role) => found.get(role) ?? []);
  return { source: declared.source.text, operators, span: declared.source.span };
}

interface Filled {
  readonly role: Role;
  /** Where the role is told: its name, or the operator behind `then`. */
  readonly at: ast.Name;
  /** Undefined where the operator is none, or does not fit. */
  readonly use: bound.OperatorUse | undefined;
}

const isRole = (word: string): word is Role => roleNames.some((role) => role === word);
const isOperator = (word: string): word is OperatorName => Object.hasOwn(perceptionOperators, word);

/** `objects = owlv2(…) then slimsam()`: the role that is named, and those that come after it. */
function rolesOfLine({ role, operators }: ast.PerceivedRole, report: Report): readonly Filled[] {
  const named = role.text;
  const lines = roleNames.filter((name) => roles[name].after === undefined);
  const before = isRole(named) ? roles[named].after : undefined;
  if (!isRole(named) || before !== undefined) {
    const behind = `It stands behind what it needs: \`${before} = … then …\`.`;
    const hint = before === undefined ? didYouMean(named, lines) : behind;
    report(unknownRole({ name: named, hint }, role.span));
    return [];
  }
  const chain = [named, ...roleNames.filter((name) => roles[name].after === named)];
  return operators.flatMap((call, place) => {
    const filled = chain[place];
    if (filled !== undefined)
      return [{ role: filled, at: place === 0 ? role : call.callee, use: operatorUse(call, filled, report) }];
    const hint = `Behind \`${chain.join('` and `')}\` stands nothing more.`;
    report(wrongRole({ operator: call.callee.text, role: named, hint }, call.callee.span));
    return [];
  });
}

function operatorUse(call: ast.OperatorCall, role: Role, report: Report): bound.OperatorUse | undefined {
  const { callee } = call;
  const fitting = operatorsOf(role);
  if (!isOperator(callee.text)) {
    report(unknownOperator({ name: callee.text, hint: didYouMean(callee.text, fitting) }, callee.span));
    return undefined;
  }
  const operator = perceptionOperators[callee.text];
  if (!operator.roles.includes(role)) {
    const hint = `\`${role}\` is given by ${fitting.map((name) => `\`${name}\``).join(', ')}.`;
    report(wrongRole({ operator: callee.text, role, hint }, callee.span));
    return undefined;
  }
  const given = bindArguments(call, operator.parameters, report);
  return { role, operator: callee.text, arguments: given, span: call.span };
}

function tellMissing(use: bound.OperatorUse, found: ReadonlyMap<Role, unknown>, report: Report): void {
  const missing = roles[use.role].reads.filter((role) => !found.has(role));
  if (missing.length === 0) return;
  const [first = 'points'] = missing;
  report(missingRole({ role: use.role, missing, example: exampleOf(first) }, use.span));
}

/** What of an operator says which model it is; labels and thresholds do not. */
const modelOf = ({ operator, arguments: given }: bound.OperatorUse): string =>
  JSON.stringify([operator, given.file, given.url, given.endpoint, given.model, given.name]);

/** A model that looks twice sees the same twice: that is no second witness. */
function tellSameLook(
  objects: bound.OperatorUse | undefined,
  coverage: bound.OperatorUse | undefined,
  report: Report,
): void {
  if (objects === undefined || coverage === undefined || modelOf(objects) !== modelOf(coverage)) return;
  const hint = 'It finds the objects, and would agree with itself: let another model look, or a `vlm` count.';
  report(wrongRole({ operator: coverage.operator, role: coverage.role, hint }, coverage.span));
}
