/** Sources and outputs: their arguments against what `std/operators.ts` declares. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { type SourceName, sourceOperators } from '../std/operators.js';
import type * as ast from '../syntax/ast.js';
import { bindArguments } from './arguments.js';
import type * as bound from './bound.js';
import { unknownEmit, unknownSource, wrongArgument } from './errors.js';

function isSourceName(name: string): name is SourceName {
  return Object.hasOwn(sourceOperators, name);
}

export function bindSource(declared: ast.SourceDeclaration, report: Report): bound.SourceUse | undefined {
  const { callee } = declared.call;
  if (!isSourceName(callee.text)) {
    report(
      unknownSource({ name: callee.text, hint: didYouMean(callee.text, Object.keys(sourceOperators)) }, callee.span),
    );
    return undefined;
  }
  return {
    name: declared.name.text,
    operator: callee.text,
    arguments: bindArguments(declared.call, sourceOperators[callee.text].parameters, report),
    span: declared.name.span,
  };
}

const emitFormats = ['parquet', 'jsonl'] as const;

export function bindEmit(call: ast.Call, report: Report): bound.Emit | undefined {
  const format = emitFormats.find((f) => f === call.callee.text);
  if (!format) {
    report(unknownEmit({ name: call.callee.text, hint: didYouMean(call.callee.text, emitFormats) }, call.callee.span));
    return undefined;
  }
  const [path, extra] = call.arguments;
  if (path?.value.kind !== 'text' || path.value.value === '' || extra) {
    report(
      wrongArgument(
        {
          callee: format,
          problem: 'needs one argument: the path to write, as a text.',
          hint: `\`${format}("questions")\``,
        },
        extra?.span ?? call.span,
      ),
    );
    return undefined;
  }
  return { format, path: path.value.value, span: call.span };
}
