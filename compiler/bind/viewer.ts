/** AST -> bound, for frames: `b.position from a toward c turned right`. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { notAnEntity, unknownName, unknownSetting } from './errors.js';
import { bindExpression, entityNamed, type Library } from './expression.js';
import type { Scope } from './scope.js';

const turns: readonly bound.Turned[] = ['left', 'right', 'around'];

export function bindFrom(e: ast.From, scope: Scope, library: Library): bound.Expression {
  const value = bindExpression(e.value, scope, library);
  const viewer = viewerOf(e, scope, library.report);
  return viewer ? { kind: 'from', value, viewer, span: e.span } : { kind: 'error', span: e.span };
}

function viewerOf(e: ast.From, scope: Scope, report: Report): bound.Viewer | undefined {
  const plain = !e.toward && !e.turned;
  const frame = frameNamed(e.viewer, scope);
  if (frame && plain) return { kind: frame };
  const at = placeNamed(e.viewer, scope, report);
  const toward = e.toward && placeNamed(e.toward, scope, report);
  const turned = e.turned && turnNamed(e.turned, report);
  if (!at || (e.toward && !toward) || (e.turned && !turned)) return undefined;
  if (at === 'camera' && !toward) {
    report(notAnEntity({ name: 'camera', needed: 'turned without `toward`' }, e.span));
    return undefined;
  }
  return { kind: 'entity', at, toward, turned };
}

/** `world`, `camera`, or a finite binder that stands for one of them. */
function frameNamed(name: ast.Name, scope: Scope): 'world' | 'camera' | undefined {
  const meaning = scope.find(name.text);
  const word = meaning?.kind === 'finite' && meaning.domain === 'frame' ? meaning.value : name.text;
  if (word !== 'world' && word !== 'camera') return undefined;
  scope.use(name.text);
  return word;
}

/** An entity, or the camera. */
export function placeNamed(name: ast.Name, scope: Scope, report: Report): bound.Place | undefined {
  if (name.text === 'camera' && !scope.find(name.text)) return 'camera';
  if (name.text === 'world' && !scope.find(name.text)) {
    report(unknownName({ name: 'world', hint: 'The world has no place of its own; `camera` has.' }, name.span));
    return undefined;
  }
  return entityNamed(name, scope, report, ['world', 'camera']);
}

export function turnNamed(name: ast.Name, report: Report): bound.Turned | undefined {
  const found = turns.find((turn) => turn === name.text);
  if (!found)
    report(unknownSetting({ word: name.text, clause: 'turned', hint: didYouMean(name.text, turns) }, name.span));
  return found;
}
