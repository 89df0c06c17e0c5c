/**
 * AST -> bound, for things that stand elsewhere: `a at p toward b turned left` is an entity of its own, which no picture
 * shows. It is made of things that the task binds.
 */
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { notAnEntity, notHere } from './errors.js';
import { bindExpression, entityNamed, type Library } from './expression.js';
import type { Scope } from './scope.js';
import { placeNamed, turnNamed } from './viewer.js';

export function bindPose(e: ast.Pose, scope: Scope, library: Library): bound.Expression {
  const { report } = library;
  const { span } = e;
  const failed: bound.Expression = { kind: 'error', span };
  const thing = bindExpression(e.thing, scope, library);
  const at = entityNamed(e.at, scope, report, []);
  const toward = e.toward && placeNamed(e.toward, scope, report);
  const turned = e.turned && turnNamed(e.turned, report);
  if (thing.kind === 'error' || !at || (e.toward && !toward) || (e.turned && !turned)) return failed;
  if (thing.kind !== 'entity' || thing.entity.kind !== 'object') {
    report(notAnEntity({ name: nameOf(e.thing), needed: 'an object, which could stand elsewhere' }, e.thing.span));
    return failed;
  }
  if (at.kind === 'category' || (toward && toward !== 'camera' && toward.kind === 'category')) {
    const wrong = at.kind === 'category' ? e.at : (e.toward ?? e.at);
    report(notAnEntity({ name: wrong.text, needed: 'an object, a pixel or a place' }, wrong.span));
    return failed;
  }
  if ([thing.entity, at, toward].some((part) => part && part !== 'camera' && isVariable(part))) {
    const hint = 'What stands elsewhere is made of things that `for` and `let` bind.';
    report(notHere({ what: 'A thing at another place', hint }, span));
    return failed;
  }
  const pose: bound.Pose = { thing: thing.entity, at, toward, turned };
  return { kind: 'entity', entity: { name: spelled(pose), kind: 'object', role: 'posed', span, pose }, span };
}

const isVariable = ({ role }: bound.Entity): boolean => role === 'member' || role === 'parameter';

const nameOf = (e: ast.Expression): string => (e.kind === 'name' ? e.name.text : 'This');

/** `a at p toward b`, as it was written. */
function spelled({ thing, at, toward, turned }: bound.Pose): string {
  const looks = toward && ` toward ${toward === 'camera' ? toward : toward.name}`;
  return `${thing.name} at ${at.name}${looks ?? ''}${turned ? ` turned ${turned}` : ''}`;
}
