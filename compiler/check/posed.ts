/**
 * Things that stand elsewhere (`a at p toward b`), for the checker: which things they are made of, how they are compared, and
 * what cannot be asked of them, since no picture shows them.
 */
import { error } from '../types/type.js';
import type { Context } from './context.js';
import { mayBe } from './dependencies.js';
import { notInPicture, unnamedPose } from './errors.js';
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

/** The thing, where it stands, and where it looks; again made of others where these stand elsewhere, too. */
export function madeOf({ pose }: typed.Entity): readonly typed.Entity[] {
  if (!pose) return [];
  return [pose.thing, pose.at, pose.toward].flatMap((part) => (part && part !== 'camera' ? [part] : []));
}

/** By its parts: two are the same where these are. */
export function poseForm({ thing, at, toward, turned }: typed.Pose, name: (place: typed.Place) => string): string {
  return `(${[name(thing), name(at), toward ? name(toward) : '', turned ?? ''].join(' ')})`;
}

/** Words name what the picture shows. */
export function refusePosed(value: typed.Expression, context: Context): void {
  const [posed] = mayBe(value).filter((e) => e.pose);
  if (posed?.pose) context.report(unnamedPose({ name: posed.name, thing: posed.pose.thing.name }, value.span));
}

const ofPicture: readonly string[] = ['bearing', 'elevation', 'box2d'];

/** What is asked of a thing, but no fact of the picture of one that is not there. */
export function seen(e: typed.Expression, context: Context): typed.Expression {
  const asked = unseen(e);
  if (!asked) return e;
  context.report(notInPicture({ name: asked.of.name, what: `\`${asked.what}\`` }, e.span));
  return { kind: 'error', type: error, span: e.span };
}

function unseen(e: typed.Expression): { readonly of: typed.Entity; readonly what: string } | undefined {
  if (e.kind === 'fact')
    return e.entity.pose && ofPicture.includes(e.fact.name) ? asked(e.entity, e.fact.name) : undefined;
  if (e.kind === 'user fact')
    return e.entity.pose && looksAtPicture(e.fact.body) ? asked(e.entity, e.fact.name) : undefined;
  if (e.kind !== 'relation') return undefined;
  const posed = [e.left, e.right].find((side) => side.pose);
  return posed && looksAtPicture(e.relation.body) ? asked(posed, e.relation.name) : undefined;
}

const asked = (of: typed.Entity, what: string) => ({ of, what });

const known = new WeakMap<typed.Expression, boolean>();

function looksAtPicture(e: typed.Expression): boolean {
  const before = known.get(e);
  if (before !== undefined) return before;
  const found = (e.kind === 'fact' && ofPicture.includes(e.fact.name)) || partsOf(e).some(looksAtPicture);
  known.set(e, found);
  return found;
}
