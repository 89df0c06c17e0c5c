/** Arguments of sources and of operators of perception, against the parameters that `std` declares. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Parameter } from '../std/operators.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { wrongArgument } from './errors.js';

export function bindArguments(
  call: ast.OperatorCall,
  parameters: readonly Parameter[],
  report: Report,
): Readonly<Record<string, bound.ArgumentValue>> {
  const given: Record<string, bound.ArgumentValue> = {};
  const callee = call.callee.text;
  call.arguments.forEach((argument, i) => {
    const parameter = argument.name ? parameters.find((p) => p.name === argument.name?.text) : parameters[i];
    if (!parameter) {
      const hint = didYouMean(
        argument.name?.text ?? '',
        parameters.map((p) => p.name),
      );
      const problem = argument.name ? `there is no argument \`${argument.name.text}\`.` : 'too many arguments.';
      report(wrongArgument({ callee, problem, hint }, argument.name?.span ?? argument.span));
      return;
    }
    const value = argumentValue(argument.value, parameter);
    if (value !== undefined) given[parameter.name] = value;
    else
      report(
        wrongArgument(
          { callee, problem: `\`${parameter.name}\` needs ${needs(parameter)}.`, hint: `It is ${parameter.about}.` },
          argument.value.span,
        ),
      );
  });
  const misnamed = call.arguments.some((a) => a.name && !parameters.some((p) => p.name === a.name?.text));
  for (const parameter of parameters) {
    const mentioned = call.arguments.some((a, i) =>
      a.name ? a.name.text === parameter.name : parameters[i] === parameter,
    );
    // A name that is none may be the one that is missing.
    if (parameter.required && !mentioned && !misnamed) {
      report(
        wrongArgument(
          { callee, problem: `\`${parameter.name}\` is missing: ${parameter.about}.`, hint: undefined },
          call.span,
        ),
      );
    }
  }
  return given;
}

function argumentValue(e: ast.OperatorArgument['value'], parameter: Parameter): bound.ArgumentValue | undefined {
  switch (parameter.type) {
    case 'path':
      return e.kind === 'text' && e.value !== '' ? e.value : undefined;
    case 'count':
      return e.kind === 'number' && !e.unit && Number.isInteger(e.value) && e.value <= 2147483647 ? e.value : undefined;
    case 'boolean':
      return e.kind === 'boolean' ? e.value : undefined;
    case 'text':
      return e.kind === 'text' && (parameter.words?.includes(e.value) ?? e.value !== '') ? e.value : undefined;
    case 'range':
      return e.kind === 'range' ? sharesOf(e) : undefined;
    case 'word':
      return e.kind === 'name' && parameter.words?.includes(e.name.text) ? e.name.text : undefined;
  }
}

/** Two shares of a whole, the first the smaller one. */
function sharesOf({ low, high }: ast.ValueRange): readonly [number, number] | undefined {
  const [first, second] = [low, high].map((e) => (e.kind === 'number' && e.unit?.text === '%' ? e.value / 100 : -1));
  if (first === undefined || second === undefined) return undefined;
  return first >= 0 && first <= second && second <= 1 ? [first, second] : undefined;
}

function needs(parameter: Parameter): string {
  const listed = (parameter.words ?? []).map((w) => (parameter.type === 'text' ? `\`"${w}"\`` : `\`${w}\``)).join(', ');
  const article: Readonly<Record<Parameter['type'], string>> = {
    path: 'a path as a text',
    count: 'a whole number',
    boolean: '`true` or `false`',
    word: `one of ${listed}`,
    text: listed === '' ? 'a text' : `one of ${listed}`,
    range: 'two shares, the smaller first: `30% .. 50%`',
  };
  return article[parameter.type];
}
